import { mixtureSprtNormal, mixtureSprtTwoProportions } from "@/simulations/core/statistics/mixture-sprt";
import { peekingInflation } from "@/simulations/core/statistics/peeking";
import { sprtBernoulli } from "@/simulations/core/statistics/sprt";
import type { Adapters } from "../adapter";
import { digits, type GoldenCase, num, nums, paramsOf } from "../files";

/** The rows of a table that the case asks for, by the value in its first column. */
function rowsAsked(one: GoldenCase, table: readonly Record<string, number>[]) {
  const { columns, rows } = one.expect as { columns: string[]; rows: number[][] };
  const key = columns[0]!;
  return {
    columns,
    rows: rows.map(([at]) => {
      const found = table.find((row) => row[key] === at);
      return columns.map((column) => found?.[column]);
    }),
  };
}

export const sequentialTests: Adapters = {
  sprt_bernoulli(one) {
    const { p0, p1, alpha, beta } = paramsOf(one, "p0", "p1", "alpha", "beta");
    const params = { p0: num(p0), p1: num(p1), alpha: num(alpha), beta: num(beta) };
    const test = sprtBernoulli(digits(one.input.outcomes), params);
    return {
      upper: test.upper,
      lower: test.lower,
      decision: { "accept p0": "accept_h0", "accept p1": "accept_h1", continue: "continue" }[test.decision],
      samples_used: test.samples,
      llr_at_end: test.logLikelihoodRatio,
      expected_samples_h0: test.expectedSamples0,
      expected_samples_h1: test.expectedSamples1,
    };
  },
  msprt_normal(one) {
    const { theta0, variance, tau2 } = paramsOf(one, "theta0", "variance", "tau2");
    const params = { theta0: num(theta0), variance: num(variance), tau2: num(tau2) };
    const looks = mixtureSprtNormal(nums(one.input.x), params);
    const table = looks.map((look) => ({
      n: look.n,
      likelihood_ratio: look.likelihoodRatio,
      always_valid_p: look.alwaysValidP,
      ci95_low: look.interval[0],
      ci95_high: look.interval[1],
    }));
    const first = looks.find((look) => look.alwaysValidP <= 0.05)?.n ?? null;
    return { ...rowsAsked(one, table), first_n_with_p_at_most_0_05: first };
  },
  msprt_two_proportions(one) {
    const { tau2, lookEvery } = paramsOf(one, "tau2", "look_every");
    const looks = mixtureSprtTwoProportions(digits(one.input.a), digits(one.input.b), {
      tau2: num(tau2),
      lookEvery: num(lookEvery),
    });
    const table = looks.map((look) => ({
      pairs: look.pairs,
      rate_a: look.rateA,
      rate_b: look.rateB,
      likelihood_ratio: look.likelihoodRatio,
      always_valid_p: look.alwaysValidP,
      fixed_horizon_z_p: look.fixedHorizonP,
    }));
    const first = looks.find((look) => look.alwaysValidP <= 0.05)?.pairs ?? null;
    return { ...rowsAsked(one, table), first_n_with_p_at_most_0_05: first };
  },
  peeking_inflation(one) {
    const { alpha = 0.05 } = paramsOf(one, "alpha");
    return { false_positive_rate: nums(one.input.looks).map((looks) => peekingInflation(looks, num(alpha))) };
  },
};
