import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialInterval } from "@/simulations/core/statistics/binomial-interval";
import { bootstrap } from "@/simulations/core/statistics/bootstrap";
import { chiSquareContingency } from "@/simulations/core/statistics/chi-square";
import { jensenShannonDivergence, klDivergence } from "@/simulations/core/statistics/divergence";
import { histogramEdges } from "@/simulations/core/statistics/histogram";
import { ksTwoSample } from "@/simulations/core/statistics/ks";
import { mannWhitney } from "@/simulations/core/statistics/mann-whitney";
import { mixtureSprtTwoProportions } from "@/simulations/core/statistics/mixture-sprt";
import { psiFromProportions, psiQuantileBins } from "@/simulations/core/statistics/psi";
import { quantile } from "@/simulations/core/statistics/quantile";
import { createSprt } from "@/simulations/core/statistics/sprt";
import { twoProportionDifference } from "@/simulations/core/statistics/two-proportions";
import { wasserstein } from "@/simulations/core/statistics/wasserstein";

const samples = { ksTwoSample, mannWhitney, wasserstein, psiQuantileBins };

describe("two samples", () => {
  for (const [name, compare] of Object.entries(samples)) {
    it(`${name} refuses an empty sample and NaN on either side`, () => {
      expect(() => compare([], [1, 2])).toThrow(/must hold at least one value, got an empty list$/);
      expect(() => compare([1, 2], [])).toThrow(/must hold at least one value, got an empty list$/);
      expect(() => compare([1, Number.NaN], [1, 2])).toThrow(/NaN/);
      expect(() => compare([1, 2], [1, Number.NaN])).toThrow(/NaN/);
    });
  }
});

describe("named errors", () => {
  it.each([
    [() => psiFromProportions([0.5, 0.5], [1]), "current must be as long as reference (2 values), got 1"],
    [() => psiFromProportions([0.5, 1.5], [0.5, 0.5]), "reference[1] must be between 0 and 1, got 1.5"],
    [() => psiFromProportions([1], [1], 0), "zeroFill must be a finite number above 0, got 0"],
    [() => psiQuantileBins([2, 2, 2], [1, 3]), /^reference must have quantiles .* got 1 distinct edges \(2\)$/],
    [() => klDivergence([0.5, -0.5], [1, 0]), "p[1] must be a finite number of at least 0, got -0.5"],
    [() => jensenShannonDivergence([], []), "p must hold at least one value, got an empty list"],
    [() => quantile([1], 1.01), "q must be between 0 and 1, got 1.01"],
    [() => histogramEdges([1, Number.POSITIVE_INFINITY], "doane"), "values[1] must be a finite number, got Infinity"],
    [() => wasserstein([1, 2], [1], { xWeights: [0, 0] }), "xWeights must have a sum above 0, got 0"],
    [() => chiSquareContingency([[1, 2]]), "table must have at least two rows and two columns, got 1 by 2"],
    [
      () =>
        chiSquareContingency([
          [1, 0],
          [2, 0],
        ]),
      "the total of column 1 of table must be a finite number above 0, got 0",
    ],
    [() => binomialInterval(0, 0), "n must be a whole number of at least 1, got 0"],
    [() => binomialInterval(3, 2), "successes must be a whole number from 0 to 2, got 3"],
    [() => binomialInterval(1, 2, { confidence: 1 }), "confidence must be above 0 and below 1, got 1"],
    [() => twoProportionDifference(1, 2, 0, 0), "n must be a whole number of at least 1, got 0"],
    [() => bootstrap(3, () => 1, []), "resamples must hold at least one value, got an empty list"],
    [() => createSprt({ p0: 0.1, p1: 0.1 }), "p1 must differ from p0 = 0.1, got 0.1"],
    [() => mixtureSprtTwoProportions([0, 2], [0, 1], { tau2: 1 }), "a[1] must be 0 or 1, got 2"],
  ])("case %#", (act, message) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });
});

describe("what holds for any samples", () => {
  const sample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });

  it("KS is symmetric, and its exact p-value falls as the gap grows", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const there = ksTwoSample(x, y);
        const back = ksTwoSample(y, x);
        expect(back.statistic).toBe(there.statistic);
        expect(back.pValue).toBeCloseTo(there.pValue, 12);
        expect(there.pValue).toBeGreaterThan(0);
        expect(there.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("Wasserstein of a shifted sample is the shift; weights of 1 change nothing", () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: 0, max: 9 }), (x, y, shift) => {
        expect(
          wasserstein(
            x,
            x.map((value) => value + shift),
          ),
        ).toBeCloseTo(shift, 9);
        const weights = { xWeights: x.map(() => 1), yWeights: y.map(() => 1) };
        expect(wasserstein(x, y, weights)).toBeCloseTo(wasserstein(x, y), 9);
      }),
    );
  });

  it("U of both samples adds up to the number of pairs", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        expect(mannWhitney(x, y).u + mannWhitney(y, x).u).toBe(x.length * y.length);
      }),
    );
  });

  it("PSI is the sum of both KL divergences", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const share = (list: number[]) => list.map((count) => count / list.reduce((sum, one) => sum + one, 0));
        const both = klDivergence(a, b) + klDivergence(b, a);
        expect(psiFromProportions(share(a), share(b))).toBeCloseTo(both, 10);
      }),
    );
  });
});
