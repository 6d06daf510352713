/**
 * print("0") in a few numbers.
 *
 * Medians over replicas of the model's metrics at the threshold, with the 10th and 90th percentile beside them as …P10 and
 * …P90; those of the constant answer 0 on the same test sets. A ratio of 0/0 counts as 0. `bestThreshold` is the cheapest on
 * a replica's test set, `costAtBest` what it costs there per case, in units of a false alarm.
 */
import { binaryMetrics } from "../core/metrics/threshold-metrics";
import { bandOf, type Named, namedBand } from "../core/statistics/band";
import { quantile } from "../core/statistics/quantile";
import type { SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";
import { bestThresholds, constantCounts, countsAt, metricsAt } from "./scores";

const constantMetrics = ["accuracy", "recall", "f1", "mcc", "balancedAccuracy"] as const;
const modelMetrics = ["accuracy", "precision", "recall", "f1", "mcc", "balancedAccuracy"] as const;
const rankingMetrics = ["rocAuc", "averagePrecision"] as const;

type ModelMetric = (typeof modelMetrics)[number] | (typeof rankingMetrics)[number];

export interface SkewSummary {
  readonly prevalence: number;
  readonly constant: Readonly<Record<(typeof constantMetrics)[number], number>>;
  readonly model: Named<ModelMetric>;
  readonly bestThreshold: number;
  readonly costAtBest: number;
}

export function summarize(frames: readonly SkewFrame[], values: SkewValues): SkewSummary | Record<string, never> {
  if (frames.length === 0) return {};
  const metrics = metricsAt(frames, values.threshold);
  const constants = countsAt(frames, values.threshold).map((counts) => binaryMetrics(constantCounts(counts)));
  const best = bestThresholds(frames, values.missCost);
  const lists: [ModelMetric, number[]][] = [
    ...modelMetrics.map((name): [ModelMetric, number[]] => [name, metrics.map((one) => one[name])]),
    ...rankingMetrics.map((name): [ModelMetric, number[]] => [
      name,
      frames.flatMap((frame) => Array.from(frame[name])),
    ]),
  ];
  const median = (list: readonly number[]) => quantile(list, 0.5);
  const constant = constantMetrics.map((name) => [name, median(constants.map((one) => one[name]))]);
  const model = lists.map(([name, list]) => namedBand(name, bandOf(list)));
  return {
    prevalence: values.prevalence,
    constant: Object.fromEntries(constant),
    model: Object.assign({}, ...model),
    bestThreshold: median(best.map(({ threshold }) => threshold)),
    costAtBest: median(best.map(({ cost }) => cost)),
  };
}
