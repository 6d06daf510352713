/** The experiment's charts, of a reader's own scores: the line is the file, the band its samples. */
import type { Chart, EventMark, HistogramChart, LineChart, Role, Series } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { niceRange, niceTicks } from "../ui/chart/scale";
import { formatNumber } from "../ui/ink/format";
import { missText, short, thresholdText } from "./cases";
import { thresholdHandle } from "./chart-scores";
import { ownRateSteps, ownSamples, type ThresholdRange } from "./own-data";
import { type OwnResults, spreadOf } from "./own-results";
import { perCases } from "./results";
import { fifths } from "./series";

const meaning = `line: your file, band: 10–90 % of ${ownSamples} samples`;
const columns = ["your file", "10 % of samples", "90 % of samples"] as const;
const samplesHelp = `A sample draws as many cases from your file, with replacement (bootstrap; Efron 1979); 80 of 100 samples lie in the band.`;

export const ownThresholdText = (threshold: number, { odds }: ThresholdRange): string =>
  odds ? thresholdText(threshold) : String(threshold).replace("-", "−");

/** @param at value of a sample in a place; sample 0 is the file */
function fileSeries(x: readonly number[], at: (sample: number, place: number) => number, figure: string): Series {
  const spreads = x.map((_, place) =>
    spreadOf(Array.from({ length: ownSamples + 1 }, (__, sample) => at(sample, place))),
  );
  return {
    id: "model",
    role: "blue",
    label: "Your scores",
    x,
    y: spreads.map(({ own }) => own),
    low: spreads.map(({ low }) => low),
    high: spreads.map(({ high }) => high),
    figure,
  };
}

const sharesOf = (counts: Uint32Array): number[] => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return Array.from(counts, (count) => count / all);
};

function scoresChart({ judged, metrics, threshold }: OwnResults): HistogramChart {
  const { range, bins } = judged;
  const edges = Array.from(judged.edges);
  const { tp, fp, fn, tn } = metrics[0]!;
  const area = (count: number, name: string, told: string) => ({
    count,
    label: `${told} (${name})`,
    short: `${name}: ${formatNumber(count, 0)}`,
  });
  const [negatives, positives] = [sharesOf(bins.negatives), sharesOf(bins.positives)];
  const highest = Math.max(0.1, ...[negatives, positives].flatMap((shares) => shares.slice(1, -1)));
  return {
    kind: "histograms",
    id: "scores",
    title: "Scores of both classes",
    help: `Plain: negatives. Hatched: positives. From the threshold on (to the right) there is an alarm. Drag the threshold, here or with its slider. The bars of each class add up to 100 %. The outer bars hold everything beyond them.${range.odds ? " The axis is spread by the odds p / (1 − p)." : ""}`,
    unit: "% of each class · your file",
    digits: 3,
    x: {
      label: range.odds ? "score, by its odds" : "score",
      min: edges[0]!,
      max: edges.at(-1)!,
      ticks: range.odds
        ? [0.00001, 0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999]
        : niceTicks(edges[0]!, edges.at(-1)!, 5),
      ...(range.odds && { logit: true }),
    },
    y: { max: Math.min(1, Math.ceil(highest * 20 - 1e-9) / 20) },
    edges,
    groups: [
      {
        id: "negatives",
        label: "negatives",
        filling: "plain",
        shares: negatives,
        below: area(tn, "TN", "negatives left alone"),
        above: area(fp, "FP", fp === 1 ? "false alarm" : "false alarms"),
      },
      {
        id: "positives",
        label: "positives",
        filling: "hatched",
        shares: positives,
        below: area(fn, "FN", `${fn === 1 ? "positive" : "positives"} missed`),
        above: area(tp, "TP", `${tp === 1 ? "positive" : "positives"} caught`),
      },
    ],
    split: threshold,
    splitText: `threshold ${ownThresholdText(threshold, range)}`,
    handle: thresholdHandle,
  };
}

/** About thirty thresholds a decade on an axis of ratios, every one on another; those that can be set. */
function drawnThresholds({ min, max, step, odds }: ThresholdRange, all: Float64Array): number[] {
  if (!odds) return Array.from(all);
  const places = Array.from({ length: 91 }, (_, i) => Math.round(10 ** (i / 30)));
  return [...new Set(places)].map((place) => place * step).filter((threshold) => threshold >= min && threshold <= max);
}

function costChart({ judged, cases, positives, missCost, threshold, cheapest, costsAt }: OwnResults): LineChart {
  const { range } = judged;
  const x = drawnThresholds(range, judged.thresholds);
  const never = (perCases * positives * missCost) / cases;
  const always = (perCases * (cases - positives)) / cases;
  const top = niceRange([0, 1.6 * Math.min(never, always)], { min: 0 })[1];
  const costs = x.map((at) => costsAt(at));
  const digits = top < 20 ? 1 : 0;
  const event = (at: number, role: Role, label: string): EventMark => ({
    kind: "event",
    x: at,
    y: Math.min(top, costsAt(at)[0]!),
    role,
    label,
  });
  const best = cheapest.threshold.own;
  return {
    kind: "lines",
    id: "cost",
    title: "Cost by threshold",
    help: `Each missed positive counts as ${missText(missCost)}, each false alarm as 1. The cheapest threshold was found on these same cases, so its cost is a little too good. Where the scores cost much more than the better constant answer, the line leaves the picture. ${samplesHelp}`,
    unit: `false alarms per ${formatNumber(perCases, 0)} cases · ${meaning}`,
    digits,
    columns,
    x: { label: "threshold", min: x[0]!, max: range.odds ? 1 : x.at(-1)!, ...(range.odds && { log: true }) },
    y: { min: 0, max: top },
    series: [
      fileSeries(
        x,
        (sample, place) => costs[place]![sample]!,
        `${formatNumber(cheapest.cost.own, digits)} at its cheapest`,
      ),
      { id: "constant", role: "grey", label: 'print("0")', x, y: x.map(() => never) },
    ],
    marks: [
      event(best, "alarm", `cheapest ${ownThresholdText(best, range)}`),
      ...(best === threshold ? [] : [event(threshold, "you", ownThresholdText(threshold, range))]),
    ],
    handle: thresholdHandle,
    timeline: false,
  };
}

