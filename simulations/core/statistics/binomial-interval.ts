/**
 * Confidence intervals for a share: k successes out of n.
 *
 *   wald             p ± z √(p(1 − p)/n), the textbook one, too short for small n or rare events
 *   wilson           centre (p + z²/2n)/(1 + z²/n), from inverting the score test (Wilson 1927)
 *   wilsonContinuity the same with a continuity correction (Newcombe 1998)
 *   clopperPearson   from inverting the exact binomial test (Clopper and Pearson 1934), never below its level
 *   agrestiCoull     wald around Wilson's centre (Agresti and Coull 1998)
 *   jeffreys         quantiles of Beta(k + ½, n − k + ½) (Brown, Cai and DasGupta 2001), not forced to 0 or 1 at the ends
 *
 * wald and agrestiCoull are cut to 0 … 1.
 *
 * @example binomialInterval(0, 10, { method: "wilson" }) // [0, 0.2775327998628892]
 */
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import normal from "@stdlib/stats-base-dists-normal";
import { checkOneOf, checkOpenProbability, checkWholeNumber } from "../check";
import { wilsonInterval } from "./wilson";

const BINOMIAL_METHODS = ["wald", "wilson", "wilsonContinuity", "clopperPearson", "agrestiCoull", "jeffreys"] as const;

export type BinomialMethod = (typeof BINOMIAL_METHODS)[number];

export type Interval = [low: number, high: number];

export interface BinomialIntervalParams {
  method?: BinomialMethod;
  confidence?: number;
}

/** Two-sided normal quantile: 1.96 for 0.95. */
export function criticalValue(confidence: number): number {
  checkOpenProbability("confidence", confidence);
  return normal.quantile(1 - (1 - confidence) / 2, 0, 1);
}

const cut = (value: number) => Math.min(1, Math.max(0, value));

/** @throws RangeError when n is 0 (no data gives no interval), k is outside 0 … n or confidence outside 0–1. */
export function binomialInterval(
  successes: number,
  n: number,
  { method = "wilson", confidence = 0.95 }: BinomialIntervalParams = {},
): Interval {
  checkOneOf("method", method, BINOMIAL_METHODS);
  checkWholeNumber("n", n, 1);
  checkWholeNumber("successes", successes, 0, n);
  const z = criticalValue(confidence);
  const p = successes / n;
  const tail = (1 - confidence) / 2;
  switch (method) {
    case "wald": {
      const half = z * Math.sqrt((p * (1 - p)) / n);
      return [cut(p - half), cut(p + half)];
    }
    case "wilson":
      return wilsonInterval(successes, n, z);
    case "wilsonContinuity":
      return wilsonContinuity(successes, n, z);
    case "clopperPearson":
      return [
        successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
        successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
      ];
    case "agrestiCoull": {
      const size = n + z * z;
      const centre = (successes + (z * z) / 2) / size;
      const half = z * Math.sqrt((centre * (1 - centre)) / size);
      return [cut(centre - half), cut(centre + half)];
    }
    case "jeffreys":
      return [
        betaQuantile(tail, successes + 0.5, n - successes + 0.5),
        betaQuantile(1 - tail, successes + 0.5, n - successes + 0.5),
      ];
  }
}

function wilsonContinuity(successes: number, n: number, z: number): Interval {
  const p = successes / n;
  const failures = n - successes;
  const size = 2 * (n + z * z);
  const middle = 2 * successes + z * z;
  const low = (middle - 1 - z * Math.sqrt(z * z - 2 - 1 / n + 4 * p * (failures + 1))) / size;
  const high = (middle + 1 + z * Math.sqrt(z * z + 2 - 1 / n + 4 * p * (failures - 1))) / size;
  return [successes === 0 ? 0 : cut(low), successes === n ? 1 : cut(high)];
}
