/**
 * Scores of predicted probabilities; lower is better and only honest probabilities reach the minimum.
 *
 *   log loss = −mean(y ln p + (1 − y) ln(1 − p))   (Good 1952), p cut to [ε, 1 − ε], ε = 2⁻⁵²
 *   Brier score = mean((p − y)²)                    (Brier 1950)
 *   skill = 1 − Brier / Brier of always saying the base rate
 *
 * @example brierScore([1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]) // 0.1875
 */
import { checkAllProbabilities, checkLabels, checkNotEmpty, checkSameLength, type Numbers } from "../check";

function check(yTrue: Numbers, p: Numbers): void {
  checkNotEmpty("yTrue", yTrue);
  checkSameLength("yTrue", yTrue, "p", p);
  checkLabels("yTrue", yTrue);
  checkAllProbabilities("p", p);
}

/** @param yTrue labels 0 or 1  @param p predicted probability of a 1, each 0 … 1 */
export function logLoss(yTrue: Numbers, p: Numbers): number {
  check(yTrue, p);
  let total = 0;
  for (let i = 0; i < p.length; i++) {
    const clipped = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, p[i]!));
    total -= Math.log(yTrue[i] === 1 ? clipped : 1 - clipped);
  }
  return total / p.length;
}

export function brierScore(yTrue: Numbers, p: Numbers): number {
  check(yTrue, p);
  let total = 0;
  for (let i = 0; i < p.length; i++) total += (p[i]! - yTrue[i]!) ** 2;
  return total / p.length;
}

/** 1 is perfect, 0 no better than the base rate, NaN when only one class occurs. */
export function brierSkill(yTrue: Numbers, p: Numbers): number {
  const score = brierScore(yTrue, p);
  let positives = 0;
  for (let i = 0; i < yTrue.length; i++) positives += yTrue[i]!;
  const baseRate = positives / yTrue.length;
  return positives === 0 || positives === yTrue.length ? Number.NaN : 1 - score / (baseRate * (1 - baseRate));
}

export interface BrierDecomposition {
  /** reliability − resolution + uncertainty. */
  brier: number;
  /** How far forecasts lie from what then happens; 0 is best. */
  reliability: number;
  /** How far what happens differs between forecasts; high is good. */
  resolution: number;
  /** Variance of the outcome, not the forecaster's doing. */
  uncertainty: number;
}

/** Murphy's decomposition (1973), grouped by distinct forecast. */
export function brierDecomposition(yTrue: Numbers, p: Numbers): BrierDecomposition {
  check(yTrue, p);
  const n = p.length;
  const groups = new Map<number, { n: number; positives: number }>();
  let positives = 0;
  for (let i = 0; i < n; i++) {
    const group = groups.get(p[i]!) ?? { n: 0, positives: 0 };
    groups.set(p[i]!, { n: group.n + 1, positives: group.positives + yTrue[i]! });
    positives += yTrue[i]!;
  }
  const baseRate = positives / n;
  let reliability = 0;
  let resolution = 0;
  for (const [forecast, group] of groups) {
    const rate = group.positives / group.n;
    reliability += (group.n / n) * (forecast - rate) ** 2;
    resolution += (group.n / n) * (rate - baseRate) ** 2;
  }
  return { brier: brierScore(yTrue, p), reliability, resolution, uncertainty: baseRate * (1 - baseRate) };
}
