/** What print("0") draws: precision and recall, the ROC curve, cost by threshold, and the figures beside the constant's. */
import { quantile } from "../core/statistics/quantile";
import type { Chart, IntervalChart, LineChart, Series } from "../ui/chart/model";
import { niceRange } from "../ui/chart/scale";
import { formatNumber } from "../ui/format";
import { caseWords, short } from "./cases";
import { rateSteps, type SkewFrame, thresholdSteps } from "./frames";
import type { SkewValues } from "./knobs";
import { type Band, bandOf, calibratedBest, type SkewRun } from "./results";
import { bestThresholds, constantCounts, costOf, countsAt, metricsAt } from "./scores";

const rates = Array.from({ length: rateSteps + 1 }, (_, i) => i / rateSteps);
const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** Costs are read per so many cases. */
export const perCases = 1000;

/** About thirty thresholds a decade, each one that the knob can take. */
const drawnThresholds = [...new Set(Array.from({ length: 91 }, (_, i) => Math.round(10 ** (i / 30)) / thresholdSteps))];

const meaning = (run: SkewRun | undefined, values: SkewValues) =>
  `line: median of ${run?.replicasDone ?? values.replicas} replicas, band: 10–90 %`;

/** Curves of every replica at the same rates: [replica][rate]. */
function curves(frames: readonly SkewFrame[], which: "precision" | "recall"): number[][] {
  return frames.flatMap((frame) =>
    Array.from({ length: frame.replicas.to - frame.replicas.from }, (_, r) =>
      Array.from(frame[which].subarray(r * (rateSteps + 1), (r + 1) * (rateSteps + 1))),
    ),
  );
}

function modelSeries(x: readonly number[], replicas: readonly (readonly number[])[], figure: string): Series {
  const at = (q: number) =>
    x.map((_, i) =>
      quantile(
        replicas.map((line) => line[i]!),
        q,
      ),
    );
  return { id: "model", role: "all", label: "Model", x, y: at(0.5), low: at(0.1), high: at(0.9), figure, replicas };
}

type Events = NonNullable<LineChart["events"]>;

/** The points of the threshold set and of the best one, on a curve; the best is left out where it would cover the other. */
function pointsOf(
  run: SkewRun,
  values: SkewValues,
  place: (threshold: number) => [number, number] | undefined,
): Events {
  const best = bandOf(bestThresholds(run.frames, values.missCost).map(({ threshold }) => threshold)).middle;
  const mine = place(values.threshold);
  const cheapest = place(best);
  const apart = mine && cheapest && Math.hypot(mine[0] - cheapest[0], mine[1] - cheapest[1]) > 0.12;
  return [
    ...(cheapest && (apart || !mine)
      ? [{ x: cheapest[0], y: cheapest[1], role: "alarm" as const, label: "best" }]
      : []),
    ...(mine ? [{ x: mine[0], y: mine[1], role: "you" as const, label: `threshold ${short(values.threshold)}` }] : []),
  ];
}

export function precisionRecallChart(run: SkewRun | undefined, values: SkewValues): LineChart {
  const { positives } = caseWords(values);
  const area = run && bandOf(run.frames.flatMap((frame) => Array.from(frame.averagePrecision)));
  return {
    kind: "lines",
    id: "precision-recall",
    title: "Precision by recall",
    help: `Every threshold is a point: to the right more of the ${positives} are caught (recall), upwards more of the alarms are right (precision). The area under it is the average precision, summed in steps as scikit-learn does. Ringing at random gives the thin line, at the share of positives: that is what rare data moves. Drawn from at least 1,000 positives a replica, weighted to their share.`,
    unit: `precision · ${meaning(run, values)}`,
    digits: 2,
    x: { label: "recall", min: 0, max: 1, ticks: fifths },
    y: { min: 0, max: 1, ticks: fifths },
    series: run && area ? [modelSeries(rates, curves(run.frames, "precision"), `area ${short(area.middle)}`)] : [],
    limits: [{ y: values.prevalence, role: "truth", label: `${short(values.prevalence)}: alarms at random` }],
    events: run
      ? pointsOf(run, values, (threshold) => {
          const metrics = metricsAt(run.frames, threshold);
          const alarms = bandOf(metrics.map(({ tp, fp }) => tp + fp)).middle;
          if (alarms === 0) return undefined;
          return [bandOf(metrics.map(({ recall }) => recall)).middle, bandOf(metrics.map((m) => m.precision)).middle];
        })
      : [],
    timeline: false,
  };
}

