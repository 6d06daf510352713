/** One budget and two purchases: what checking labels and collecting clips are worth. */
import { type Band, bandOf } from "../core/statistics/band";
import { seriesOf } from "../course/band-series";
import { cast } from "../course/cast";
import type { IntervalChart, LineChart } from "../ui/chart/model";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { curveSizes, prices } from "./frames";
import type { LabellingValues } from "./knobs";
import type { LabellingResults } from "./results";

const euro = (cost: number) => `${formatNumber(cost, 0)} €`;

const budgetOf = (clips: number) => clips * prices.check;
const boughtWith = (clips: number) => Math.round(budgetOf(clips) / prices.clip);

export function purchaseChart(results: LabellingResults | undefined, { clips }: LabellingValues): IntervalChart {
  const row = (role: IntervalChart["rows"][number]["role"], label: string, of: Band) => ({ role, label, ...of });
  return {
    kind: "intervals",
    id: "purchases",
    title: "One budget, two purchases",
    name: "Purchases",
    help: `We assume that a new clip with its label costs ${formatNumber(100 * prices.clip, 0)} cents and that it costs ${formatNumber(100 * prices.check, 0)} cents to check a label. Accuracies with more clips are read from the learning curve. Marker: median of the replicas; line: 10–90 %.`,
    unit: "accuracy, share of the test clips",
    digits: 2,
    x: { label: "", min: 0, max: 1 },
    rows: results
      ? [
          row(cast.never, `${clips} clips as they are`, results.band("givenHere")),
          row(cast.checked, `Check all ${clips} labels: ${euro(budgetOf(clips))}`, results.band("checkedHere")),
          row(cast.given, `${boughtWith(clips)} more clips: ${euro(budgetOf(clips))}`, bandOf(results.moreClips)),
          row(cast.given, `${clips} more clips: ${euro(clips * prices.clip)}`, bandOf(results.doubled)),
        ]
      : [],
  };
}

/** Sizes of checked sets that are compared: above 400, 1,600 clips as given rarely reach the same accuracy. */
const compared = curveSizes.slice(0, 4);

export function equalChart(results: LabellingResults | undefined, values: LabellingValues): LineChart {
  const most = curveSizes.at(-1)!;
  // What 1,600 clips do not reach counts as more than that: the band leaves the chart, and a median beyond it is left out.
  const pointsOf = ({ equal }: LabellingResults) =>
    compared.map((clips, s): readonly [number, Band] => {
      const { low, middle, high } = bandOf(equal(s).map((needed) => Math.min(needed, 2 * most)));
      return [clips, { low, middle: middle <= most ? middle : Number.NaN, high }];
    });
  const multiple = (times: number) => compared.map((clips) => times * clips);
  return {
    kind: "lines",
    id: "equal",
    title: "Equal accuracy",
    help: "Vertical: how many clips with labels as given lead to the same accuracy as the clips with checked labels on the horizontal axis. The line “Twice as many” shows where twice as many are needed. Where the line “Needed” ends early, 1,600 clips with labels as given are not enough in half of the replicas. In the table, 3,200 stands for more than 1,600.",
    unit: `clips with labels as given · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits: 0,
    x: { label: "clips with checked labels", min: 50, max: 400, ticks: compared, log: true },
    y: { min: 0, max: most },
    series: [
      ...(results ? [seriesOf({ id: "equal", role: cast.given, label: "Needed" }, pointsOf(results))] : []),
      { id: "double", role: cast.truth, label: "Twice as many", x: compared, y: multiple(2) },
      { id: "same", role: cast.never, label: "As many", x: compared, y: multiple(1) },
    ],
    timeline: false,
  };
}
