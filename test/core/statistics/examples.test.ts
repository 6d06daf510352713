/** The examples in the headers of core/statistics. */
import { expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { binomialInterval } from "@/simulations/core/statistics/binomial-interval";
import { bootstrap, drawResamples } from "@/simulations/core/statistics/bootstrap";
import { chiSquareContingency } from "@/simulations/core/statistics/chi-square";
import { jensenShannonDistance, klDivergence } from "@/simulations/core/statistics/divergence";
import { histogram, histogramEdges } from "@/simulations/core/statistics/histogram";
import { kolmogorovLimitSurvival, kolmogorovSurvival } from "@/simulations/core/statistics/kolmogorov";
import { ksExactPValue, ksStatisticSorted, ksTwoSample } from "@/simulations/core/statistics/ks";
import { mannWhitney } from "@/simulations/core/statistics/mann-whitney";
import { mixtureLikelihoodRatio, mixtureSprtTwoProportions } from "@/simulations/core/statistics/mixture-sprt";
import { peekingCurve, peekingInflation } from "@/simulations/core/statistics/peeking";
import { psiFromProportions, psiQuantileBins } from "@/simulations/core/statistics/psi";
import { quantile } from "@/simulations/core/statistics/quantile";
import { sprtBernoulli } from "@/simulations/core/statistics/sprt";
import { twoProportionDifference } from "@/simulations/core/statistics/two-proportions";
import { wasserstein } from "@/simulations/core/statistics/wasserstein";

it("quantile", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect([quantile([3, 1], 0), quantile([3, 1], 1)]).toEqual([1, 3]);
});

it("population stability index", () => {
  expect(psiFromProportions([0.5, 0.5], [0.9, 0.1])).toBeCloseTo(0.8788898309344878, 14);
  expect(psiFromProportions([0.5, 0.5, 0], [0.9, 0.1, 0])).toBeCloseTo(0.8788898309344878, 14);
  expect(psiFromProportions([1, 0], [0.5, 0.5])).toBe(Number.POSITIVE_INFINITY);
  const values = Array.from({ length: 20 }, (_, i) => i);
  expect(psiQuantileBins(values, values, 4)).toEqual({
    psi: 0,
    innerEdges: [4.75, 9.5, 14.25],
    referenceCounts: [5, 5, 5, 5],
    currentCounts: [5, 5, 5, 5],
  });
});

it("two-sample Kolmogorov-Smirnov", () => {
  const { statistic, pValue, method } = ksTwoSample([1, 3, 5, 7, 9], [2, 4, 6]);
  expect([statistic, method]).toEqual([0.4, "exact"]);
  expect(pValue).toBeCloseTo(0.8571428571428572, 12);
  expect(ksStatisticSorted([1, 1, 2], [1, 2, 2])).toBeCloseTo(1 / 3, 15);
  // Equal sizes by the closed form and by the lattice walk: 1 of 10 orders on each side.
  expect(ksExactPValue(3, 3, 9)).toBeCloseTo(0.1, 14);
  expect(ksExactPValue(2, 3, 6)).toBeCloseTo(0.2, 14);
});

it("law of the Kolmogorov statistic", () => {
  expect(kolmogorovLimitSurvival(Math.sqrt(1.5))).toBeCloseTo(0.09956184831478034, 14);
  // Both series meet at z = 1.
  expect(kolmogorovLimitSurvival(1 - 1e-9)).toBeCloseTo(kolmogorovLimitSurvival(1), 8);
  // One value: the gap is at least d for all but the middle 2d − 1 of positions.
  expect(kolmogorovSurvival(1, 0.75)).toBeCloseTo(0.5, 14);
  expect(kolmogorovSurvival(10_000, 0.01)).toBeCloseTo(kolmogorovLimitSurvival(1), 2);
});

it("Wasserstein distance", () => {
  expect(wasserstein([1, 3, 5, 7, 9], [2, 4, 6])).toBeCloseTo(1.5333333333333332, 14);
  expect(wasserstein([0, 1], [0, 1], { xWeights: [1, 0], yWeights: [0, 2] })).toBe(1);
});

it("divergences", () => {
  expect(jensenShannonDistance([0.5, 0.5, 0], [0, 0.5, 0.5], 2)).toBeCloseTo(Math.SQRT1_2, 14);
  expect(klDivergence([1, 1], [1, 0])).toBe(Number.POSITIVE_INFINITY);
  expect(jensenShannonDistance([0, 0], [1, 0])).toBeNaN();
});

it("histogram", () => {
  expect(histogramEdges([1, 2, 3, 4], "sturges")).toEqual([1, 2, 3, 4]);
  expect(histogram([1, 2, 3, 4], [1, 2, 3, 4])).toEqual([1, 1, 2]);
  expect(histogramEdges([5, 5], "doane")).toEqual([4.5, 5.5]);
});

it("chi-square", () => {
  expect(
    chiSquareContingency(
      [
        [30, 0],
        [0, 30],
      ],
      { yates: false },
    ).statistic,
  ).toBe(60);
  expect(
    chiSquareContingency([
      [30, 0],
      [0, 30],
    ]).degreesOfFreedom,
  ).toBe(1);
});

it("Mann-Whitney", () => {
  const { u, pValue } = mannWhitney([1, 2, 3], [4, 5, 6], { method: "exact" });
  expect(u).toBe(0);
  expect(pValue).toBeCloseTo(0.1, 14);
  expect(mannWhitney([2, 2], [2, 2, 2]).pValue).toBe(1);
});

it("intervals of shares", () => {
  const [low, high] = binomialInterval(0, 10, { method: "wilson" });
  expect(low).toBe(0);
  expect(high).toBeCloseTo(0.2775327998628892, 12);
  const { interval } = twoProportionDifference(56, 70, 48, 80);
  expect(interval[0]).toBeCloseTo(0.05243147240236498, 12);
  expect(interval[1]).toBeCloseTo(0.33387265403690614, 12);
  expect(twoProportionDifference(0, 5, 0, 5).pValue).toBeNaN();
});

it("bootstrap", () => {
  const data = [1, 2, 3, 4, 10];
  const mean = (rows: ArrayLike<number>) => Array.from(rows).reduce((sum, i) => sum + data[i]!, 0) / rows.length;
  const result = bootstrap(5, mean, drawResamples(5, 1000, createRandom(1, "bootstrap")));
  expect(result.estimate).toBe(4);
  expect(result.percentile[0]).toBeLessThan(4);
  expect(result.percentile[1]).toBeGreaterThan(4);
  // Skewed data: the corrected interval reaches further up.
  expect(result.bca[1]).toBeGreaterThan(result.percentile[1]);
});

it("sequential tests", () => {
  const test = sprtBernoulli([1, 1, 1], { p0: 0.1, p1: 0.5, alpha: 0.05, beta: 0.1 });
  expect([test.decision, test.samples]).toEqual(["accept p1", 2]);
  expect(mixtureLikelihoodRatio(500, 0, 0.186368, 0.0001)).toBeCloseTo(0.8879557667558026, 12);
  const [look] = mixtureSprtTwoProportions([0, 0], [0, 0], { tau2: 0.01, lookEvery: 2 });
  expect([look?.alwaysValidP, look?.fixedHorizonP]).toEqual([1, Number.NaN]);
});

it("peeking", () => {
  expect(peekingInflation(5, 0.05)).toBeCloseTo(0.1417, 4);
  expect(peekingCurve(1, 0.01)[0]).toBeCloseTo(0.01, 6);
});
