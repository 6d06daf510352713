/**
 * Mixture sequential probability ratio test: a p-value that may be looked at after every observation (Robbins 1970; Johari,
 * Pekelis and Walsh 2017).
 *
 * The alternative is spread over effects θ ~ N(θ₀, τ²); with the mean of n observations of variance σ² the ratio is
 *   Λ = √(σ²/(σ² + nτ²)) · exp(n²τ²(mean − θ₀)² / (2σ²(σ² + nτ²)))
 * and the always-valid p-value is the smallest 1/Λ so far, starting at 1.
 *
 * @example mixtureLikelihoodRatio(500, 0, 0.186368, 0.0001) // 0.8879557667558026
 */
import {
  checkAllFinite,
  checkFinite,
  checkLabels,
  checkOpenProbability,
  checkPositive,
  checkSameLength,
  checkWholeNumber,
  type Numbers,
} from "../check";
import type { Interval } from "./binomial-interval";
import { twoProportionDifference } from "./two-proportions";

/** Λ for n observations whose mean is `effect` away from θ₀. */
export function mixtureLikelihoodRatio(n: number, effect: number, variance: number, tau2: number): number {
  const spread = variance + n * tau2;
  return Math.sqrt(variance / spread) * Math.exp((n * n * tau2 * effect * effect) / (2 * variance * spread));
}

export interface NormalMixtureParams {
  /** Mean under no effect. */
  theta0?: number;
  /** Known variance of one observation. */
  variance: number;
  /** Variance of the effects the alternative is spread over. */
  tau2: number;
  /** Level of the interval is 1 − alpha. */
  alpha?: number;
}

export interface NormalMixtureLook {
  n: number;
  likelihoodRatio: number;
  alwaysValidP: number;
  /** All means θ₀ for which this look alone would not reject; not intersected with earlier looks. */
  interval: Interval;
}

/** One look after each observation. */
export function mixtureSprtNormal(
  x: Numbers,
  { theta0 = 0, variance, tau2, alpha = 0.05 }: NormalMixtureParams,
): NormalMixtureLook[] {
  checkAllFinite("x", x);
  checkFinite("theta0", theta0);
  checkPositive("variance", variance);
  checkPositive("tau2", tau2);
  checkOpenProbability("alpha", alpha);
  let total = 0;
  let alwaysValidP = 1;
  return Array.from(x, (value, i) => {
    const n = i + 1;
    total += value;
    const mean = total / n;
    const likelihoodRatio = mixtureLikelihoodRatio(n, mean - theta0, variance, tau2);
    alwaysValidP = Math.min(alwaysValidP, 1 / likelihoodRatio);
    const spread = variance + n * tau2;
    const logLevel = Math.log(1 / alpha) + Math.log(spread / variance) / 2;
    const half = Math.sqrt((2 * variance * spread * logLevel) / tau2) / n;
    return { n, likelihoodRatio, alwaysValidP, interval: [mean - half, mean + half] };
  });
}

export interface ProportionsMixtureLook {
  /** Pairs seen, one outcome of each arm. */
  pairs: number;
  rateA: number;
  rateB: number;
  likelihoodRatio: number;
  alwaysValidP: number;
  /** p-value of the pooled z-test at this look, right only for a single planned look; NaN when both rates are 0 or 1. */
  fixedHorizonP: number;
}

/**
 * Two rates compared pair by pair with σ² estimated at the look as a(1 − a) + b(1 − b). A look at which both variances are
 * still 0 carries no weight (Λ = 1).
 * @param a outcomes 0 or 1 of the first arm; b as long as a
 */
export function mixtureSprtTwoProportions(
  a: Numbers,
  b: Numbers,
  { tau2, lookEvery = 1 }: { tau2: number; lookEvery?: number },
): ProportionsMixtureLook[] {
  checkSameLength("a", a, "b", b);
  checkLabels("a", a);
  checkLabels("b", b);
  checkPositive("tau2", tau2);
  checkWholeNumber("lookEvery", lookEvery, 1);
  const looks: ProportionsMixtureLook[] = [];
  let successesA = 0;
  let successesB = 0;
  let alwaysValidP = 1;
  for (let i = 0; i < a.length; i++) {
    successesA += a[i]!;
    successesB += b[i]!;
    const pairs = i + 1;
    if (pairs % lookEvery !== 0) continue;
    const rateA = successesA / pairs;
    const rateB = successesB / pairs;
    const variance = rateA * (1 - rateA) + rateB * (1 - rateB);
    const likelihoodRatio = variance === 0 ? 1 : mixtureLikelihoodRatio(pairs, rateB - rateA, variance, tau2);
    alwaysValidP = Math.min(alwaysValidP, 1 / likelihoodRatio);
    const fixedHorizonP = twoProportionDifference(successesB, pairs, successesA, pairs).pValue;
    looks.push({ pairs, rateA, rateB, likelihoodRatio, alwaysValidP, fixedHorizonP });
  }
  return looks;
}
