import { describe, expect, it } from "vitest";
import { ranksOf, spearman } from "@/simulations/core/statistics/spearman";

describe("rank correlation", () => {
  it("is the closed form 1 − 6 Σ d² / (n (n² − 1)) where no values are equal", () => {
    const x = [3, 1, 4, 9, 5, 26, -5];
    const y = [2, 7, 1, 8, 2.8, 1.8, 28];
    const squares = ranksOf(x).reduce((sum, rank, i) => sum + (rank - ranksOf(y)[i]!) ** 2, 0);
    expect(spearman(x, y)).toBeCloseTo(1 - (6 * squares) / (7 * 48), 14);
  });

  it("shares ranks between equal values, as Kendall's textbook does", () => {
    expect([...ranksOf([5, 1, 5, 2])]).toEqual([2.5, 0, 2.5, 1]);
    // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / √(4.5 · 5).
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 14);
  });

  it("is 1 for one order whatever the values, −1 for the reverse, and 0 where one side has no order", () => {
    expect(spearman([1, 2, 3], [10, 11, 1000])).toBe(1);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBe(-1);
    expect(spearman([1, 2, 3], [7, 7, 7])).toBe(0);
  });

  it("refuses what cannot be ranked", () => {
    expect(() => spearman([1], [1])).toThrow(/two values/);
    expect(() => spearman([1, 2], [1])).toThrow(RangeError);
    expect(() => spearman([1, Number.NaN], [1, 2])).toThrow(/x\[1\]/);
  });
});
