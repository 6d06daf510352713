/** What a reader's own scores show, in sentences and rows. */
import { formatNumber } from "../ui/ink/format";
import { missText, percent } from "./cases";
import { metricRows } from "./metric-rows";
import { ownThresholdText } from "./own-charts";
import { type OwnResults, type Spread, spreadOf } from "./own-results";
import { perCases } from "./results";

const whole = (count: number) => formatNumber(count, 0);
const cases = (count: number) => `${whole(count)} ${count === 1 ? "case" : "cases"}`;

export function ownVerdict({ metrics, constant }: OwnResults): string {
  const { tp, fn, accuracy } = metrics[0]!;
  return `Your scores catch ${whole(tp)} of ${whole(tp + fn)} positives and are correct for ${percent(accuracy)} of all cases. print("0") catches none and is correct for ${percent(constant.accuracy)}.`;
}

export function ownWords(results: OwnResults): string {
  const { judged, metrics, missCost, threshold, cheapest, costsAt, rocAuc, averagePrecision, positives } = results;
  const { tp, fp, fn, f1 } = metrics[0]!;
  const alarms = tp + fp;
  const { range } = judged;
  const digits = cheapest.cost.own < 20 ? 1 : 0;
  const never = (perCases * positives * missCost) / results.cases;
  return [
    `The file has ${cases(results.cases)} with score and label: ${whole(positives)} positive, ${whole(results.cases - positives)} negative.`,
    `At threshold ${ownThresholdText(threshold, range)} there ${alarms === 1 ? "is 1 alarm" : `are ${whole(alarms)} alarms`}, of which ${whole(tp)} ${tp === 1 ? "is" : "are"} correct; ${whole(fn)} of ${whole(positives)} positives are missed. F1 is ${formatNumber(f1, 3)}; that of print("0") is 0.`,
    `Over all thresholds, the area under the ROC curve is ${formatNumber(rocAuc.own, 3)} and the average precision ${formatNumber(averagePrecision.own, 3)}.`,
    `When a miss costs as much as ${missText(missCost)}, the cheapest threshold is ${ownThresholdText(cheapest.threshold.own, range)}. Per ${whole(perCases)} cases it costs ${formatNumber(cheapest.cost.own, digits)} (counted in false alarms), ${ownThresholdText(threshold, range)} costs ${formatNumber(costsAt(threshold)[0]!, digits)}, and print("0") costs ${formatNumber(never, digits)}.`,
    ...(judged.calibration
      ? [`The expected calibration error is ${formatNumber(judged.calibration.error, 3)}.`]
      : ["Some scores lie outside 0…1, so they rank the cases and are not read as probabilities."]),
  ].join(" ");
}

export interface OwnRow {
  readonly label: string;
  readonly detail?: string;
  readonly help?: string;
  readonly cells: readonly [own: string, constant: string, samples: string];
}

const range = ({ low, high }: Spread, digits: number) => `${formatNumber(low, digits)}–${formatNumber(high, digits)}`;

/** Accuracy needs one digit more, as in the experiment. */
export function ownRows({ metrics, constant, rocAuc, averagePrecision, positives, cases }: OwnResults): OwnRow[] {
  const ofCounts = metricRows.map((row): OwnRow => {
    const digits = row.key === "accuracy" ? 4 : 3;
    const text = (one: (typeof metrics)[number]) => (row.undefined(one) ? "0/0" : formatNumber(one[row.key], digits));
    return {
      label: row.label,
      detail: row.formula,
      help: row.help,
      cells: [text(metrics[0]!), text(constant), range(spreadOf(metrics.map((one) => one[row.key])), digits)],
    };
  });
  return [
    ...ofCounts,
    {
      label: "Area under the ROC curve",
      detail: "over all thresholds",
      cells: [formatNumber(rocAuc.own, 3), formatNumber(0.5, 3), range(rocAuc, 3)],
    },
    {
      label: "Average precision",
      detail: "over all thresholds",
      cells: [formatNumber(averagePrecision.own, 3), formatNumber(positives / cases, 3), range(averagePrecision, 3)],
    },
  ];
}
