/**
 * Calibration: of all cases given probability 0.7, do 70 % turn out positive?
 *
 * Cases fall into bins by their probability, bins closed on the right, 0 in the first: "uniform" bins of equal width or
 * "quantile" bins cut at the quantiles (type 7) of the probabilities.
 *   expected calibration error = Σ (n_b/n) |share of positives − mean probability|   (Naeini, Cooper and Hauskrecht 2015)
 *   maximum calibration error = the largest of these gaps
 *
 * @example calibrationCurve([0, 1, 0, 1], [0.4, 0.4, 0.4, 0.4]).ece // 0.1
 */
import {
  checkAllProbabilities,
  checkLabels,
  checkNotEmpty,
  checkOneOf,
  checkSameLength,
  checkWholeNumber,
  type Numbers,
} from "../check";
import { quantileSorted } from "../statistics/quantile";

export interface CalibrationParams {
  bins?: number;
  strategy?: "uniform" | "quantile";
}

export interface CalibrationCurve {
  /** One more than bins. */
  binEdges: number[];
  /** Cases per bin, empty ones included. */
  binCounts: number[];
  /** Share of positives in each bin that is not empty. */
  shareTrue: number[];
  /** Mean probability in each bin that is not empty. */
  meanPredicted: number[];
  ece: number;
  mce: number;
}

export function calibrationCurve(
  yTrue: Numbers,
  p: Numbers,
  { bins = 10, strategy = "uniform" }: CalibrationParams = {},
): CalibrationCurve {
  checkNotEmpty("yTrue", yTrue);
  checkSameLength("yTrue", yTrue, "p", p);
  checkLabels("yTrue", yTrue);
  checkAllProbabilities("p", p);
  checkWholeNumber("bins", bins, 1);
  checkOneOf("strategy", strategy, ["uniform", "quantile"]);
  // i · (1 / bins) as numpy spaces them, so that a probability on an edge falls on the same side.
  const levels = Array.from({ length: bins + 1 }, (_, i) => (i === bins ? 1 : i * (1 / bins)));
  const sorted = strategy === "quantile" ? Float64Array.from(p).sort() : undefined;
  const binEdges = sorted ? levels.map((level) => quantileSorted(sorted, (level * 100) / 100)) : levels;

  const binCounts = new Array<number>(bins).fill(0);
  const positives = new Array<number>(bins).fill(0);
  const sums = new Array<number>(bins).fill(0);
  for (let i = 0; i < p.length; i++) {
    const bin = binOf(binEdges, p[i]!);
    binCounts[bin]! += 1;
    positives[bin]! += yTrue[i]!;
    sums[bin]! += p[i]!;
  }
  const filled = binCounts.flatMap((count, bin) => (count > 0 ? [bin] : []));
  const shareTrue = filled.map((bin) => positives[bin]! / binCounts[bin]!);
  const meanPredicted = filled.map((bin) => sums[bin]! / binCounts[bin]!);
  const gaps = shareTrue.map((share, k) => Math.abs(share - meanPredicted[k]!));
  return {
    binEdges,
    binCounts,
    shareTrue,
    meanPredicted,
    ece: gaps.reduce((sum, gap, k) => sum + (binCounts[filled[k]!]! / p.length) * gap, 0),
    mce: Math.max(...gaps),
  };
}

/** Number of inner edges below p: an edge belongs to the bin on its left. */
function binOf(edges: readonly number[], p: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle + 1]! < p) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface TopLabelCalibration {
  ece: number;
  mce: number;
  /** Share of right predictions. */
  accuracy: number;
  meanConfidence: number;
  binCounts: number[];
}

/**
 * Calibration of the predicted class (Guo, Pleiss, Sun and Weinberger 2017), with bins of equal width.
 * @param confidence probability given to the predicted class  @param correct 1 where that class was right, else 0
 */
export function topLabelCalibration(
  confidence: Numbers,
  correct: Numbers,
  { bins = 15 }: { bins?: number } = {},
): TopLabelCalibration {
  checkNotEmpty("confidence", confidence);
  checkSameLength("confidence", confidence, "correct", correct);
  const { ece, mce, binCounts } = calibrationCurve(correct, confidence, { bins });
  const mean = (values: Numbers) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  return { ece, mce, accuracy: mean(correct), meanConfidence: mean(confidence), binCounts };
}
