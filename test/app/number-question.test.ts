import { expect, it } from "vitest";
import { numbersIn } from "@/app/_components/vocabulary/number-question";

it.each([
  ["75 %", "%", [75]],
  ["100 ms", "ms", [100]],
  ["28gb", "GB", [28]],
  ["60 examples", "examples", [60]],
  ["0,18 €", undefined, [0.18]],
  ["22.6", "of 100", [22.6]],
  ["ms", "ms", []],
  ["3 apples", "ms", []],
])("a number typed as “%s” is understood, its unit left aside", (text, unit, meant) => {
  expect(numbersIn(text, unit)).toEqual(meant);
});
