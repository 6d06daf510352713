/**
 * What choosing the best of several tries costs: the winner's score on the set that chose it was partly luck, and on a fresh set the luck
 * is gone.
 *
 *   d = score on the choosing set − score on the fresh set
 *   optimism = d of the try with the best choosing score − mean of d over all tries
 *
 * A try that nobody chose has d = 0 on average; taking the mean away leaves out what makes one set easier than the other for all tries.
 * With fewer tries than there are, the mean over all ways to have made so many of them: the j-th best of n is the best of k in
 * C(n − 1 − j, k − 1) of C(n, k) ways (j from 0).
 *
 * @example selectionOptimism([0.8, 0.7], [0.7, 0.7], 2) // 0.1 − 0.05
 */
import { checkSameLength, checkWholeNumber, type Numbers } from "../check";

/** Chance that each of `n` tries, best first, is the best of `k` of them drawn at random. */
export function chancesOfBest(n: number, k: number): number[] {
  checkWholeNumber("n", n, 1);
  checkWholeNumber("k", k, 1, n);
  let chance = k / n;
  return Array.from({ length: n }, (_, j) => {
    const now = chance;
    const left = n - 1 - j;
    chance = left > 0 ? (chance * Math.max(0, left - (k - 1))) / left : 0;
    return now;
  });
}

/**
 * @param chosenBy each try's score on the set that chooses; the first of equal ones is chosen
 * @param fresh the same on a set that nobody looked at
 * @param k how many of the tries are made
 * @throws RangeError when lengths differ or `k` is not from 1 to their number
 */
export function selectionOptimism(chosenBy: Numbers, fresh: Numbers, k: number): number {
  checkSameLength("chosenBy", chosenBy, "fresh", fresh);
  const n = chosenBy.length;
  const luck = Array.from(chosenBy, (score, i) => score - fresh[i]!);
  const order = luck.map((_, i) => i).sort((a, b) => chosenBy[b]! - chosenBy[a]! || a - b);
  const mean = luck.reduce((sum, value) => sum + value, 0) / n;
  const chances = chancesOfBest(n, k);
  return order.reduce((sum, at, j) => sum + chances[j]! * (luck[at]! - mean), 0);
}
