/** What the slice explorer yields: one frame, the counts of every replica under every policy. */
import type { Frame } from "../runtime/simulation";

/** Of one group of one replica. */
export const countNames = ["tp", "fp", "fn", "tn"] as const;

/** Every replica is decided by all of them; the knob says which one is shown. */
export const policies = ["one", "parity", "opportunity", "odds"] as const;

export interface SlicesFrame extends Frame {
  readonly moment: 0;
  /** [policy, group, count of `countNames`, replica]: Larch, then Maple. */
  readonly counts: Int32Array;
  /** [policy, group, replica]: the threshold used. */
  readonly thresholds: Float32Array;
  /** [policy, group, replica]: share of the decisions that are drawn by lot. */
  readonly lots: Float32Array;
  /** [policy, slice, replica]: applications in each of the 60 slices, and wrong decisions among them. */
  readonly sizes: Int32Array;
  readonly errors: Int32Array;
}

/** Applications on which each replica is judged. */
export const testCount = 4000;
