/** What the retraining race yields: one frame a month. */
import type { StrategyName } from "../core/statistics/month-weights";
import type { Frame } from "../runtime/simulation";

export { type StrategyName, strategyNames } from "../core/statistics/month-weights";

export interface RetrainingFrame extends Frame {
  /** Months since the release, 0 the first. */
  readonly moment: number;
  /** The order of `errors` and `weights`: never, all, weighted, window. */
  readonly strategies: readonly StrategyName[];
  /** [strategy, replica of the range]: root mean square error (thousand €, °C) or misclassified share in % (queries). */
  readonly errors: Float32Array;
  /** Unit of `errors`. */
  readonly unit: string;
  /** [strategy, months from −3 to moment − 1]: weight of one example of each month in this month's model, the newest 1. */
  readonly weights: Float32Array;
  /** How far the world has moved, 0–1: share or degree of the new. */
  readonly level: number;
  /** The error that no model can avoid, in `unit`; unknown for the weather. */
  readonly noiseFloor?: number;
}

/** Months of examples from before the release that every strategy starts with. */
export const monthsBefore = 3;
