import { describe, expect, it } from "vitest";
import { chancesOfBest, selectionOptimism } from "@/simulations/core/statistics/selection";

/** Every choice of k of the numbers 0 … n − 1. */
function choices(n: number, k: number, from = 0): number[][] {
  if (k === 0) return [[]];
  const all: number[][] = [];
  for (let i = from; i <= n - k; i++) for (const rest of choices(n, k - 1, i + 1)) all.push([i, ...rest]);
  return all;
}

describe("the optimism of a choice", () => {
  it("is the mean over every way to make so many tries", () => {
    const dev = [0.71, 0.74, 0.7, 0.79, 0.73];
    const test = [0.72, 0.73, 0.71, 0.74, 0.7];
    const mean = dev.reduce((sum, score, i) => sum + score - test[i]!, 0) / 5;
    for (const k of [1, 2, 3, 5]) {
      const luck = choices(5, k).map((tries) => {
        const best = tries.reduce((a, b) => (dev[b]! > dev[a]! ? b : a));
        return dev[best]! - test[best]! - mean;
      });
      expect(selectionOptimism(dev, test, k)).toBeCloseTo(luck.reduce((a, b) => a + b) / luck.length, 14);
    }
  });

  it("gives chances that add up to 1, all alike for one try and all to the best for as many as there are", () => {
    expect(chancesOfBest(4, 1)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(chancesOfBest(4, 4)).toEqual([1, 0, 0, 0]);
    expect(chancesOfBest(11, 5).reduce((a, b) => a + b)).toBeCloseTo(1, 14);
  });

  it("is nothing for one try, and refuses more tries than there are", () => {
    expect(selectionOptimism([0.8, 0.7, 0.9], [0.7, 0.7, 0.7], 1)).toBeCloseTo(0, 14);
    expect(() => selectionOptimism([1], [1], 2)).toThrow(/k/);
    expect(() => selectionOptimism([1, 2], [1], 1)).toThrow(RangeError);
  });
});
