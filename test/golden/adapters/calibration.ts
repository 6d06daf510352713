import { calibrationCurve, topLabelCalibration } from "@/simulations/core/metrics/calibration";
import { confusionCounts } from "@/simulations/core/metrics/confusion";
import { costCurve } from "@/simulations/core/metrics/cost-curve";
import { costByThreshold } from "@/simulations/core/metrics/cost-threshold";
import { brierDecomposition } from "@/simulations/core/metrics/probability-scores";
import { binaryMetrics } from "@/simulations/core/metrics/threshold-metrics";
import { type BinomialMethod, binomialInterval } from "@/simulations/core/statistics/binomial-interval";
import { bootstrap, type Statistic } from "@/simulations/core/statistics/bootstrap";
import { quantile } from "@/simulations/core/statistics/quantile";
import { twoProportionDifference } from "@/simulations/core/statistics/two-proportions";
import type { Adapters } from "../adapter";
import { digits, type GoldenCase, num, nums, paramsOf } from "../files";

const at = (values: readonly number[], rows: ArrayLike<number>) => Array.from(rows, (row) => values[row]!);

function statisticOf(one: GoldenCase, name: unknown): { n: number; statistic: Statistic } {
  if (one.input.y_true !== undefined) {
    const [yTrue, yPred] = [digits(one.input.y_true), digits(one.input.y_pred)];
    const metric = (rows: ArrayLike<number>) => binaryMetrics(confusionCounts(at(yTrue, rows), at(yPred, rows)));
    const named = metric([0]);
    if (typeof name !== "string" || !(name in named)) throw new Error(`statistic ${name} is not known to the runner`);
    return { n: yTrue.length, statistic: (rows) => metric(rows)[name as keyof typeof named] };
  }
  const data = nums(one.input.data);
  const mean: Statistic = (rows) => at(data, rows).reduce((sum, value) => sum + value, 0) / rows.length;
  const median: Statistic = (rows) => quantile(at(data, rows), 0.5);
  const statistic = { mean, median }[String(name)];
  if (!statistic) throw new Error(`statistic ${name} is not known to the runner`);
  return { n: data.length, statistic };
}

export const calibration: Adapters = {
  calibration_curve(one) {
    const { bins = 10, strategy = "uniform" } = paramsOf(one, "bins", "strategy");
    const curve = calibrationCurve(digits(one.input.y_true), nums(one.input.p), {
      bins: num(bins),
      strategy: strategy as "uniform" | "quantile",
    });
    return {
      bin_edges: curve.binEdges,
      bin_counts: curve.binCounts,
      prob_true: curve.shareTrue,
      prob_pred: curve.meanPredicted,
      ece: curve.ece,
      mce: curve.mce,
    };
  },
  ece_top_label(one) {
    const { bins = 15 } = paramsOf(one, "bins");
    const result = topLabelCalibration(nums(one.input.confidence), digits(one.input.correct), { bins: num(bins) });
    return { ...result, mean_confidence: result.meanConfidence, bin_counts: result.binCounts };
  },
  brier_decomposition(one) {
    paramsOf(one);
    return brierDecomposition(digits(one.input.y_true), nums(one.input.p));
  },
  binomial_interval(one) {
    const { confidence = 0.95 } = paramsOf(one, "confidence");
    const interval = (method: BinomialMethod) =>
      binomialInterval(num(one.input.successes), num(one.input.n), { method, confidence: num(confidence) });
    return {
      wald: interval("wald"),
      wilson: interval("wilson"),
      clopper_pearson: interval("clopperPearson"),
      agresti_coull: interval("agrestiCoull"),
      jeffreys: interval("jeffreys"),
      wilson_continuity: interval("wilsonContinuity"),
    };
  },
  two_proportion_difference(one) {
    paramsOf(one);
    const { successes_a, n_a, successes_b, n_b } = one.input;
    const result = twoProportionDifference(num(successes_a), num(n_a), num(successes_b), num(n_b));
    return {
      difference: result.difference,
      newcombe_95: result.interval,
      z_pooled: result.z,
      p_two_sided: result.pValue,
    };
  },
  bootstrap(one) {
    const { statistic: name } = paramsOf(one, "statistic");
    const { n, statistic } = statisticOf(one, name);
    const resamples = (one.input.resample_indices as string[]).map((text) =>
      [...text].map((letter) => letter.charCodeAt(0) - 97),
    );
    const result = bootstrap(n, statistic, resamples);
    return {
      estimate: result.estimate,
      standard_error: result.standardError,
      percentile_95: result.percentile,
      basic_95: result.basic,
      bca_95: result.bca,
      bca_z0: result.bias,
      bca_acceleration: result.acceleration,
    };
  },
  cost_curve(one) {
    paramsOf(one);
    const { y_true, score, pc_plus } = one.input;
    const curve = costCurve(digits(y_true), nums(score), nums(pc_plus));
    return {
      lower_envelope: curve.lowerEnvelope,
      area_under_envelope: curve.areaUnderEnvelope,
      roc_convex_hull: curve.rocConvexHull,
      roc_auc: curve.rocAuc,
      hull_auc: curve.hullAuc,
    };
  },
  cost_threshold(one) {
    const { costFp, costFn, costTp = 0, costTn = 0 } = paramsOf(one, "cost_fp", "cost_fn", "cost_tp", "cost_tn");
    const result = costByThreshold(digits(one.input.y_true), nums(one.input.p), {
      falsePositive: num(costFp),
      falseNegative: num(costFn),
      truePositive: num(costTp),
      trueNegative: num(costTn),
    });
    return {
      bayes_threshold: result.bayesThreshold,
      thresholds: Array.from(result.thresholds, (threshold) => (Number.isFinite(threshold) ? threshold : "none")),
      total_cost: result.totalCost,
      min_cost: result.minCost,
    };
  },
};
