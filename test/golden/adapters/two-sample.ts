import { chiSquareContingency } from "@/simulations/core/statistics/chi-square";
import { jensenShannonDistance, jensenShannonDivergence, klDivergence } from "@/simulations/core/statistics/divergence";
import { type BinRule, histogram, histogramEdges } from "@/simulations/core/statistics/histogram";
import { type KsMethod, ksTwoSample } from "@/simulations/core/statistics/ks";
import { mannWhitney } from "@/simulations/core/statistics/mann-whitney";
import { psiFromProportions, psiQuantileBins } from "@/simulations/core/statistics/psi";
import { wasserstein } from "@/simulations/core/statistics/wasserstein";
import type { Adapters } from "../adapter";
import { num, nums, paramsOf } from "../files";

const optional = (value: Parameters<typeof nums>[0]) => (value === undefined ? undefined : nums(value));

export const twoSample: Adapters = {
  psi_from_proportions(one) {
    const { zeroFill } = paramsOf(one, "zero_fill");
    const fill = zeroFill === undefined ? undefined : num(zeroFill);
    return { psi: psiFromProportions(nums(one.input.ref), nums(one.input.cur), fill) };
  },
  kl_from_proportions(one) {
    paramsOf(one);
    const [ref, cur] = [nums(one.input.ref), nums(one.input.cur)];
    return { kl_ref_cur: klDivergence(ref, cur), kl_cur_ref: klDivergence(cur, ref) };
  },
  js_from_proportions(one) {
    const { logBase = "e" } = paramsOf(one, "log_base");
    const base = logBase === "e" ? "e" : num(logBase);
    const [ref, cur] = [nums(one.input.ref), nums(one.input.cur)];
    return {
      js_distance: jensenShannonDistance(ref, cur, base),
      js_divergence: jensenShannonDivergence(ref, cur, base),
    };
  },
  histogram_edges(one) {
    const { rule } = paramsOf(one, "rule");
    const x = nums(one.input.x);
    const edges = histogramEdges(x, rule as BinRule);
    return { edges, counts: histogram(x, edges) };
  },
  psi_quantile_bins(one) {
    const { bins = 10, zeroFill = 0.0001 } = paramsOf(one, "bins", "zero_fill");
    const result = psiQuantileBins(nums(one.input.ref), nums(one.input.cur), num(bins), num(zeroFill));
    return {
      psi: result.psi,
      inner_edges: result.innerEdges,
      ref_counts: result.referenceCounts,
      cur_counts: result.currentCounts,
    };
  },
  ks_2samp(one) {
    paramsOf(one);
    const [x, y] = [nums(one.input.x), nums(one.input.y)];
    const p = (method: KsMethod) => ksTwoSample(x, y, method).pValue;
    return {
      statistic: ksTwoSample(x, y).statistic,
      p_exact: p("exact"),
      p_asymp_scipy: p("asymptotic"),
      p_kolmogorov_limit: p("limit"),
      evidently_drifted: p("exact") <= 0.05,
    };
  },
  mannwhitneyu(one) {
    const {
      method = "asymptotic",
      continuity = true,
      tieCorrection = true,
    } = paramsOf(one, "method", "continuity", "tie_correction");
    const { u, pValue } = mannWhitney(nums(one.input.x), nums(one.input.y), {
      method: method as "asymptotic" | "exact",
      continuity: continuity === true,
      tieCorrection: tieCorrection === true,
    });
    return { U_x: u, p_two_sided: pValue };
  },
  wasserstein(one) {
    paramsOf(one);
    const { x, y, x_weights, y_weights } = one.input;
    const weights = { xWeights: optional(x_weights), yWeights: optional(y_weights) };
    return { distance: wasserstein(nums(x), nums(y), weights) };
  },
  chi2_contingency(one) {
    const { yates = true } = paramsOf(one, "yates");
    const table = (one.input.table as number[][]).map(nums);
    const result = chiSquareContingency(table, { yates: yates === true });
    return {
      statistic: result.statistic,
      p: result.pValue,
      dof: result.degreesOfFreedom,
      expected: result.expected,
    };
  },
};
