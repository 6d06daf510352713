/**
 * How well scores order positives before negatives, over all thresholds at once.
 *
 *   precision–recall curve: one point for each distinct score s, deciding positive where score ≥ s, and a final (1, 0)
 *   average precision = Σ (Rₖ − Rₖ₋₁) Pₖ over falling scores, ties together, without interpolation
 *   area under the ROC curve = chance that a positive scores above a negative, ties half (Hanley and McNeil 1982)
 *
 * Positives and negatives are sorted apart as plain numbers and merged, so a million scores need no index and no comparator.
 *
 * @example rocAuc([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1]) // 0.875
 */
import {
  checkAllFinite,
  checkLabels,
  checkNotEmpty,
  checkOpenProbability,
  checkSameLength,
  type Numbers,
} from "../check";
import { sortFloats } from "../statistics/sort-floats";

/** Counts at or above each distinct score, highest score first. */
export interface RankingCounts {
  thresholds: Float64Array;
  /** Positives at or above the threshold. */
  truePositives: Float64Array;
  falsePositives: Float64Array;
  positives: number;
  negatives: number;
}

export interface PrecisionRecallCurve {
  /** In order of rising threshold, one longer than `thresholds`: the last point is (precision 1, recall 0). */
  precision: Float64Array;
  recall: Float64Array;
  thresholds: Float64Array;
}

export interface RocCurve {
  /** In order of falling threshold; the start (0, 0) is left out. */
  falsePositiveRate: Float64Array;
  truePositiveRate: Float64Array;
  thresholds: Float64Array;
}

/** @throws RangeError for empty input, different lengths, labels other than 0 or 1, or scores that are not finite. */
export function rankingCounts(yTrue: Numbers, scores: Numbers): RankingCounts {
  checkNotEmpty("yTrue", yTrue);
  checkSameLength("yTrue", yTrue, "scores", scores);
  checkLabels("yTrue", yTrue);
  checkAllFinite("scores", scores);
  const n = scores.length;
  let positives = 0;
  for (let i = 0; i < n; i++) positives += yTrue[i]!;
  // One buffer: positives in front, negatives behind.
  const sorted = scores instanceof Float32Array ? new Float32Array(n) : new Float64Array(n);
  for (let i = 0, p = 0, q = positives; i < n; i++) sorted[yTrue[i] === 1 ? p++ : q++] = scores[i]!;
  for (const part of [sorted.subarray(0, positives), sorted.subarray(positives)]) {
    if (part instanceof Float32Array) sortFloats(part);
    else part.sort();
  }

  const thresholds = new Float64Array(n);
  const truePositives = new Float64Array(n);
  const falsePositives = new Float64Array(n);
  let p = positives - 1;
  let q = n - 1;
  let count = 0;
  while (p >= 0 || q >= positives) {
    const at = q < positives || (p >= 0 && sorted[p]! >= sorted[q]!) ? sorted[p]! : sorted[q]!;
    while (p >= 0 && sorted[p] === at) p--;
    while (q >= positives && sorted[q] === at) q--;
    thresholds[count] = at;
    truePositives[count] = positives - 1 - p;
    falsePositives[count] = n - 1 - q;
    count++;
  }
  return {
    thresholds: thresholds.subarray(0, count),
    truePositives: truePositives.subarray(0, count),
    falsePositives: falsePositives.subarray(0, count),
    positives,
    negatives: n - positives,
  };
}

/**
 * Precision at a threshold if positives were the share `prevalence` of all cases: each class weighs as much as it would
 * there (Siblini, Fréry, He-Guelton, Oblé and Wang 2020). With the counts' own share it is the ordinary precision.
 *
 * @example precisionOfShare(rankingCounts([1, 0], [0.9, 0.9]), 0, 0.1) // 0.1
 */
export function precisionOfShare(counts: RankingCounts, k: number, prevalence: number): number {
  const hits = prevalence * (counts.truePositives[k]! / counts.positives);
  return hits / (hits + (1 - prevalence) * (counts.falsePositives[k]! / counts.negatives));
}

/** Average precision if positives were the share `prevalence` of all cases. @throws RangeError when only one class occurs. */
export function averagePrecisionOfShare(counts: RankingCounts, prevalence: number): number {
  checkOpenProbability("prevalence", prevalence);
  needBothClasses(counts, "an average precision at another share");
  let area = 0;
  for (let k = 0; k < counts.thresholds.length; k++) {
    const gained = counts.truePositives[k]! - (k === 0 ? 0 : counts.truePositives[k - 1]!);
    if (gained > 0) area += (gained / counts.positives) * precisionOfShare(counts, k, prevalence);
  }
  return area;
}