export function rocChart(run: SkewRun | undefined, values: SkewValues): LineChart {
  const { positives, negative, many } = caseWords(values);
  const area = run && bandOf(run.frames.flatMap((frame) => Array.from(frame.rocAuc)));
  return {
    kind: "lines",
    id: "roc",
    title: "ROC curve",
    help: `Every threshold is a point: share of the ${positives} that ring (upwards) against share of the ${negative} ${many} that ring (to the right). Both are shares within one class, so how rare the positives are does not enter. The area is the chance that a positive is ranked above a negative (Hanley and McNeil 1982).`,
    unit: `recall · ${meaning(run, values)}`,
    digits: 2,
    x: { label: "false alarms among negatives", min: 0, max: 1, ticks: fifths },
    y: { min: 0, max: 1, ticks: fifths },
    series: [
      ...(run && area ? [modelSeries(rates, curves(run.frames, "recall"), `area ${short(area.middle)}`)] : []),
      { id: "random", role: "truth", label: "At random", x: [0, 1], y: [0, 1], figure: "area 0.5" },
    ],
    events: run
      ? pointsOf(run, values, (threshold) => {
          const metrics = metricsAt(run.frames, threshold);
          return [
            bandOf(metrics.map(({ fp, tn }) => fp / (fp + tn))).middle,
            bandOf(metrics.map(({ recall }) => recall)).middle,
          ];
        })
      : [],
    timeline: false,
  };
}

/** Cost per 1,000 cases of every replica at a threshold. */
function costsAt(run: SkewRun, values: SkewValues, threshold: number): number[] {
  return countsAt(run.frames, threshold).map((counts) => perCases * costOf(counts, values.missCost));
}

export function costChart(run: SkewRun | undefined, values: SkewValues): LineChart {
  const { many, positives } = caseWords(values);
  const { missCost, prevalence, threshold } = values;
  const never = perCases * prevalence * missCost;
  const always = perCases * (1 - prevalence);
  // The better of two constants is the cost to beat; what costs much more leaves the picture.
  const top = niceRange([0, 1.6 * Math.min(never, always)], { min: 0 })[1];
  const best = run && bandOf(bestThresholds(run.frames, missCost).map((one) => one.threshold));
  const lowest = run && bandOf(bestThresholds(run.frames, missCost).map(({ cost }) => perCases * cost)).middle;
  const at = (t: number) => bandOf(costsAt(run!, values, t)).middle;
  const digits = top < 20 ? 1 : 0;
  const theory = run && calibratedBest(run, values);
  return {
    kind: "lines",
    id: "cost",
    title: "Cost by threshold",
    help: `Missed ${positives} times ${formatNumber(missCost, 0)} plus false alarms, on each replica’s test set. Best is the median of the replicas’ cheapest thresholds${theory === undefined ? "" : `; probabilities that can be taken at their word would put it at ${short(theory)}`}. Where the model costs much more than the better constant answer, its line leaves the picture.`,
    unit: `false alarms per ${formatNumber(perCases, 0)} ${many} · ${meaning(run, values)}`,
    digits,
    x: { label: "threshold", min: 0.001, max: 1, log: true },
    y: { min: 0, max: top },
    series: [
      ...(run && lowest !== undefined ? [costSeries(run, values, `${formatNumber(lowest, digits)} at best`)] : []),
      {
        id: "constant",
        role: "never",
        label: 'print("0")',
        x: drawnThresholds,
        y: drawnThresholds.map(() => never),
      },
    ],
    events:
      run && best
        ? [
            { x: best.middle, y: Math.min(top, at(best.middle)), role: "alarm", label: `best ${short(best.middle)}` },
            ...(Math.abs(Math.log(threshold / best.middle)) > 0.25
              ? [{ x: threshold, y: Math.min(top, at(threshold)), role: "you" as const, label: short(threshold) }]
              : []),
          ]
        : [],
    timeline: false,
  };
}

