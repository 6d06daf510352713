/** Which thresholds make sense for a list of scores, and the bins that the scores are drawn in. */
import { quantileSorted } from "../core/statistics/quantile";
import { scoreBins, thresholdSteps } from "./frames";
import type { ThresholdRange } from "./own-data";

/** About so many thresholds over the range of the scores. */
const wantedSteps = 400;
const drawnBins = 40;

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return Number((([1, 2, 5].find((factor) => factor * power >= rough * 0.999) ?? 10) * power).toPrecision(3));
}

const round = (value: number) => Number(value.toPrecision(12));

/**
 * Scores in 0…1 get the thresholds of the experiment, unless they are all small. Others get their own range; of a few that lie
 * far away from all the rest it stops short.
 */
export function rangeOf(labels: Uint8Array, scores: Float64Array): ThresholdRange {
  const sorted = Float64Array.from(scores).sort();
  const smallest = sorted[0]!;
  const largest = sorted.at(-1)!;
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const odds = smallest >= 0 && largest <= 1 && largest >= 0.1;
  const step = 1 / thresholdSteps;
  if (odds) return { min: step, max: 1 - step, step, odds, start: 0.5 };
  const [low, high] = [quantileSorted(sorted, 0.01), quantileSorted(sorted, 0.99)];
  const reach = high > low ? 10 * (high - low) : Number.POSITIVE_INFINITY;
  let from = Math.max(smallest, low - reach);
  let to = Math.min(largest, high + reach);
  // Rounding cannot tell thresholds apart that are closer than this.
  if (!(to - from > 1e-9 * Math.max(Math.abs(to), Math.abs(from), 1e-6))) {
    const half = Math.max(0.5, Math.abs(to) * 1e-6);
    [from, to] = [from - half, to + half];
  }
  const own = roundStep((to - from) / wantedSteps);
  const min = round(Math.floor(from / own) * own);
  // One more: at it nothing raises an alarm.
  const steps = Math.ceil((to - min) / own) + 1;
  const max = round(min + steps * own);
  // As many alarms as there are positives, more or less.
  const wanted = sorted[sorted.length - positives]!;
  const start = round(min + Math.min(steps, Math.max(0, Math.round((wanted - min) / own))) * own);
  return { min, max, step: own, odds, start };
}

export const thresholdsOf = ({ min, max, step }: ThresholdRange): Float64Array =>
  Float64Array.from({ length: Math.round((max - min) / step) + 1 }, (_, k) => round(min + k * step));

export interface ScoreBins {
  readonly edges: Float64Array;
  readonly negatives: Uint32Array;
  readonly positives: Uint32Array;
}

export function binsOf(labels: Uint8Array, scores: Float64Array, { min, max, odds }: ThresholdRange): ScoreBins {
  const bins = odds ? scoreBins.count : drawnBins;
  const [from, width] = odds ? [scoreBins.from, scoreBins.width] : [min, (max - min) / bins];
  const edges = Float64Array.from({ length: bins + 1 }, (_, k) =>
    odds ? 1 / (1 + Math.exp(-(from + k * width))) : round(from + k * width),
  );
  const negatives = new Uint32Array(bins);
  const positives = new Uint32Array(bins);
  scores.forEach((score, i) => {
    const at = odds ? Math.log(score / (1 - score)) : score;
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((at - from) / width)));
    (labels[i] === 1 ? positives : negatives)[bin]! += 1;
  });
  return { edges, negatives, positives };
}
