/** The charts of print("0"): the scores first, then what all thresholds cost and yield, calibration, and the metrics side by side. */
import type { Chart } from "../ui/chart/model";
import { calibrationChart } from "./chart-calibration";
import { costChart } from "./chart-cost";
import { precisionRecallChart, rocChart } from "./chart-curves";
import { metricsChart } from "./chart-metrics";
import { scoresChart } from "./chart-scores";
import type { SkewValues } from "./knobs";
import type { SkewResults } from "./results";

export function charts(results: SkewResults | undefined, values: SkewValues): Chart[] {
  return [scoresChart, costChart, precisionRecallChart, rocChart, calibrationChart, metricsChart].map((draw) =>
    draw(results, values),
  );
}
