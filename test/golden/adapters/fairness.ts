import { type FairnessGaps, groupFairness } from "@/simulations/core/metrics/fairness";
import type { Adapters } from "../adapter";
import { digits, paramsOf } from "../files";

const gaps = (of: FairnessGaps) => ({
  demographic_parity_difference: of.demographicParityDifference,
  demographic_parity_ratio: of.demographicParityRatio,
  equalized_odds_difference: of.equalizedOddsDifference,
  equalized_odds_difference_mean: of.equalizedOddsDifferenceMean,
  equalized_odds_ratio: of.equalizedOddsRatio,
  equal_opportunity_difference: of.equalOpportunityDifference,
  equal_opportunity_ratio: of.equalOpportunityRatio,
});

export const fairness: Adapters = {
  group_fairness(one) {
    paramsOf(one);
    const { y_true, y_pred, group } = one.input;
    const result = groupFairness(digits(y_true), digits(y_pred), [...String(group)]);
    const byGroup = [...result.byGroup].map(([name, rates]) => [
      name,
      { ...rates, selection_rate: rates.selectionRate, tpr: rates.truePositiveRate, fpr: rates.falsePositiveRate },
    ]);
    return {
      by_group: Object.fromEntries(byGroup),
      between_groups: gaps(result.betweenGroups),
      to_overall: gaps(result.toOverall),
    };
  },
};
