/**
 * Are two shares the same? z = d / √(p(1 − p)(1/n_a + 1/n_b)) with the difference d and the pooled share p.
 *
 * Apart from the interval in two-proportions.ts because pages use it: see wilson.ts.
 *
 * @example pooledTest(56, 70, 48, 80).z // 2.6501719512585336
 */
import normal from "@stdlib/stats-base-dists-normal";

export interface PooledTest {
  /** NaN when both shares are 0 or both are 1, where no variance can be estimated. */
  readonly z: number;
  /** Two-sided; NaN when z is. */
  readonly pValue: number;
}

/** Both samples hold at least one case. */
export function pooledTest(successesA: number, nA: number, successesB: number, nB: number): PooledTest {
  const pooled = (successesA + successesB) / (nA + nB);
  const variance = pooled * (1 - pooled) * (1 / nA + 1 / nB);
  const z = variance === 0 ? Number.NaN : (successesA / nA - successesB / nB) / Math.sqrt(variance);
  return { z, pValue: Number.isNaN(z) ? z : Math.min(1, 2 * normal.cdf(-Math.abs(z), 0, 1)) };
}
