/**
 * Wilson's interval for a share: k successes out of n (Wilson 1927), from inverting the score test.
 *
 *   centre = (k + z²/2)/(n + z²),  half width = z/(n + z²) · √(n p (1 − p) + z²/4),  p = k/n
 *
 * Apart from the other intervals because pages use it: those need quantiles of the beta distribution, whose library asks for
 * `new Function` while it loads, which a page's Content-Security-Policy forbids and reports.
 *
 * @example wilsonInterval(0, 10) // [0, 0.2775327998628892]
 */
import { checkPositive, checkWholeNumber } from "../check";

/** Two-sided normal quantile for 95 %. */
export const NORMAL_95 = 1.959963984540054;

/** @param z two-sided normal quantile  @throws RangeError when n is 0 or successes outside 0 … n */
export function wilsonInterval(successes: number, n: number, z = NORMAL_95): [low: number, high: number] {
  checkWholeNumber("n", n, 1);
  checkWholeNumber("successes", successes, 0, n);
  checkPositive("z", z);
  const p = successes / n;
  const centre = (successes + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt(n * p * (1 - p) + (z * z) / 4);
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)];
}
