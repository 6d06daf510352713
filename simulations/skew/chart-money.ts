/** What the answers lose in money, when a missed fraud costs its amount: only where cases have one. */
import type { IntervalChart } from "../ui/chart/model";
import { niceRange } from "../ui/chart/scale";
import { formatNumber } from "../ui/ink/format";
import { caseWords } from "./cases";
import { answerIntervals } from "./chart-cost";
import type { SkewValues } from "./knobs";
import { alarmPrice } from "./money";
import { perCases, type SkewResults } from "./results";

export function moneyChart(results: SkewResults | undefined, values: SkewValues): IntervalChart {
  const { many } = caseWords(values);
  const chart = answerIntervals(results?.money ?? []);
  // The most expensive answer, a constant, may cost so much that the others could not be told apart beside it.
  const highest = chart.rows.map(({ high }) => high).sort((a, b) => a - b);
  return {
    ...chart,
    id: "money",
    title: "Money lost",
    help: `Here a missed fraud costs its own amount, and a false alarm costs ${alarmPrice} €. The setting “Cost of a miss” plays no part. The cheapest threshold is the one that loses least money on each replica’s own test set, so it is a little too good. The axis ends before the most expensive answer, so that you can tell the others apart. Marker: median of the replicas; line: 80 of 100 replicas lie on it.`,
    unit: `€ per ${formatNumber(perCases, 0)} ${many}`,
    x: { label: "", min: 0, max: niceRange([0, ...highest.slice(0, -1)], { min: 0 })[1] },
  };
}
