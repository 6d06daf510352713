import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NumberKnob } from "@/simulations/runtime/knobs";
import { stepped } from "@/simulations/ui/controls/number-entry";
import { readNumber } from "@/simulations/ui/controls/read-number";
import { readings } from "@/simulations/ui/controls/readings";

const knob = (min: number, max: number, step: number): NumberKnob => ({
  kind: "number",
  label: "Knob",
  help: "",
  default: min,
  min,
  max,
  step,
});

describe("a typed number", () => {
  it.each([
    ["0.3", [0.3]],
    ["0,3", [0.3]],
    [" 2,5 ", [2.5]],
    ["−1,5", [-1.5]],
    [",5", [0.5]],
    ["1.200,5", [1200.5]],
    ["1,200.5", [1200.5]],
    ["1.200", [1.2]],
    ["1,200", [1.2, 1200]],
    ["1 200", [1200]],
    ["1.200.000", [1_200_000]],
    ["1e3", [1000]],
    ["1,2,3", []],
    ["1.2.3", []],
    ["0x10", []],
    ["Infinity", []],
    ["", []],
  ])("%j can mean %j", (text, meant) => {
    expect(readings(text)).toEqual(meant);
  });

  it("is the knob's value with a point and with a comma alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (thousandths) => {
        const threshold = knob(0, 0.999, 0.001);
        const text = (thousandths / 1000).toFixed(3);
        expect(readNumber(threshold, text)).toEqual({ value: thousandths / 1000 });
        expect(readNumber(threshold, text.replace(".", ","))).toEqual({ value: thousandths / 1000 });
      }),
    );
  });

  it("goes to the knob's next step, and says so", () => {
    expect(readNumber(knob(0, 4, 0.1), "2,54")).toEqual({
      value: 2.5,
      rounded: "2,54 was rounded to 2.5: it moves in steps of 0.1.",
    });
    expect(readNumber(knob(1, 12, 1), "5,5")).toEqual({
      value: 6,
      rounded: "5,5 was rounded to 6: only whole numbers are possible.",
    });
    expect(readNumber(knob(0, 4, 0.1), "0.30000000000000004")).toEqual({ value: 0.3 });
  });

  it("is what the range allows where a comma could mean two things, and asks where both are allowed", () => {
    expect(readNumber(knob(100, 5000, 100), "1,200")).toEqual({ value: 1200 });
    expect(readNumber(knob(0, 10, 0.1), "1,200")).toEqual({ value: 1.2 });
    expect(readNumber(knob(0, 5000, 0.1), "1,200")).toEqual({ problem: expect.stringContaining("1.2 or 1200") });
  });

  it("is never brought to the end of the range: what is outside is said", () => {
    expect(readNumber(knob(1, 12, 1), "25")).toEqual({ problem: "25 is outside 1 to 12." });
    expect(readNumber(knob(1, 12, 1), "many")).toEqual({ problem: expect.stringContaining("is not a number") });
  });

  it("is stepped by arrows within the range", () => {
    expect(stepped(knob(0, 1, 0.1), 0.3, 1)).toBe(0.4);
    expect(stepped(knob(0, 1, 0.1), 0.95, 10)).toBe(1);
    expect(stepped(knob(5, 200, 5), 7, -1)).toBe(5);
  });
});