const precisionAt = ({ truePositives, falsePositives }: RankingCounts, k: number) =>
  truePositives[k]! / (truePositives[k]! + falsePositives[k]!);

function needBothClasses({ positives, negatives }: RankingCounts, what: string): void {
  if (positives > 0 && negatives > 0) return;
  throw new RangeError(`yTrue must hold both classes for ${what}, got only ${positives === 0 ? "0" : "1"}`);
}

/** @throws RangeError when yTrue holds no positive, as recall is then undefined. */
export function precisionRecallCurve(yTrue: Numbers, scores: Numbers): PrecisionRecallCurve {
  return precisionRecallOf(rankingCounts(yTrue, scores));
}

export function precisionRecallOf(counts: RankingCounts): PrecisionRecallCurve {
  if (counts.positives === 0) throw new RangeError("yTrue must hold at least one 1 for a recall, got only 0");
  const size = counts.thresholds.length;
  const precision = new Float64Array(size + 1);
  const recall = new Float64Array(size + 1);
  for (let k = 0; k < size; k++) {
    precision[size - 1 - k] = precisionAt(counts, k);
    recall[size - 1 - k] = counts.truePositives[k]! / counts.positives;
  }
  precision[size] = 1;
  return { precision, recall, thresholds: counts.thresholds.slice().reverse() };
}

/** 0 when there is no positive. */
export function averagePrecision(yTrue: Numbers, scores: Numbers): number {
  return averagePrecisionOf(rankingCounts(yTrue, scores));
}

export function averagePrecisionOf(counts: RankingCounts): number {
  if (counts.positives === 0) return 0;
  let area = 0;
  for (let k = 0; k < counts.thresholds.length; k++) {
    const gained = counts.truePositives[k]! - (k === 0 ? 0 : counts.truePositives[k - 1]!);
    if (gained > 0) area += (gained / counts.positives) * precisionAt(counts, k);
  }
  return area;
}

/** Area under straight lines between the points of the curve; too kind to a classifier, given for contrast. */
export function precisionRecallTrapezoid({ precision, recall }: PrecisionRecallCurve): number {
  let area = 0;
  for (let k = 1; k < recall.length; k++) {
    area += ((recall[k - 1]! - recall[k]!) * (precision[k - 1]! + precision[k]!)) / 2;
  }
  return area;
}

/** @throws RangeError when only one class occurs. */
export function rocOf(counts: RankingCounts): RocCurve {
  needBothClasses(counts, "a ROC curve");
  return {
    falsePositiveRate: counts.falsePositives.map((count) => count / counts.negatives),
    truePositiveRate: counts.truePositives.map((count) => count / counts.positives),
    thresholds: counts.thresholds.slice(),
  };
}

/** The points at which the curve bends, with the start (0, 0) in front: all that a chart of straight lines needs. */
export function bendsOfRoc(counts: RankingCounts): { falsePositiveRate: number[]; truePositiveRate: number[] } {
  const { falsePositiveRate: x, truePositiveRate: y } = rocOf(counts);
  const { falsePositives: fp, truePositives: tp } = counts;
  const last = x.length - 1;
  const bends = (k: number) =>
    k === 0 || k === last || fp[k + 1]! - fp[k]! !== fp[k]! - fp[k - 1]! || tp[k + 1]! - tp[k]! !== tp[k]! - tp[k - 1]!;
  const kept = Array.from(x.keys()).filter(bends);
  return { falsePositiveRate: [0, ...kept.map((k) => x[k]!)], truePositiveRate: [0, ...kept.map((k) => y[k]!)] };
}

/** @throws RangeError when only one class occurs. */
export function rocAuc(yTrue: Numbers, scores: Numbers): number {
  return rocAucOf(rankingCounts(yTrue, scores));
}

export function rocAucOf(counts: RankingCounts): number {
  needBothClasses(counts, "the area under a ROC curve");
  const { truePositives: tp, falsePositives: fp } = counts;
  let doubled = 0;
  for (let k = 0; k < tp.length; k++) {
    const before = k === 0 ? 0 : tp[k - 1]!;
    doubled += (fp[k]! - (k === 0 ? 0 : fp[k - 1]!)) * (tp[k]! + before);
  }
  return doubled / (2 * counts.positives * counts.negatives);
}
