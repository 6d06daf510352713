/** What the retraining race yields: one frame a month. */
import { type StrategyName, strategyNames } from "../core/statistics/month-weights";
import type { OwnFunction } from "../runtime/own-code";
import type { Frame } from "../runtime/simulation";

export { type StrategyName, strategyNames } from "../core/statistics/month-weights";

/** Who races: the course's strategies and, last, the reader's own when there is one. */
export type Contestant = StrategyName | "yours";

/** What the reader's own strategy is: a function of the example's age and of the month that the model is for. */
export const ownFunction: OwnFunction = { name: "weight", parameters: ["age", "month"], returns: "weight" };

/** Those that race with these settings, in the order of the frames. */
export const contestantsOf = ({ rule }: { readonly rule: string }): readonly Contestant[] =>
  rule === "" ? strategyNames : [...strategyNames, "yours"];

export interface RetrainingFrame extends Frame {
  /** Months since the release, 0 the first. */
  readonly moment: number;
  /** The order of `errors` and `weights`: never, all, weighted, window, and the reader's own. */
  readonly strategies: readonly Contestant[];
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
