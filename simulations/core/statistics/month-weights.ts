/**
 * What each way of retraining makes of the past: the weight that one example of each month has in this month's model.
 *
 *   never     the examples from before the release, all alike, for ever
 *   all       every labelled example, all alike
 *   weighted  w = 2^(−a / h), a = age in months relative to the newest labelled month, h = half-life
 *   window    the newest `window` labelled months, all alike; older ones 0
 *
 * Labels of a month arrive `labelDelay` months after its end; what was known at the release stays known.
 *
 * @example monthWeights("weighted", 2, { before: 1, window: 3, halfLife: 1, labelDelay: 0 }) // [0.25, 0.5, 1]
 */
import { checkNotNegative, checkOneOf, checkPositive, checkWholeNumber } from "../check";

export const strategyNames = ["never", "all", "weighted", "window"] as const;
export type StrategyName = (typeof strategyNames)[number];

export interface WeightOptions {
  /** Months of examples from before the release. */
  readonly before: number;
  readonly window: number;
  readonly halfLife: number;
  readonly labelDelay: number;
}

/** The last month with labels when the model for `month` is trained; −1 is the last before the release. */
export function newestLabelled(month: number, labelDelay: number): number {
  return Math.max(-1, month - 1 - labelDelay);
}

/**
 * @param month months since the release, the month the model is for
 * @returns [before + month]: one weight per month from −before to month − 1
 */
export function monthWeights(strategy: StrategyName, month: number, options: WeightOptions): Float32Array {
  const { before, window, halfLife, labelDelay } = options;
  checkOneOf("strategy", strategy, strategyNames);
  checkWholeNumber("month", month);
  checkWholeNumber("before", before, 1);
  checkPositive("window", window);
  checkPositive("halfLife", halfLife);
  checkNotNegative("labelDelay", labelDelay);
  // #region excerpt: weights
  const newest = strategy === "never" ? -1 : newestLabelled(month, labelDelay);
  return Float32Array.from({ length: before + month }, (_, i) => {
    const age = newest - (i - before);
    if (age < 0) return 0;
    if (strategy === "window") return age < window ? 1 : 0;
    return strategy === "weighted" ? 2 ** (-age / halfLife) : 1;
  });
  // #endregion
}
