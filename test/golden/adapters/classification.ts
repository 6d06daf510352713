import { type ConfusionCounts, confusionCounts } from "@/simulations/core/metrics/confusion";
import { multiclassMetrics, type Scores } from "@/simulations/core/metrics/multiclass";
import { brierScore, brierSkill, logLoss } from "@/simulations/core/metrics/probability-scores";
import {
  averagePrecisionOf,
  bendsOfRoc,
  precisionRecallOf,
  precisionRecallTrapezoid,
  rankingCounts,
  rocAucOf,
  rocOf,
} from "@/simulations/core/metrics/ranking";
import { binaryMetrics } from "@/simulations/core/metrics/threshold-metrics";
import type { Adapters } from "../adapter";
import { attempt } from "../compare";
import { digits, type GoldenCase, num, nums, paramsOf } from "../files";

function binary(counts: ConfusionCounts, zeroDivision: number) {
  const m = binaryMetrics(counts, { zeroDivision });
  return {
    ...m,
    f0_5: m.f05,
    cohen_kappa: m.cohenKappa,
    balanced_accuracy: m.balancedAccuracy,
    balanced_accuracy_adjusted: m.balancedAccuracyAdjusted,
  };
}

const labelsOf = (one: GoldenCase) => [digits(one.input.y_true), digits(one.input.y_pred)] as const;

export const classification: Adapters = {
  binary_metrics(one) {
    const { zeroDivision = 0 } = paramsOf(one, "zero_division");
    const [yTrue, yPred] = labelsOf(one);
    return binary(confusionCounts(yTrue, yPred), num(zeroDivision));
  },
  binary_metrics_weighted(one) {
    const { zeroDivision = 0 } = paramsOf(one, "zero_division");
    const [yTrue, yPred] = labelsOf(one);
    return binary(confusionCounts(yTrue, yPred, nums(one.input.weights)), num(zeroDivision));
  },
  multiclass_metrics(one) {
    const { zeroDivision = 0 } = paramsOf(one, "zero_division");
    const [yTrue, yPred] = labelsOf(one);
    const m = multiclassMetrics(yTrue, yPred, nums(one.input.labels), { zeroDivision: num(zeroDivision) });
    const column = (key: keyof Scores | "support") => m.perClass.map((scores) => scores[key]);
    return {
      ...m,
      per_class: {
        precision: column("precision"),
        recall: column("recall"),
        f1: column("f1"),
        support: column("support"),
      },
      cohen_kappa: m.cohenKappa,
      cohen_kappa_linear: m.cohenKappaLinear,
      cohen_kappa_quadratic: m.cohenKappaQuadratic,
      balanced_accuracy: m.balancedAccuracy,
    };
  },
  ranking_metrics(one) {
    paramsOf(one);
    const counts = rankingCounts(digits(one.input.y_true), nums(one.input.score));
    return {
      pr_curve: attempt(() => precisionRecallOf(counts)),
      average_precision: averagePrecisionOf(counts),
      pr_auc_trapezoid: attempt(() => precisionRecallTrapezoid(precisionRecallOf(counts))),
      roc_curve_full: attempt(() => {
        const { falsePositiveRate: fpr, truePositiveRate: tpr, thresholds } = rocOf(counts);
        return { fpr, tpr, thresholds };
      }),
      roc_curve_pruned_points: attempt(() => bendsOfRoc(counts).falsePositiveRate.length),
      roc_auc: attempt(() => rocAucOf(counts)),
    };
  },
  probability_scores(one) {
    paramsOf(one);
    const [yTrue, p] = [digits(one.input.y_true), nums(one.input.p)];
    return {
      log_loss: logLoss(yTrue, p),
      brier: brierScore(yTrue, p),
      brier_skill_vs_base_rate: brierSkill(yTrue, p),
    };
  },
};
