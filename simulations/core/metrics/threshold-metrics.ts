/**
 * Measures of a yes-or-no classifier at one threshold, from its confusion counts.
 *
 *   precision = tp/(tp + fp)   recall = tp/(tp + fn)   F_β = (1 + β²) tp/((1 + β²) tp + β² fn + fp)
 *   Matthews correlation = (tp·tn − fp·fn)/√((tp + fp)(tp + fn)(tn + fp)(tn + fn))   (Matthews 1975), 0 with an empty margin
 *   Cohen's κ = (agreement − agreement by chance)/(1 − agreement by chance)          (Cohen 1960), NaN for 0/0
 *   balanced accuracy = mean recall of the classes that occur; adjusted: 0 for a guess, 1 for perfection
 *
 * A precision, recall, F or Jaccard index of 0/0 takes the value `zeroDivision`. Rules as in scikit-learn 1.2.
 *
 * @example binaryMetrics({ tn: 38, fp: 10, fn: 12, tp: 40 }).f1 // 0.7843137254901961
 */
import { checkEach, checkNotNegative, checkPositive } from "../check";
import type { ConfusionCounts } from "./confusion";

/** Value of an undefined ratio; NaN shows it as undefined. */
export type ZeroDivision = 0 | 1 | typeof Number.NaN;

export interface BinaryMetrics extends ConfusionCounts {
  accuracy: number;
  precision: number;
  recall: number;
  f1: number;
  /** Twice as much weight on precision. */
  f05: number;
  /** Twice as much weight on recall. */
  f2: number;
  mcc: number;
  cohenKappa: number;
  balancedAccuracy: number;
  /** NaN when only one class occurs. */
  balancedAccuracyAdjusted: number;
  jaccard: number;
}

export function ratio(numerator: number, denominator: number, zeroDivision: number): number {
  return denominator === 0 ? zeroDivision : numerator / denominator;
}

/** F_β from counts. @param beta weight of recall relative to precision, above 0 */
function fScore({ fp, fn, tp }: ConfusionCounts, beta: number, zeroDivision: ZeroDivision = 0): number {
  checkPositive("beta", beta);
  const weighted = (1 + beta * beta) * tp;
  return ratio(weighted, weighted + beta * beta * fn + fp, zeroDivision);
}

export function checkZeroDivision(value: number): void {
  if (value !== 0 && value !== 1 && !Number.isNaN(value)) {
    throw new RangeError(`zeroDivision must be 0, 1 or NaN, got ${value}`);
  }
}

/** @throws RangeError when a count is negative or all are 0. */
export function binaryMetrics(
  counts: ConfusionCounts,
  { zeroDivision = 0 }: { zeroDivision?: ZeroDivision } = {},
): BinaryMetrics {
  const { tn, fp, fn, tp } = counts;
  checkEach("counts", [tn, fp, fn, tp], checkNotNegative);
  checkZeroDivision(zeroDivision);
  const positives = tp + fn;
  const negatives = tn + fp;
  const total = positives + negatives;
  checkPositive("the sum of counts", total);
  const margins = Math.sqrt(tp + fp) * Math.sqrt(positives) * Math.sqrt(negatives) * Math.sqrt(tn + fn);
  const byChance = (tp + fp) * negatives + (tn + fn) * positives;
  const onlyOneClass = positives === 0 || negatives === 0;
  const balancedAccuracy = onlyOneClass ? (tp + tn) / total : (tp / positives + tn / negatives) / 2;
  return {
    tn,
    fp,
    fn,
    tp,
    accuracy: (tp + tn) / total,
    precision: ratio(tp, tp + fp, zeroDivision),
    recall: ratio(tp, positives, zeroDivision),
    f1: fScore(counts, 1, zeroDivision),
    f05: fScore(counts, 0.5, zeroDivision),
    f2: fScore(counts, 2, zeroDivision),
    mcc: ratio(tp * tn - fp * fn, margins, 0),
    // Share of disagreement relative to the disagreement expected by chance.
    cohenKappa: byChance === 0 ? Number.NaN : 1 - ((fp + fn) * total) / byChance,
    balancedAccuracy,
    balancedAccuracyAdjusted: onlyOneClass ? Number.NaN : 2 * balancedAccuracy - 1,
    jaccard: ratio(tp, tp + fp + fn, zeroDivision),
  };
}
