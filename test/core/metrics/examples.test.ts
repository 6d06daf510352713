/** The examples in the headers of core/metrics. */
import { expect, it } from "vitest";
import { binormalAveragePrecision, binormalBestThreshold, binormalRocAuc } from "@/simulations/core/metrics/binormal";
import { calibrationCurve } from "@/simulations/core/metrics/calibration";
import { confusionCounts, decide } from "@/simulations/core/metrics/confusion";
import { costCurve } from "@/simulations/core/metrics/cost-curve";
import { costByThreshold } from "@/simulations/core/metrics/cost-threshold";
import { curvesAtRates } from "@/simulations/core/metrics/curves-at-rates";
import { delayedPrequential, noChangeModel } from "@/simulations/core/metrics/delayed-labels";
import { groupFairness } from "@/simulations/core/metrics/fairness";
import { multiclassMetrics } from "@/simulations/core/metrics/multiclass";
import { createFadingError, createWindowError, errorCurve } from "@/simulations/core/metrics/prequential";
import { brierScore } from "@/simulations/core/metrics/probability-scores";
import { averagePrecision, precisionRecallCurve, rankingCounts, rocAuc } from "@/simulations/core/metrics/ranking";
import { resampleScores } from "@/simulations/core/metrics/resampled-scores";
import { streamKappas } from "@/simulations/core/metrics/stream-kappas";
import { binaryMetrics } from "@/simulations/core/metrics/threshold-metrics";
import { createRandom } from "@/simulations/core/random";
import { atOnce } from "@/simulations/core/steps";

it("confusion counts", () => {
  expect(confusionCounts([1, 1, 0, 0], [1, 0, 0, 1])).toEqual({ tn: 1, fp: 1, fn: 1, tp: 1 });
  expect(confusionCounts([1, 0], [1, 0], [2.5, 1])).toEqual({ tn: 1, fp: 0, fn: 0, tp: 2.5 });
  expect([...decide([0.2, 0.5], 0.5)]).toEqual([0, 1]);
});

it("threshold metrics", () => {
  expect(binaryMetrics({ tn: 38, fp: 10, fn: 12, tp: 40 }).f1).toBeCloseTo(0.7843137254901961, 14);
  const silent = { tn: 990, fp: 0, fn: 10, tp: 0 };
  expect(binaryMetrics(silent)).toMatchObject({ accuracy: 0.99, precision: 0, f1: 0, mcc: 0, balancedAccuracy: 0.5 });
  expect(binaryMetrics(silent, { zeroDivision: Number.NaN }).precision).toBeNaN();
  expect(binaryMetrics({ tn: 5, fp: 0, fn: 0, tp: 0 }).cohenKappa).toBeNaN();
});

it("several classes", () => {
  expect(multiclassMetrics([0, 1, 2], [0, 1, 1], [0, 1, 2]).accuracy).toBeCloseTo(2 / 3, 15);
  expect(multiclassMetrics(["cat", "dog"], ["cat", "cat"], ["cat", "dog"]).confusion).toEqual([
    [1, 0],
    [1, 0],
  ]);
});

it("ranking", () => {
  expect(rocAuc([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1])).toBe(0.875);
  expect(averagePrecision([0, 0], [0.1, 0.2])).toBe(0);
  const { precision, recall, thresholds } = precisionRecallCurve([0, 1], [0.3, 0.7]);
  expect([[...precision], [...recall], [...thresholds]]).toEqual([
    [0.5, 1, 1],
    [1, 1, 0],
    [0.3, 0.7],
  ]);
});

it("ranking of two normal score distributions approaches the closed forms", () => {
  const random = createRandom(5, "binormal");
  const yTrue = Array.from({ length: 40_000 }, () => Number(random.chance(0.1)));
  const scores = yTrue.map((label) => random.normal(1.5 * label));
  expect(binormalRocAuc(1)).toBeCloseTo(0.7602499389065233, 14);
  expect(rocAuc(yTrue, scores)).toBeCloseTo(binormalRocAuc(1.5), 1);
  expect(averagePrecision(yTrue, scores)).toBeCloseTo(binormalAveragePrecision(1.5, 0.1), 1);
});

it("the cheapest threshold of two normals is cheaper than its neighbours", () => {
  const cost = (threshold: number, at = binormalBestThreshold(1.5, 0.1, 10)) => {
    const shifted = binormalBestThreshold(1.5, 0.1, 10 * Math.exp(1.5 * (at.threshold - threshold)));
    return 0.1 * 10 * (1 - shifted.recall) + 0.9 * shifted.falsePositiveRate;
  };
  const { threshold, expectedCost } = binormalBestThreshold(1.5, 0.1, 10);
  expect(cost(threshold)).toBeCloseTo(expectedCost, 12);
  expect(cost(threshold + 0.05)).toBeGreaterThan(expectedCost);
  expect(cost(threshold - 0.05)).toBeGreaterThan(expectedCost);
});

it("probabilities", () => {
  expect(brierScore([1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25])).toBe(0.1875);
  expect(calibrationCurve([0, 1, 0, 1], [0.4, 0.4, 0.4, 0.4]).ece).toBeCloseTo(0.1, 15);
});

it("costs", () => {
  expect(costCurve([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9], [0.5]).lowerEnvelope).toEqual([0]);
  expect(costByThreshold([0, 1], [0.2, 0.8], { falsePositive: 1, falseNegative: 10 }).bestThreshold).toBe(0.8);
  // With free alarms missing nothing is best, with free misses silence.
  expect(costByThreshold([0, 1], [0.8, 0.2], { falsePositive: 0, falseNegative: 1 }).bestThreshold).toBe(0.2);
  expect(costByThreshold([0, 1], [0.8, 0.2], { falsePositive: 1, falseNegative: 0 }).bestThreshold).toBe(Infinity);
});

it("fairness", () => {
  const { betweenGroups, byGroup } = groupFairness([1, 0, 1, 0], [1, 1, 0, 0], ["a", "a", "b", "b"]);
  expect(betweenGroups.demographicParityDifference).toBe(1);
  expect(byGroup.get("a")?.selectionRate).toBe(1);
});

it("streams", () => {
  expect([...errorCurve(createFadingError(0.5), [1, 0])]).toEqual([1, 1 / 3]);
  expect([...errorCurve(createWindowError(2), [1, 0, 0, 1])]).toEqual([1, 0.5, 0, 0.5]);
  expect(delayedPrequential([0, 0, 1], noChangeModel<number>(), 1).predictions).toEqual([undefined, 0, 0]);
  expect(delayedPrequential([0, 1], noChangeModel<number>(), 5).accuracy).toBeNaN();
  expect(streamKappas([0, 0, 1, 1], [0, 0, 1, 1]).kappaTemporal).toBe(1);
});

it("curves at rates", () => {
  expect([...curvesAtRates(rankingCounts([1, 0], [0.9, 0.1]), 1).recall]).toEqual([1, 1]);
});

it("resampled scores", () => {
  const random = createRandom(1, "example");
  const one = { labels: [1, 0], scores: [0.9, 0.1], thresholds: [0.5], samples: 0, rateSteps: 1, random };
  expect([...atOnce(resampleScores(one)).tp]).toEqual([1]);
});
