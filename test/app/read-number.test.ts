import { describe, expect, it } from "vitest";
import { readNumber } from "@/app/_components/vocabulary/read-number";

describe("a number that a reader types", () => {
  it.each([
    ["0.25", 0.25],
    ["0,25", 0.25],
    [" 18 % ", 18],
    ["1 200", 1200],
    ["1,200.5", 1200.5],
    ["1.200,5", 1200.5],
    ["−3", -3],
    ["2e-3", 0.002],
    [".5", 0.5],
  ])("%s is %d", (text, value) => expect(readNumber(text)).toBe(value));

  it.each(["", "a", "1.2.3x", "--1", "1e", ","])("“%s” is none", (text) => expect(readNumber(text)).toBeUndefined());
});
