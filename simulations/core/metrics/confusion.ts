/**
 * Counts of right and wrong decisions between two classes, 1 (positive) and 0 (negative).
 *
 *   tp alarms on positives, fp alarms on negatives, fn missed positives, tn negatives left alone
 *
 * @example confusionCounts([1, 1, 0, 0], [1, 0, 0, 1]) // { tn: 1, fp: 1, fn: 1, tp: 1 }
 */
import { checkEach, checkLabels, checkNotEmpty, checkNotNegative, checkSameLength, type Numbers } from "../check";

/** Numbers of cases, or sums of their weights. */
export interface ConfusionCounts {
  tn: number;
  fp: number;
  fn: number;
  tp: number;
}

/**
 * @param yTrue labels 0 or 1
 * @param yPred decisions 0 or 1, as long as yTrue
 * @param weights one per case, at least 0; each case counts 1 when left out
 */
export function confusionCounts(yTrue: Numbers, yPred: Numbers, weights?: Numbers): ConfusionCounts {
  checkNotEmpty("yTrue", yTrue);
  checkSameLength("yTrue", yTrue, "yPred", yPred);
  checkLabels("yTrue", yTrue);
  checkLabels("yPred", yPred);
  if (weights) {
    checkSameLength("yTrue", yTrue, "weights", weights);
    checkEach("weights", weights, checkNotNegative);
  }
  const counts = { tn: 0, fp: 0, fn: 0, tp: 0 };
  for (let i = 0; i < yTrue.length; i++) {
    const weight = weights ? weights[i]! : 1;
    if (yTrue[i] === 1) counts[yPred[i] === 1 ? "tp" : "fn"] += weight;
    else counts[yPred[i] === 1 ? "fp" : "tn"] += weight;
  }
  return counts;
}

/** Decisions at a threshold: 1 where score ≥ threshold. */
export function decide(scores: Numbers, threshold: number): Uint8Array {
  if (Number.isNaN(threshold)) throw new RangeError(`threshold must be a number, got ${threshold}`);
  return Uint8Array.from({ length: scores.length }, (_, i) => (scores[i]! >= threshold ? 1 : 0));
}
