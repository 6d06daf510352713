/**
 * Precision–recall and ROC curves at equally spaced rates, so that the curves of many samples can be laid on each other.
 *
 *   precision at rate ρ: where the ranking first reaches a recall of ρ (at 0: of the first positive)
 *   recall at rate ρ: the largest recall with a false-alarm rate of at most ρ
 *
 * @example curvesAtRates(rankingCounts([1, 0], [0.9, 0.1]), 1).recall // [1, 1]
 */
import { checkWholeNumber } from "../check";
import { precisionOfShare, type RankingCounts } from "./ranking";

export interface CurvesAtRates {
  /** [rate], at 0, 1/steps, …, 1. */
  readonly precision: Float32Array;
  readonly recall: Float32Array;
}

/** @param ranking with both classes  @param prevalence share of positives that precision is computed for; the ranking's own when left out */
export function curvesAtRates(ranking: RankingCounts, steps: number, prevalence?: number): CurvesAtRates {
  checkWholeNumber("steps", steps, 1);
  const { truePositives: tp, falsePositives: fp, positives, negatives } = ranking;
  const share = prevalence ?? positives / (positives + negatives);
  const precision = new Float32Array(steps + 1);
  const recall = new Float32Array(steps + 1);
  let first = 0;
  let last = -1;
  for (let rate = 0; rate <= steps; rate++) {
    const hits = Math.max(1, Math.ceil((positives * rate) / steps - 1e-9));
    while (tp[first]! < hits) first++;
    precision[rate] = precisionOfShare(ranking, first, share);
    while (last + 1 < fp.length && fp[last + 1]! <= (negatives * rate) / steps + 1e-9) last++;
    recall[rate] = last < 0 ? 0 : tp[last]! / positives;
  }
  return { precision, recall };
}
