import { describe, expect, it } from "vitest";
import { effectiveSampleSize } from "@/simulations/core/statistics/effective-sample-size";

describe("the effective sample size", () => {
  it("is the example's", () => {
    expect(effectiveSampleSize([1, 1, 0.5, 0])).toBeCloseTo(25 / 9, 14);
  });

  it("is the number of examples when all weigh the same, whatever they weigh", () => {
    expect(effectiveSampleSize(new Array(30).fill(1))).toBe(30);
    expect(effectiveSampleSize(new Array(30).fill(0.25))).toBeCloseTo(30, 12);
  });

  it("of weights that halve every h examples is (1 + r)/(1 − r) in the long run", () => {
    const r = 2 ** (-1 / 3);
    const weights = Array.from({ length: 200 }, (_, age) => r ** age);
    expect(effectiveSampleSize(weights)).toBeCloseTo((1 + r) / (1 - r), 10);
  });

  it("is 0 without weight, and refuses what is no weight", () => {
    expect(effectiveSampleSize([0, 0])).toBe(0);
    expect(() => effectiveSampleSize([])).toThrow(/weights/);
    expect(() => effectiveSampleSize([1, -1])).toThrow(/weights\[1\]/);
  });
});
