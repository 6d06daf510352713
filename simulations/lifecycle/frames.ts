/** What the voice-command project yields: the release (moment 0), then one frame for each month of the year after it. */
import type { Recording } from "../core/worlds/clips/recording";
import type { Frame } from "../runtime/simulation";

export { type ResponseName, responseNames } from "./plan";

export const conditions = ["quiet", "car", "crowd", "narrow"] as const;
export type Condition = (typeof conditions)[number];

/** A clip of the release test that the first team's model understood wrongly. */
export interface Misheard {
  readonly place: Condition;
  readonly said: string;
  readonly heard: string;
  readonly clip: Recording;
}

/** Of each replica of the range. */
export interface Release {
  /** Share of the words understood in all places of the test. */
  readonly accuracy: Float32Array;
  /** [condition, replica] */
  readonly byCondition: Float32Array;
  /** Of the target device, 95 % quantile over the test, in ms. */
  readonly latencyMs: Float32Array;
  /** Clips a second that the target device can answer. */
  readonly throughput: Float32Array;
  /** Share of the training labels that are not the word that was said. */
  readonly wrongLabels: Float32Array;
  /** The first few of each place; of the first team, and with its frame, only. */
  readonly misheard?: readonly Misheard[];
}

export interface LifecycleFrame extends Frame {
  /** Months since the release, 0 the release itself. */
  readonly moment: number;
  /** [response, replica]: share of the month's words understood; before the response is in use all three are the same. */
  readonly accuracy: Float32Array;
  /** With moment 0 only. */
  readonly release?: Release;
}
