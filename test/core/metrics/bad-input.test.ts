import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationCurve, topLabelCalibration } from "@/simulations/core/metrics/calibration";
import { confusionCounts, decide } from "@/simulations/core/metrics/confusion";
import { costCurve } from "@/simulations/core/metrics/cost-curve";
import { costByThreshold } from "@/simulations/core/metrics/cost-threshold";
import { delayedPrequential, majorityModel } from "@/simulations/core/metrics/delayed-labels";
import { groupFairness } from "@/simulations/core/metrics/fairness";
import { multiclassMetrics } from "@/simulations/core/metrics/multiclass";
import { createFadingError, createWindowError } from "@/simulations/core/metrics/prequential";
import { brierDecomposition, brierScore, logLoss } from "@/simulations/core/metrics/probability-scores";
import { averagePrecision, precisionRecallCurve, rankingCounts, rocAuc } from "@/simulations/core/metrics/ranking";
import { binaryMetrics } from "@/simulations/core/metrics/threshold-metrics";

const ofProbabilities = { logLoss, brierScore, brierDecomposition, calibrationCurve };

describe("labels with probabilities", () => {
  for (const [name, score] of Object.entries(ofProbabilities)) {
    it(`${name} names what it refuses`, () => {
      expect(() => score([], [])).toThrow("yTrue must hold at least one value, got an empty list");
      expect(() => score([1, 0], [0.5])).toThrow("p must be as long as yTrue (2 values), got 1");
      expect(() => score([1, 2], [0.5, 0.5])).toThrow("yTrue[1] must be 0 or 1, got 2");
      expect(() => score([1, 0], [0.5, 1.1])).toThrow("p[1] must be between 0 and 1, got 1.1");
      expect(() => score([1, 0], [Number.NaN, 0.1])).toThrow("p[0] must be between 0 and 1, got NaN");
    });
  }
});

describe("named errors", () => {
  it.each([
    [() => confusionCounts([], []), "yTrue must hold at least one value, got an empty list"],
    [() => confusionCounts([1, 0], [1, 0], [1, -1]), "weights[1] must be a finite number of at least 0, got -1"],
    [() => decide([0.5], Number.NaN), "threshold must be a number, got NaN"],
    [() => binaryMetrics({ tn: 0, fp: 0, fn: 0, tp: 0 }), "the sum of counts must be a finite number above 0, got 0"],
    [
      () => binaryMetrics({ tn: 1, fp: 0, fn: 0, tp: 0 }, { zeroDivision: 2 }),
      "zeroDivision must be 0, 1 or NaN, got 2",
    ],
    [() => multiclassMetrics([0, 3], [0, 1], [0, 1]), "yTrue[1] must be one of 0, 1, got 3"],
    [() => rankingCounts([1, 0], [0.1, Number.NaN]), "scores[1] must be a finite number, got NaN"],
    [() => rocAuc([1, 1], [0.1, 0.2]), "yTrue must hold both classes for the area under a ROC curve, got only 1"],
    [() => rocAuc([0, 0], [0.1, 0.2]), "yTrue must hold both classes for the area under a ROC curve, got only 0"],
    [() => precisionRecallCurve([0], [0.1]), "yTrue must hold at least one 1 for a recall, got only 0"],
    [() => costCurve([0, 1], [0, 1], [1.5]), "pcPlus[0] must be between 0 and 1, got 1.5"],
    [
      () => costByThreshold([0, 1], [0, 1], { falsePositive: Number.NaN, falseNegative: 1 }),
      "falsePositive must be a finite number, got NaN",
    ],
    [() => topLabelCalibration([], []), "confidence must hold at least one value, got an empty list"],
    [() => groupFairness([1, 0], [1, 0], ["a"]), "group must be as long as yTrue (2 values), got 1"],
    [() => createFadingError(1.1), "alpha must be between 0 and 1, got 1.1"],
    [() => createWindowError(0), "size must be a whole number of at least 1, got 0"],
    [() => createWindowError(3).update(Number.NaN), "loss must be a finite number, got NaN"],
    [() => delayedPrequential([1], majorityModel<number>(), -1), "delay must be a whole number of at least 0, got -1"],
  ])("case %#", (act, message) => {
    expect(act).toThrow(new RangeError(message));
  });
});

describe("ranking against its definition", () => {
  const cases = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 25 })
    .filter((rows) => new Set(rows.map(([label]) => label)).size === 2);

  it("area under the ROC curve is the share of pairs in order, ties half", () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const scoresOf = (label: number) => rows.filter(([own]) => own === label).map(([, score]) => score);
        const pairs = scoresOf(1).flatMap((p) => scoresOf(0).map((q) => (p > q ? 1 : p === q ? 0.5 : 0)));
        const share = pairs.reduce<number>((sum, value) => sum + value, 0) / pairs.length;
        const area = rocAuc(
          rows.map(([label]) => label),
          rows.map(([, score]) => score),
        );
        expect(area).toBeCloseTo(share, 12);
      }),
    );
  });

  it("each point of the precision-recall curve is what its threshold decides", () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const yTrue = rows.map(([label]) => label);
        const scores = rows.map(([, score]) => score);
        const curve = precisionRecallCurve(yTrue, scores);
        let area = 0;
        curve.thresholds.forEach((threshold, k) => {
          const metrics = binaryMetrics(confusionCounts(yTrue, decide(scores, threshold)));
          expect(curve.precision[k]).toBeCloseTo(metrics.precision, 12);
          expect(curve.recall[k]).toBeCloseTo(metrics.recall, 12);
          area += (curve.recall[k]! - curve.recall[k + 1]!) * metrics.precision;
        });
        expect(averagePrecision(yTrue, scores)).toBeCloseTo(area, 12);
      }),
    );
  });

  it("the cost at each threshold is the sum over cases", () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const yTrue = rows.map(([label]) => label);
        const scores = rows.map(([, score]) => score);
        const { thresholds, totalCost } = costByThreshold(yTrue, scores, { falsePositive: 2, falseNegative: 7 });
        thresholds.forEach((threshold, k) => {
          const { fp, fn } = confusionCounts(yTrue, decide(scores, threshold));
          expect(totalCost[k]).toBe(2 * fp + 7 * fn);
        });
      }),
    );
  });
});
