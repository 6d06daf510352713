/**
 * What a look concludes from the audited phones: how easily luck alone would make green look this much worse than blue.
 *
 *   fixed       one-sided p-value of z = (g − b) / √(p(1 − p)(1/n_g + 1/n_b)), p pooled, as if this look were the only one
 *   sequential  1/Λ of a mixture of effects N(0, τ²), the smallest so far: valid however often one looks (Johari et al. 2017)
 *
 * Before green could be expected to misjudge five phones at the pooled rate the normal approximation is no good (Cochran 1954)
 * and there is no evidence: p = 1.
 *
 * @example evidenceAgainst({ rule: "fixed", green: [12, 100], blue: [30, 500] }) // about 0.016
 */
import { mixtureLikelihoodRatio } from "../core/statistics/mixture-sprt";
import { twoProportionDifference } from "../core/statistics/two-proportions";

/** Misjudged, and audited in all. */
export type Tally = readonly [wrong: number, audited: number];

const leastExpected = 5;
/** Spread of the effects the sequential rule looks for: 5 phones in 100. */
const tau2 = 0.05 ** 2;

export function evidenceAgainst(options: {
  readonly rule: "fixed" | "sequential";
  readonly green: Tally;
  readonly blue: Tally;
}): number {
  const { rule, green, blue } = options;
  const [greenWrong, greenAudited] = green;
  const [blueWrong, blueAudited] = blue;
  if (greenAudited === 0 || blueAudited === 0) return 1;
  // #region excerpt: evidence
  const pooled = (greenWrong + blueWrong) / (greenAudited + blueAudited);
  if (greenAudited * pooled < leastExpected) return 1;
  const { difference, pValue } = twoProportionDifference(greenWrong, greenAudited, blueWrong, blueAudited);
  if (difference <= 0) return 1;
  if (rule === "fixed") return Number.isNaN(pValue) ? 1 : pValue / 2;
  const variance = pooled * (1 - pooled) * (1 / greenAudited + 1 / blueAudited);
  return variance === 0 ? 1 : Math.min(1, 1 / mixtureLikelihoodRatio(1, difference, variance, tau2));
  // #endregion
}