const rates = Array.from({ length: ownRateSteps + 1 }, (_, i) => i / ownRateSteps);

/** The threshold that is set and the cheapest one as points of a curve; the cheapest is left out where it would cover the other. */
function pointsOf(
  results: OwnResults,
  place: (threshold: number) => readonly [number, number] | undefined,
): EventMark[] {
  const { threshold, cheapest, judged } = results;
  const mine = place(threshold);
  const best = place(cheapest.threshold.own);
  const mark = ([x, y]: readonly [number, number], role: Role, label: string): EventMark => ({
    kind: "event",
    x,
    y,
    role,
    label,
  });
  const apart = best && (!mine || Math.hypot(mine[0] - best[0], mine[1] - best[1]) > 0.12);
  return [
    ...(best && apart ? [mark(best, "alarm", "cheapest")] : []),
    ...(mine ? [mark(mine, "you", `threshold ${ownThresholdText(threshold, judged.range)}`)] : []),
  ];
}

function precisionRecallChart(results: OwnResults): LineChart {
  const { judged, cases, positives, averagePrecision, metricsAt } = results;
  const share = positives / cases;
  return {
    kind: "lines",
    id: "precision-recall",
    title: "Precision by recall",
    help: `Every threshold is a point. To the right, more of the positives are caught (recall). Upwards, more of the alarms are correct (precision). The area is the average precision, summed in steps as scikit-learn does it. The thin line shows alarms raised at random. ${samplesHelp}`,
    unit: `precision · ${meaning}`,
    digits: 2,
    columns,
    x: { label: "recall", min: 0, max: 1, ticks: fifths },
    y: { min: 0, max: 1, ticks: fifths },
    series: [
      fileSeries(
        rates,
        (sample, place) => judged.precision[sample * rates.length + place]!,
        `area ${short(averagePrecision.own)}`,
      ),
    ],
    marks: [
      { kind: "level", at: share, role: "truth", label: `${short(share)}: alarms at random` },
      ...pointsOf(results, (threshold) => {
        const { tp, fp, recall, precision } = metricsAt(threshold)[0]!;
        return tp + fp === 0 ? undefined : [recall, precision];
      }),
    ],
    timeline: false,
  };
}

function rocChart(results: OwnResults): LineChart {
  const { judged, rocAuc, metricsAt } = results;
  return {
    kind: "lines",
    id: "roc",
    title: "ROC curve",
    help: `Every threshold is a point. Upwards: the share of the positives that get an alarm (recall). To the right: the share of the negatives that get one. The area is the chance that a positive gets a higher score than a negative (Hanley and McNeil 1982). ${samplesHelp}`,
    unit: `recall · ${meaning}`,
    digits: 2,
    columns,
    x: { label: "false-alarm rate", min: 0, max: 1, ticks: fifths },
    y: { min: 0, max: 1, ticks: fifths },
    series: [
      fileSeries(rates, (sample, place) => judged.recall[sample * rates.length + place]!, `area ${short(rocAuc.own)}`),
      { id: "random", role: "truth", label: "At random", x: [0, 1], y: [0, 1], figure: "area 0.5" },
    ],
    marks: pointsOf(results, (threshold) => {
      const { fp, tn, recall } = metricsAt(threshold)[0]!;
      return [fp / (fp + tn), recall];
    }),
    timeline: false,
  };
}

function calibrationChart({ judged }: OwnResults): LineChart[] {
  const { calibration, groupCases, groupPositives } = judged;
  if (!calibration) return [];
  const x = calibration.predicted;
  const share = (sample: number, place: number) => {
    const at = sample * x.length + place;
    return groupCases[at]! > 0 ? groupPositives[at]! / groupCases[at]! : Number.NaN;
  };
  const series = fileSeries(x, share, `error ${short(calibration.error)}`);
  const top = Math.min(1, roundUp(Math.max(0.01, ...x, ...series.y) * 1.02));
  return [
    {
      kind: "lines",
      id: "calibration",
      title: "Calibration",
      help: `To the right: the mean score of a group of cases with similar scores. Upwards: the share of positives among them. On the thin line both are equal: then the scores are calibrated probabilities. Each of at most ten groups holds about as many cases. The error is the expected calibration error over ten bins of equal width (Naeini and others 2015). ${samplesHelp}`,
      unit: `share of positives · ${meaning}`,
      digits: 3,
      columns,
      x: { label: "score", min: 0, max: top },
      y: { min: 0, max: top },
      series: [
        series,
        { id: "perfect", role: "truth", label: "Calibrated", x: [0, top], y: [0, top], figure: "both equal" },
      ],
      timeline: false,
    },
  ];
}

/** The first is the one with the handle. */
export const ownCharts = (results: OwnResults): readonly [HistogramChart, ...Chart[]] => [
  scoresChart(results),
  costChart(results),
  precisionRecallChart(results),
  rocChart(results),
  ...calibrationChart(results),
];
