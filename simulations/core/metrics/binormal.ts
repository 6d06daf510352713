/**
 * Exact figures for a classifier whose scores are N(0, 1) for negatives and N(d, 1) for positives (Green and Swets 1966).
 *
 *   area under the ROC curve = Φ(d/√2), whatever the prevalence π
 *   average precision = ∫ precision(s) φ(s − d) ds with precision(s) = πR/(πR + (1 − π)F), R = Φ(d − s), F = Φ(−s)
 *   cheapest threshold = d/2 + ln((1 − π)/(πc))/d when a miss costs c false alarms
 *
 * @example binormalRocAuc(1) // 0.7602499389065233
 */
import normal from "@stdlib/stats-base-dists-normal";
import { checkFinite, checkOpenProbability, checkPositive } from "../check";

export function binormalRocAuc(separation: number): number {
  checkFinite("separation", separation);
  return normal.cdf(separation / Math.SQRT2, 0, 1);
}

/** @param prevalence share of positives, strictly between 0 and 1 */
export function binormalAveragePrecision(separation: number, prevalence: number): number {
  checkFinite("separation", separation);
  checkOpenProbability("prevalence", prevalence);
  // The integrand dies off with φ at both ends, where the trapezoidal rule converges faster than any power of the step.
  const step = 0.02;
  let area = 0;
  for (let s = separation - 9; s <= separation + 9; s += step) {
    const hits = prevalence * normal.cdf(separation - s, 0, 1);
    const alarms = (1 - prevalence) * normal.cdf(-s, 0, 1);
    area += (hits / (hits + alarms)) * normal.pdf(s, separation, 1) * step;
  }
  return area;
}

export interface BinormalThreshold {
  /** Decide positive at or above this score. */
  threshold: number;
  recall: number;
  falsePositiveRate: number;
  /** Per case, in units of one false alarm. */
  expectedCost: number;
}

/** @param missCost cost of a missed positive in units of one false alarm */
export function binormalBestThreshold(separation: number, prevalence: number, missCost: number): BinormalThreshold {
  checkPositive("separation", separation);
  checkOpenProbability("prevalence", prevalence);
  checkPositive("missCost", missCost);
  const threshold = separation / 2 + Math.log((1 - prevalence) / (prevalence * missCost)) / separation;
  const recall = normal.cdf(separation - threshold, 0, 1);
  const falsePositiveRate = normal.cdf(-threshold, 0, 1);
  const expectedCost = prevalence * missCost * (1 - recall) + (1 - prevalence) * falsePositiveRate;
  return { threshold, recall, falsePositiveRate, expectedCost };
}
