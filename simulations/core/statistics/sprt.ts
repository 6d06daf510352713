/**
 * Sequential probability ratio test for a rate (Wald 1945): adds up the evidence for p₁ against p₀ outcome by outcome and
 * stops as soon as it is enough.
 *
 *   Λ += ln(p₁/p₀) for a 1, ln((1 − p₁)/(1 − p₀)) for a 0
 *   accept p₁ when Λ ≥ ln((1 − β)/α), accept p₀ when Λ ≤ ln(β/(1 − α)), otherwise go on
 *
 * The expected numbers of samples are Wald's approximations, which leave out the overshoot over the boundary.
 *
 * @example sprtBernoulli([1, 1, 1], { p0: 0.1, p1: 0.5, alpha: 0.05, beta: 0.1 }).decision // "accept p1" after 2
 */
import { checkLabels, checkOpenProbability, type Numbers } from "../check";

export interface SprtParams {
  /** Rate under the hypothesis to keep. */
  p0: number;
  /** Rate under the alternative, different from p0. */
  p1: number;
  /** Chance of accepting p1 when p0 holds. */
  alpha?: number;
  /** Chance of accepting p0 when p1 holds. */
  beta?: number;
}

export type SprtDecision = "continue" | "accept p0" | "accept p1";

export interface Sprt {
  readonly upper: number;
  readonly lower: number;
  /** Approximate number of samples to a decision when p0 holds. */
  readonly expectedSamples0: number;
  readonly expectedSamples1: number;
  /** Samples taken; none is taken after a decision. */
  readonly samples: number;
  readonly logLikelihoodRatio: number;
  readonly decision: SprtDecision;
  update(outcome: number): SprtDecision;
}

/** @throws RangeError when a rate or error level is not strictly between 0 and 1, p0 = p1 or α + β ≥ 1. */
export function createSprt({ p0, p1, alpha = 0.05, beta = 0.1 }: SprtParams): Sprt {
  checkOpenProbability("p0", p0);
  checkOpenProbability("p1", p1);
  checkOpenProbability("alpha", alpha);
  checkOpenProbability("beta", beta);
  if (p0 === p1) throw new RangeError(`p1 must differ from p0 = ${p0}, got ${p1}`);
  if (alpha + beta >= 1) throw new RangeError(`alpha + beta must be below 1, got ${alpha + beta}`);
  const upper = Math.log((1 - beta) / alpha);
  const lower = Math.log(beta / (1 - alpha));
  const ofOne = Math.log(p1 / p0);
  const ofZero = Math.log((1 - p1) / (1 - p0));
  const drift = (p: number) => p * ofOne + (1 - p) * ofZero;
  let samples = 0;
  let logLikelihoodRatio = 0;
  let decision: SprtDecision = "continue";
  return {
    upper,
    lower,
    expectedSamples0: ((1 - alpha) * lower + alpha * upper) / drift(p0),
    expectedSamples1: (beta * lower + (1 - beta) * upper) / drift(p1),
    get samples() {
      return samples;
    },
    get logLikelihoodRatio() {
      return logLikelihoodRatio;
    },
    get decision() {
      return decision;
    },
    update(outcome) {
      checkLabels("outcome", [outcome]);
      if (decision !== "continue") return decision;
      samples++;
      logLikelihoodRatio += outcome === 1 ? ofOne : ofZero;
      if (logLikelihoodRatio >= upper) decision = "accept p1";
      else if (logLikelihoodRatio <= lower) decision = "accept p0";
      return decision;
    },
  };
}

/** Runs the test over a list of outcomes and stops at the decision. */
export function sprtBernoulli(outcomes: Numbers, params: SprtParams): Sprt {
  checkLabels("outcomes", outcomes);
  const test = createSprt(params);
  for (let i = 0; i < outcomes.length && test.decision === "continue"; i++) test.update(outcomes[i]!);
  return test;
}
