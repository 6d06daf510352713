/** What "How much automation" yields: one frame for each confidence threshold, 50 % to 100 % in steps of 2. */
import type { Frame } from "../runtime/simulation";

/** The degrees of automation, from none to all: the rows of every [5, replica] array. Only "partial" depends on the threshold. */
export const degreeNames = ["human", "shadow", "assistance", "partial", "full"] as const;
export type DegreeName = (typeof degreeNames)[number];

export const thresholds = 26;
/** The threshold of a frame in %. */
export const thresholdOf = (moment: number): number => 50 + 2 * moment;
export const momentOf = (threshold: number): number => Math.round((threshold - 50) / 2);

/** Typed arrays have one number per replica, in the last dimension. */
export interface AutomationFrame extends Frame {
  readonly moment: number;
  /** In %. */
  readonly threshold: number;
  /** Share of phones misjudged, [5, replica]. */
  readonly error: Float32Array;
  /** € a phone: reviews, verdicts, mistakes, [5, replica]. */
  readonly cost: Float32Array;
  /** Seconds from a phone's arrival to its verdict, mean and 95th percentile, [5, replica]. */
  readonly delaySeconds: Float32Array;
  readonly delayP95Seconds: Float32Array;
  /** Share of phones that wait for an inspector, [5, replica]. */
  readonly humanShare: Float32Array;
  /** Reviews needed over reviews possible, [5, replica]; at 1 or more the queue grows for as long as the shift lasts. */
  readonly inspectorLoad: Float32Array;
  /** Error of the model among the phones it would decide at this threshold; −1 when there are none. */
  readonly modelError: Float32Array;
}
