/** Six metrics of the model at the threshold set, and what the constant answer gets on the same cases. */
import { binaryMetrics } from "../core/metrics/threshold-metrics";
import { bandOf } from "../core/statistics/band";
import type { IntervalChart } from "../ui/chart/model";
import { thresholdText } from "./cases";
import type { SkewValues } from "./knobs";
import { metricRows } from "./metric-rows";
import type { SkewResults } from "./results";
import { constantCounts } from "./scores";

/** Accuracy first; then the one that looks most like it. */
const order = ["accuracy", "balancedAccuracy", "precision", "recall", "f1", "mcc"] as const;

export function metricsChart(results: SkewResults | undefined, values: SkewValues): IntervalChart {
  const metrics = results?.metrics ?? [];
  const constant = metrics[0] && binaryMetrics(constantCounts(metrics[0]));
  const rows = order.map((key) => metricRows.find((row) => row.key === key)!);
  return {
    kind: "intervals",
    id: "metrics",
    title: "Six metrics",
    help: 'Circle: median of the model’s replicas at the threshold that is set; line: 10–90 %. Cross: the constant answer 0 on the same cases. Where circle and cross are close together, the metric does not see that the model does more than print("0"). Precision without any alarm is undefined and counts as 0.',
    unit: `at threshold ${thresholdText(values.threshold)} · circle: model, cross: print("0")`,
    digits: 3,
    x: { label: "value of the metric", min: Math.min(0, ...metrics.map(({ mcc }) => mcc)), max: 1, ticks: [0, 0.5, 1] },
    rows: constant
      ? rows.map(({ key, label }) => ({
          role: "blue",
          label,
          ...bandOf(metrics.map((one) => one[key])),
          beside: { role: "grey", label: 'print("0")', at: constant[key] },
        }))
      : [],
  };
}
