/** Cases by the probability that they were given, and the share of positives among them. */
import { quantile } from "../core/statistics/quantile";
import type { SkewFrame } from "./frames";
import { probabilitySums, scoreCounts } from "./scores";

/** A share of fewer cases says little: bins with fewer in half of the replicas are left out. */
export const fewestCases = 50;

export interface CalibrationBin {
  /** Mean probability of its cases in all replicas together. */
  readonly predicted: number;
  /** Share of positives among its cases, by replica; NaN where there is no case. */
  readonly shares: readonly number[];
}

/** Bins of equal width in log-odds that hold enough cases, from low probabilities to high. */
export function calibrationBins(frames: readonly SkewFrame[]): CalibrationBin[] {
  const negatives = scoreCounts(frames, false);
  const positives = scoreCounts(frames, true);
  const sums = probabilitySums(frames);
  const total = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
  return (negatives[0] ?? []).flatMap((_, bin) => {
    const cases = negatives.map((counts, r) => counts[bin]! + positives[r]![bin]!);
    if (quantile(cases, 0.5) < fewestCases) return [];
    return [
      {
        predicted: total(sums.map((sum) => sum[bin]!)) / total(cases),
        shares: positives.map((counts, r) => (cases[r]! > 0 ? counts[bin]! / cases[r]! : Number.NaN)),
      },
    ];
  });
}
