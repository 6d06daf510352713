/** Precision by recall and the ROC curve: all thresholds at once, and the reader's code as a point. */
import type { BinaryMetrics } from "../core/metrics/threshold-metrics";
import { bandOf } from "../core/statistics/band";
import type { EventMark, LineChart, Role } from "../ui/chart/model";
import { caseWords, short, thresholdText } from "./cases";
import { rateSteps, type SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";
import type { SkewResults } from "./results";
import { fifths, lineMeaning, modelSeries } from "./series";

const rates = Array.from({ length: rateSteps + 1 }, (_, i) => i / rateSteps);

/** Curves of every replica at the same rates: [replica][rate]. */
function curves(frames: readonly SkewFrame[], which: "precision" | "recall"): number[][] {
  return frames.flatMap((frame) =>
    Array.from({ length: frame.replicas.to - frame.replicas.from }, (_, r) =>
      Array.from(frame[which].subarray(r * (rateSteps + 1), (r + 1) * (rateSteps + 1))),
    ),
  );
}

const event = ([x, y]: readonly [number, number], role: Role, label: string): EventMark => ({
  kind: "event",
  x,
  y,
  role,
  label,
});

/** The points of the threshold set and of the best one, on a curve; the best is left out where it would cover another. */
function pointsOf(
  { cheapest: best, values, metricsAt, own }: SkewResults,
  placeOf: (metrics: readonly BinaryMetrics[]) => [number, number] | undefined,
): EventMark[] {
  const mine = placeOf(metricsAt(values.threshold));
  const cheapest = best && placeOf(metricsAt(best.threshold.middle));
  const code = own && placeOf(own);
  const isApart = (at: readonly [number, number] | undefined) =>
    !at || !cheapest || Math.hypot(at[0] - cheapest[0], at[1] - cheapest[1]) > 0.12;
  return [
    ...(cheapest && isApart(mine) && isApart(code) ? [event(cheapest, "alarm", "cheapest")] : []),
    ...(mine ? [event(mine, "you", `threshold ${thresholdText(values.threshold)}`)] : []),
    ...(code ? [event(code, "you", "your code")] : []),
  ];
}

export function precisionRecallChart(results: SkewResults | undefined, values: SkewValues): LineChart {
  const { positives } = caseWords(values);
  const area = results?.averagePrecision;
  return {
    kind: "lines",
    id: "precision-recall",
    title: "Precision by recall",
    help: `Every threshold is a point. To the right, more of the ${positives} are caught (recall). Upwards, more of the alarms are correct (precision). The area under the line is the average precision, summed in steps as scikit-learn does it. The thin line shows alarms raised at random: their precision is the share of positives. To make the line less uneven it is drawn from at least 1,000 positives in each replica, weighted to their true share.`,
    unit: `precision · ${lineMeaning(results, values)}`,
    digits: 2,
    x: { label: "recall", min: 0, max: 1, ticks: fifths },
    y: { min: 0, max: 1, ticks: fifths },
    series:
      results && area
        ? [modelSeries(rates, curves(results.run.frames, "precision"), `area ${short(area.middle)}`)]
        : [],
    marks: [
      {
        kind: "level",
        at: values.prevalence,
        role: "truth",
        label: `${short(values.prevalence)}: alarms at random`,
      },
      ...(results
        ? pointsOf(results, (metrics) => {
            const alarms = bandOf(metrics.map(({ tp, fp }) => tp + fp)).middle;
            if (alarms === 0) return undefined;
            return [bandOf(metrics.map(({ recall }) => recall)).middle, bandOf(metrics.map((m) => m.precision)).middle];
          })
        : []),
    ],
    timeline: false,
  };
}

export function rocChart(results: SkewResults | undefined, values: SkewValues): LineChart {
  const { positives, negative, many } = caseWords(values);
  const area = results?.rocAuc;
  return {
    kind: "lines",
    id: "roc",
    title: "ROC curve",
    help: `Every threshold is a point. Upwards: the share of the ${positives} that get an alarm (recall). To the right: the share of the ${negative} ${many} that get one. Both are shares within one class, so how rare the positives are makes no difference. The area is the chance that a positive gets a higher score than a negative (Hanley and McNeil 1982).`,
    unit: `recall · ${lineMeaning(results, values)}`,
    digits: 2,
    x: { label: "false-alarm rate", min: 0, max: 1, ticks: fifths },
    y: { min: 0, max: 1, ticks: fifths },
    series: [
      ...(results && area
        ? [modelSeries(rates, curves(results.run.frames, "recall"), `area ${short(area.middle)}`)]
        : []),
      { id: "random", role: "truth", label: "At random", x: [0, 1], y: [0, 1], figure: "area 0.5" },
    ],
    marks: results
      ? pointsOf(results, (metrics) => [
          bandOf(metrics.map(({ fp, tn }) => fp / (fp + tn))).middle,
          bandOf(metrics.map(({ recall }) => recall)).middle,
        ])
      : [],
    timeline: false,
  };
}
