/** Where a handle stands, and what it is set to by a drag. */
import { describe, expect, it } from "vitest";
import type { NumberKnob } from "@/simulations/runtime/knobs";
import { boundsOf, type HandlePlace, handlePixel, handleValue } from "@/simulations/ui/chart/handle-place";
import { project, unproject } from "@/simulations/ui/chart/scale";

const place = (range: [number, number], spread?: HandlePlace["spread"]): HandlePlace => ({
  range,
  spread,
  left: 44,
  right: 644,
  top: 10,
  bottom: 300,
});
const months: NumberKnob = { kind: "number", label: "Month", help: "", default: 6, min: 1, max: 35, step: 1 };
const threshold = { knob: "threshold", label: "Threshold" };

describe("a place on an axis", () => {
  it.each([
    [[0, 12], undefined, [0, 3, 12]],
    [[0.001, 1], true, [0.001, 0.048, 1]],
    [[0.00001, 0.999], "logit", [0.0002, 0.5, 0.95]],
  ] as const)("comes back from its pixel, range %j spread %s", (range, spread, values) => {
    for (const value of values)
      expect(unproject(project(value, range, 44, 644, spread), range, 44, 644, spread)).toBeCloseTo(value, 10);
  });

  it("puts probabilities of equal odds for and against at equal distances from one half", () => {
    const at = (p: number) => project(p, [0.001, 0.999], 0, 100, "logit");
    expect(at(0.5)).toBeCloseTo(50, 10);
    expect(at(0.9) - at(0.5)).toBeCloseTo(at(0.5) - at(0.1), 10);
  });
});

describe("a handle", () => {
  const onset = { knob: "onset", label: "Month of the change", offset: -0.5 };
  it("stands half a month before the month it names and is set back to it", () => {
    const axis = place([-0.5, 11.5]);
    expect(handlePixel(onset, axis, 6)).toBe(project(5.5, axis.range, 44, 644));
    expect(handleValue(onset, axis, handlePixel(onset, axis, 6))).toBeCloseTo(6, 10);
  });

  it("offers only values that are on the axis, and stands at its end for others", () => {
    const axis = place([-0.5, 11.5]);
    expect(boundsOf(months, onset, axis)).toEqual([1, 12]);
    expect(boundsOf(months, onset, place([-0.5, 40.5]))).toEqual([1, 35]);
    expect(handlePixel(onset, axis, 35)).toBe(644);
  });

  it("does not leave the plot, however far the pointer goes", () => {
    const axis = place([0.001, 1], true);
    expect(handleValue(threshold, axis, -500)).toBeCloseTo(0.001, 10);
    expect(handleValue(threshold, axis, 5000)).toBeCloseTo(1, 10);
  });
});
