/** What the retraining calendar yields: one frame a month; with month 0 the cost of every interval and age. */
import type { Frame } from "../runtime/simulation";

export { type PolicyName, policyNames } from "./plan";

export interface PaceFrame extends Frame {
  /** Months since the first model went into use, 0 the first. */
  readonly moment: number;
  /** [policy, replica]: cost of stale forecasts in this month, thousand €. */
  readonly staleness: Float32Array;
  /** [policy, replica]: mean squared error of this month's forecasts against the demand that came. */
  readonly error: Float32Array;
  /** [policy, replica]: 1 where a new model was made before this month. */
  readonly retrained: Uint8Array;
  /** With month 0: [interval − 1, replica], cost of stale forecasts over all months under a schedule, thousand €. */
  readonly byInterval?: Float32Array;
  /** With month 0: [age, replica], mean cost of a month in which a model of that age is used, thousand €. */
  readonly byAge?: Float32Array;
  /** With month 0 of replica 1: [made, used], cost of month `used` with the model made before month `made`, thousand €; 0 where there is none. */
  readonly matrix?: Float32Array;
}