function costSeries(run: SkewRun, values: SkewValues, figure: string): Series {
  const byThreshold = drawnThresholds.map((threshold) => costsAt(run, values, threshold));
  const replicas = Array.from({ length: run.replicasDone }, (_, r) => byThreshold.map((costs) => costs[r]!));
  return modelSeries(drawnThresholds, replicas, figure);
}

const compared = [
  ["accuracy", "Accuracy"],
  ["balancedAccuracy", "Balanced accuracy"],
  ["precision", "Precision"],
  ["recall", "Recall"],
  ["f1", "F1"],
  ["mcc", "Matthews correlation"],
] as const;

/** Each figure of the model with its range over replicas, the constant's on the same row. */
export function figuresChart(run: SkewRun | undefined, values: SkewValues): IntervalChart {
  const metrics = run ? metricsAt(run.frames, values.threshold) : [];
  const constant = metrics[0] && metricsOfConstant(run!, values);
  return {
    kind: "intervals",
    id: "figures",
    title: "The same answers by six figures",
    help: "Circle: median of the model’s replicas at the threshold set; line: 10–90 %. Cross: the constant answer 0 on the same cases. Figures that cannot tell the two apart do not see what is rare. An undefined precision (no alarm at all) counts as 0.",
    unit: `at threshold ${short(values.threshold)} · circle: model, cross: print("0")`,
    digits: 3,
    x: { label: "figure", min: 0, max: 1, ticks: [0, 0.5, 1] },
    rows: constant
      ? compared.map(([name, label]) => {
          const { low, middle, high } = bandOf(metrics.map((one) => one[name]));
          return {
            role: "all",
            label,
            low,
            middle,
            high,
            beside: { role: "never", label: 'print("0")', at: constant[name] },
          };
        })
      : [],
  };
}

function metricsOfConstant(run: SkewRun, values: SkewValues) {
  const counts = constantCounts(countsAt(run.frames, values.threshold)[0]!);
  const share = counts.tn / (counts.tn + counts.fn);
  return { accuracy: share, balancedAccuracy: 0.5, precision: 0, recall: 0, f1: 0, mcc: 0 };
}

/** What the answers cost, beside the two constants. */
export function costIntervals(run: SkewRun, values: SkewValues): IntervalChart {
  const { many } = caseWords(values);
  const { missCost, threshold } = values;
  const row = (label: string, role: "all" | "never", { low, middle, high }: Band) => ({
    label,
    role,
    low,
    middle,
    high,
  });
  const fixed = (cost: number): Band => ({ low: cost, middle: cost, high: cost });
  const rows = [
    row("Model, best", "all", bandOf(bestThresholds(run.frames, missCost).map(({ cost }) => perCases * cost))),
    row(`Model, ${short(threshold)}`, "all", bandOf(costsAt(run, values, threshold))),
    row('print("0")', "never", fixed(perCases * values.prevalence * missCost)),
    row('print("1")', "never", fixed(perCases * (1 - values.prevalence))),
  ];
  return {
    kind: "intervals",
    id: "costs",
    title: "Cost",
    help: `A missed positive counts as ${formatNumber(missCost, 0)}, a false alarm as 1. The model rings from the threshold set or from its best one, print("0") never, print("1") always. Marker: median of the replicas; line: 10–90 %. The best threshold is the cheapest on each replica’s own test set.`,
    unit: `false alarms per ${formatNumber(perCases, 0)} ${many}`,
    digits: rows.every(({ middle }) => middle > 20) ? 0 : 1,
    x: { label: "", min: 0, max: niceRange([0, ...rows.map(({ high }) => high)], { min: 0 })[1] },
    rows,
  };
}

export function charts(run: SkewRun | undefined, values: SkewValues): Chart[] {
  return [precisionRecallChart(run, values), rocChart(run, values), costChart(run, values), figuresChart(run, values)];
}
