/** The charts of print("0"): the scores first, then what all thresholds cost and yield, calibration, the metrics side by side, and money. */
import type { Chart } from "../ui/chart/model";
import { calibrationChart } from "./chart-calibration";
import { costChart } from "./chart-cost";
import { precisionRecallChart, rocChart } from "./chart-curves";
import { metricsChart } from "./chart-metrics";
import { moneyChart } from "./chart-money";
import { scoresChart } from "./chart-scores";
import type { SkewValues } from "./knobs";
import type { SkewResults } from "./results";

export function charts(results: SkewResults | undefined, values: SkewValues): Chart[] {
  const draws = [scoresChart, costChart, precisionRecallChart, rocChart, calibrationChart, metricsChart];
  // E-mails have no amount.
  return [...draws, ...(values.data === "synthetic" ? [moneyChart] : [])].map((draw) => draw(results, values));
}
