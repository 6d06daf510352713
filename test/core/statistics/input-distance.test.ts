import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { createInputReference } from "@/simulations/core/statistics/input-distance";
import { ksTwoSample } from "@/simulations/core/statistics/ks";
import { psiQuantileBins } from "@/simulations/core/statistics/psi";
import { wasserstein } from "@/simulations/core/statistics/wasserstein";

const draws = (count: number, mean: number, purpose: string) => {
  const random = createRandom(6, purpose);
  return Float32Array.from({ length: count }, () => random.normal(mean));
};

describe("distance of many features", () => {
  it("gives the example", () => {
    const { wasserstein: distance } = createInputReference(Float32Array.of(1, 2, 3, 4), 1).distance(
      Float32Array.of(2, 3, 4, 5),
    );
    expect(distance).toBeCloseTo(1 / Math.sqrt(1.25), 10);
  });

  it("is the largest over the features of the distances measured one by one", () => {
    const reference = [draws(500, 0, "a"), draws(500, 0, "b")];
    const current = [draws(200, 0, "c"), draws(200, 0.5, "d")];
    const both = (parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => Array.from(part)));
    const got = createInputReference(both(reference), 2).distance(both(current));
    const each = (measure: (x: Float32Array, y: Float32Array) => number) =>
      Math.max(...reference.map((x, f) => measure(x, current[f]!)));
    expect(got.psi).toBeCloseTo(
      each((x, y) => psiQuantileBins(x, y, 10).psi),
      12,
    );
    expect(got.ks).toBeCloseTo(
      each((x, y) => ksTwoSample(x, y).statistic),
      12,
    );
    const p = Math.min(...reference.map((x, f) => ksTwoSample(x, current[f]!, "limit").pValue));
    expect(got.ksPValue).toBeCloseTo(2 * p, 12);
    const sd = (x: Float32Array) => {
      const mean = x.reduce((a, b) => a + b) / x.length;
      return Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / x.length);
    };
    expect(got.wasserstein).toBeCloseTo(
      each((x, y) => wasserstein(x, y) / sd(x)),
      10,
    );
  });

  it("takes fewer bins for small samples, so that empty bins do not make the index", () => {
    const reference = draws(400, 0, "reference");
    const small = draws(30, 0, "small");
    expect(createInputReference(reference, 1).distance(small).psi).toBeCloseTo(
      psiQuantileBins(reference, small, 5).psi,
      12,
    );
  });

  it("has a PSI for features of two and three values, however few examples a month brings", () => {
    const random = createRandom(6, "values");
    for (const values of [2, 3]) {
      for (let trial = 0; trial < 50; trial++) {
        const drawn = (count: number, upTo: number) => Float32Array.from({ length: count }, () => random.integer(upTo));
        const { distance } = createInputReference(drawn(300, values), 1);
        const calm = distance(drawn(20, values));
        const moved = distance(new Float32Array(20).fill(values));
        for (const figure of Object.values(calm)) expect(Number.isFinite(figure)).toBe(true);
        expect(moved.psi).toBeGreaterThan(calm.psi);
      }
    }
  });

  it("cuts next to a value so frequent that every quantile falls on it, on whichever end it lies", () => {
    const mostly = (value: number) => Float32Array.from({ length: 100 }, (_, i) => (i < 10 ? 1 - value : value));
    for (const value of [0, 1]) {
      const reference = createInputReference(mostly(value), 1);
      expect(reference.distance(mostly(value)).psi).toBe(0);
      // Shares 0.9 and 0.1 become 0.1 and 0.9.
      expect(reference.distance(mostly(1 - value)).psi).toBeCloseTo(2 * 0.8 * Math.log(9), 10);
    }
  });

  it("says nothing by PSI and Wasserstein of a feature that never varied, and everything by KS", () => {
    const distance = createInputReference(new Float32Array(50).fill(0.1), 1).distance(new Float32Array(50).fill(3));
    expect(distance).toMatchObject({ psi: 0, wasserstein: 0, ks: 1 });
    expect(distance.ksPValue).toBeLessThan(0.001);
  });

  it("refuses samples that do not divide into the features", () => {
    expect(() => createInputReference(new Float32Array(5), 2)).toThrow(RangeError);
    expect(() => createInputReference(draws(20, 0, "x"), 2).distance(new Float32Array(3))).toThrow(RangeError);
  });
});
