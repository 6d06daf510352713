/**
 * What each threshold costs on a sample, and the threshold theory recommends (Elkan 2001).
 *
 *   decide positive where p ≥ threshold;  total cost = Σ cost of the outcome of each case
 *   Bayes threshold = (c_fp − c_tn)/((c_fp − c_tn) + (c_fn − c_tp)), best when the probabilities are calibrated
 *
 * @example costByThreshold([0, 1], [0.2, 0.8], { falsePositive: 1, falseNegative: 10 }).bestThreshold // 0.8
 */
import { checkFinite, type Numbers } from "../check";
import { rankingCounts } from "./ranking";

/** Cost of one case of each kind, in any one unit; negative is a gain. */
export interface Costs {
  falsePositive: number;
  falseNegative: number;
  truePositive?: number;
  trueNegative?: number;
}

export interface CostByThreshold {
  /** NaN when a right decision costs as much as a wrong one in both classes. */
  bayesThreshold: number;
  /** Distinct scores, rising, then Infinity: never decide positive. */
  thresholds: Float64Array;
  totalCost: Float64Array;
  minCost: number;
  /** The lowest threshold that reaches minCost. */
  bestThreshold: number;
}

function bayesThreshold({ falsePositive, falseNegative, truePositive = 0, trueNegative = 0 }: Costs): number {
  checkFinite("falsePositive", falsePositive);
  checkFinite("falseNegative", falseNegative);
  checkFinite("truePositive", truePositive);
  checkFinite("trueNegative", trueNegative);
  const alarm = falsePositive - trueNegative;
  const miss = falseNegative - truePositive;
  return alarm / (alarm + miss);
}

/** @param yTrue labels 0 or 1, of one class or both  @param scores probabilities or any other scores */
export function costByThreshold(yTrue: Numbers, scores: Numbers, costs: Costs): CostByThreshold {
  const { falsePositive, falseNegative, truePositive = 0, trueNegative = 0 } = costs;
  const bayes = bayesThreshold(costs);
  const { thresholds: falling, truePositives, falsePositives, positives, negatives } = rankingCounts(yTrue, scores);
  const size = falling.length;
  const thresholds = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const totalCost = new Float64Array(size + 1);
  const costOf = (tp: number, fp: number) =>
    tp * truePositive + (positives - tp) * falseNegative + fp * falsePositive + (negatives - fp) * trueNegative;
  for (let k = 0; k < size; k++) {
    thresholds[size - 1 - k] = falling[k]!;
    totalCost[size - 1 - k] = costOf(truePositives[k]!, falsePositives[k]!);
  }
  totalCost[size] = costOf(0, 0);
  let best = 0;
  for (let k = 1; k <= size; k++) if (totalCost[k]! < totalCost[best]!) best = k;
  return {
    bayesThreshold: bayes,
    thresholds,
    totalCost,
    minCost: totalCost[best]!,
    bestThreshold: thresholds[best]!,
  };
}
