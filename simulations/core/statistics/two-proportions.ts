/**
 * Difference of two shares.
 *
 * Interval: Newcombe's hybrid score interval (1998, method 10), built from the Wilson interval (l, u) of each share:
 *   low = d − √((p_a − l_a)² + (u_b − p_b)²),  high = d + √((u_a − p_a)² + (p_b − l_b)²),  d = p_a − p_b
 * Test: z = d / √(p(1 − p)(1/n_a + 1/n_b)) with the pooled share p.
 *
 * @example twoProportionDifference(56, 70, 48, 80).interval // [0.05243147240236498, 0.33387265403690614]
 */
import { binomialInterval, type Interval } from "./binomial-interval";
import { pooledTest } from "./pooled-test";

export interface TwoProportionResult {
  /** p_a − p_b. */
  difference: number;
  interval: Interval;
  /** Pooled z statistic; NaN when both shares are 0 or both are 1, where no variance can be estimated. */
  z: number;
  /** Two-sided; NaN when z is. */
  pValue: number;
}

/** @throws RangeError when a sample is empty or successes lie outside 0 … n. */
export function twoProportionDifference(
  successesA: number,
  nA: number,
  successesB: number,
  nB: number,
  { confidence = 0.95 }: { confidence?: number } = {},
): TwoProportionResult {
  const [lowA, highA] = binomialInterval(successesA, nA, { confidence });
  const [lowB, highB] = binomialInterval(successesB, nB, { confidence });
  const pA = successesA / nA;
  const pB = successesB / nB;
  const difference = pA - pB;
  return {
    difference,
    interval: [difference - Math.hypot(pA - lowA, highB - pB), difference + Math.hypot(highA - pA, pB - lowB)],
    ...pooledTest(successesA, nA, successesB, nB),
  };
}
