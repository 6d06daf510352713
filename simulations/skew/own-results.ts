/** What is read from a reader's own scores at a threshold and a cost of a miss: the file's figures, and how far samples of it spread. */
import type { ConfusionCounts } from "../core/metrics/confusion";
import { type BinaryMetrics, binaryMetrics } from "../core/metrics/threshold-metrics";
import { bandOfKnown } from "../core/statistics/band";
import type { JudgedScores, ThresholdRange } from "./own-data";
import { perCases } from "./results";
import { constantCounts, costOf } from "./scores";

/** The file's own figure, and where 80 of 100 samples lie. */
export interface Spread {
  readonly own: number;
  readonly low: number;
  readonly high: number;
}

/** Of a figure of every sample, the file itself first. */
export function spreadOf([own, ...samples]: readonly number[]): Spread {
  const { low, high } = bandOfKnown(samples);
  return { own: own!, low, high };
}

export interface OwnSettings {
  readonly threshold: number;
  readonly missCost: number;
}

export interface OwnResults extends OwnSettings {
  readonly judged: JudgedScores;
  readonly cases: number;
  readonly positives: number;
  /** [sample] */
  readonly metricsAt: (threshold: number) => readonly BinaryMetrics[];
  /** [sample], per 1,000 cases, in false alarms. */
  readonly costsAt: (threshold: number) => readonly number[];
  readonly metrics: readonly BinaryMetrics[];
  readonly constant: BinaryMetrics;
  readonly cheapest: { readonly threshold: Spread; readonly cost: Spread };
  readonly rocAuc: Spread;
  readonly averagePrecision: Spread;
}

const placeOf = ({ min, step }: ThresholdRange, threshold: number) => Math.round((threshold - min) / step);

/** Counts of every sample at the threshold in this place. */
function countsAt({ tp, fp, positives, negatives, thresholds }: JudgedScores, place: number): ConfusionCounts[] {
  return Array.from(positives, (all, sample) => {
    const at = sample * thresholds.length + place;
    return { tp: tp[at]!, fp: fp[at]!, fn: all - tp[at]!, tn: negatives[sample]! - fp[at]! };
  });
}

/** The cheapest threshold of each sample, the lowest of equals. */
function cheapestOf(judged: JudgedScores, missCost: number): OwnResults["cheapest"] {
  const { tp, fp, positives, negatives, thresholds } = judged;
  const best = Array.from(positives, (all, sample) => {
    let place = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < thresholds.length; k++) {
      const at = sample * thresholds.length + k;
      const cost = (all - tp[at]!) * missCost + fp[at]!;
      if (cost >= least) continue;
      place = k;
      least = cost;
    }
    return { threshold: thresholds[place]!, cost: (perCases * least) / (all + negatives[sample]!) };
  });
  return { threshold: spreadOf(best.map(({ threshold }) => threshold)), cost: spreadOf(best.map(({ cost }) => cost)) };
}

export function readOwn(judged: JudgedScores, { threshold, missCost }: OwnSettings): OwnResults {
  const counts = (at: number) => countsAt(judged, placeOf(judged.range, at));
  const metricsAt = (at: number) => counts(at).map((each) => binaryMetrics(each));
  const metrics = metricsAt(threshold);
  return {
    judged,
    threshold,
    missCost,
    cases: judged.positives[0]! + judged.negatives[0]!,
    positives: judged.positives[0]!,
    metricsAt,
    costsAt: (at) => counts(at).map((each) => perCases * costOf(each, missCost)),
    metrics,
    constant: binaryMetrics(constantCounts(metrics[0]!)),
    cheapest: cheapestOf(judged, missCost),
    rocAuc: spreadOf(Array.from(judged.rocAuc)),
    averagePrecision: spreadOf(Array.from(judged.averagePrecision)),
  };
}
