import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { niceRange, niceTicks, project, upwardTicks } from "@/simulations/ui/chart/scale";

describe("axes", () => {
  it("have four or five round ticks", () => {
    expect(niceTicks(0, 60)).toEqual([0, 20, 40, 60]);
    expect(niceTicks(0, 1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(niceTicks(0, 400)).toEqual([0, 100, 200, 300, 400]);
  });

  it("hold every figure, and start at zero when none is below it", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1e5, noNaN: true }), { minLength: 1 }), (values) => {
        const [low, high] = niceRange(values, {});
        expect(low).toBe(0);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9));
        expect(niceTicks(low, high).length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it("keep the ends that a chart asks for", () => {
    expect(niceRange([3, 97], { min: 1, max: 99 })).toEqual([1, 99]);
    expect(niceRange([], {})).toEqual([0, 1]);
  });

  it("of a low chart have fewer ticks, so that their texts stay apart", () => {
    expect(upwardTicks(70, 140, 12)).toEqual(niceTicks(0, 70, 3));
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), fc.integer({ min: 30, max: 200 }), (max, height) => {
        const ticks = upwardTicks(max, height, 12);
        expect(ticks.length).toBeGreaterThan(1);
        expect(((ticks[1]! - ticks[0]!) / max) * height).toBeGreaterThanOrEqual(12);
        expect(ticks.at(-1)).toBeLessThanOrEqual(max * (1 + 1e-9));
      }),
    );
  });

  it("put a figure where it belongs", () => {
    expect(project(5, [0, 10], 44, 144)).toBe(94);
    expect(project(0, [0, 10], 300, 0)).toBe(300);
  });
});
