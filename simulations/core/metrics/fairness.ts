/**
 * Does a classifier treat groups alike? Rates per group, and how far apart they are.
 *
 *   demographic parity  compares selection rates (share decided positive)
 *   equal opportunity   compares true positive rates (Hardt, Price and Srebro 2016)
 *   equalized odds      the larger difference, or smaller ratio, of true and of false positive rates
 *
 * Between groups: largest − smallest and smallest / largest. To the overall value: the largest distance from it, and the
 * smallest min(r, 1/r) of the ratios r to it. A group without positives (negatives) counts with rate 0, as in fairlearn.
 *
 * @example groupFairness([1, 0, 1, 0], [1, 1, 0, 0], ["a", "a", "b", "b"]).betweenGroups.demographicParityDifference // 1
 */
import { checkSameLength, type Numbers } from "../check";
import { type ConfusionCounts, confusionCounts } from "./confusion";

export interface GroupRates {
  n: number;
  positives: number;
  negatives: number;
  selectionRate: number;
  truePositiveRate: number;
  falsePositiveRate: number;
  accuracy: number;
}

export interface FairnessGaps {
  demographicParityDifference: number;
  /** Ratios are 1 when alike, NaN when every rate is 0. */
  demographicParityRatio: number;
  equalizedOddsDifference: number;
  /** Mean instead of the larger of the two differences. */
  equalizedOddsDifferenceMean: number;
  equalizedOddsRatio: number;
  equalOpportunityDifference: number;
  equalOpportunityRatio: number;
}

export interface GroupFairness {
  byGroup: Map<string, GroupRates>;
  overall: GroupRates;
  betweenGroups: FairnessGaps;
  toOverall: FairnessGaps;
}

type RateKey = "selectionRate" | "truePositiveRate" | "falsePositiveRate";

/** @example groupRates({ tn: 1, fp: 1, fn: 0, tp: 2 }).selectionRate // 0.75 */
export function groupRates({ tn, fp, fn, tp }: ConfusionCounts): GroupRates {
  const positives = tp + fn;
  const negatives = tn + fp;
  const n = positives + negatives;
  return {
    n,
    positives,
    negatives,
    selectionRate: (tp + fp) / n,
    truePositiveRate: positives === 0 ? 0 : tp / positives,
    falsePositiveRate: negatives === 0 ? 0 : fp / negatives,
    accuracy: (tp + tn) / n,
  };
}

/** @param yTrue labels 0 or 1  @param yPred decisions 0 or 1  @param group name of the group of each case */
export function groupFairness(yTrue: Numbers, yPred: Numbers, group: ArrayLike<string>): GroupFairness {
  const overall = groupRates(confusionCounts(yTrue, yPred));
  checkSameLength("yTrue", yTrue, "group", group);
  const counts = new Map<string, ConfusionCounts>();
  for (let i = 0; i < group.length; i++) {
    const own = counts.get(group[i]!) ?? { tn: 0, fp: 0, fn: 0, tp: 0 };
    if (yTrue[i] === 1) own[yPred[i] === 1 ? "tp" : "fn"]++;
    else own[yPred[i] === 1 ? "fp" : "tn"]++;
    counts.set(group[i]!, own);
  }
  const byGroup = new Map(
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => [name, groupRates(own)]),
  );
  const rates = [...byGroup.values()];
  const values = (key: RateKey) => rates.map((rate) => rate[key]);
  return {
    byGroup,
    overall,
    betweenGroups: gaps(
      (key) => Math.max(...values(key)) - Math.min(...values(key)),
      (key) => Math.min(...values(key)) / Math.max(...values(key)),
    ),
    toOverall: gaps(
      (key) => Math.max(...values(key).map((value) => Math.abs(value - overall[key]))),
      (key) => Math.min(...values(key).map((value) => sameSide(value / overall[key]))),
    ),
  };
}

const sameSide = (quotient: number) => (quotient > 1 ? 1 / quotient : quotient);

function gaps(difference: (key: RateKey) => number, quotient: (key: RateKey) => number): FairnessGaps {
  const tpr = difference("truePositiveRate");
  const fpr = difference("falsePositiveRate");
  return {
    demographicParityDifference: difference("selectionRate"),
    demographicParityRatio: quotient("selectionRate"),
    equalizedOddsDifference: Math.max(tpr, fpr),
    equalizedOddsDifferenceMean: (tpr + fpr) / 2,
    equalizedOddsRatio: Math.min(quotient("truePositiveRate"), quotient("falsePositiveRate")),
    equalOpportunityDifference: tpr,
    equalOpportunityRatio: quotient("truePositiveRate"),
  };
}
