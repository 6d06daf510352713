/**
 * How many examples of equal weight a set of weighted examples is worth when a mean is estimated from them.
 *
 *   n_eff = (Σ w)² / Σ w²      (Kish 1965, Survey Sampling)
 *
 * A window of k examples is worth k. Weights that halve every h examples are worth (1 + r)/(1 − r), r = 2^(−1/h), in the long run.
 *
 * @example effectiveSampleSize([1, 1, 0.5, 0]) // 2.777…
 */
import { checkEach, checkNotEmpty, checkNotNegative, type Numbers } from "../check";

/** @returns 0 when every weight is 0. @throws RangeError when there are no weights or one is negative */
export function effectiveSampleSize(weights: Numbers): number {
  checkNotEmpty("weights", weights);
  checkEach("weights", weights, checkNotNegative);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!;
    squares += weights[i]! ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}
