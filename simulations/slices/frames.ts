/** What the slice explorer yields: one frame, the counts of every replica. */
import type { Frame } from "../runtime/simulation";

/** Of one group of one replica. */
export const countNames = ["tp", "fp", "fn", "tn"] as const;

export interface SlicesFrame extends Frame {
  readonly moment: 0;
  /** [group, count of `countNames`, replica]: Larch, then Maple. */
  readonly counts: Int32Array;
  /** [group, replica]: the threshold used. */
  readonly thresholds: Float32Array;
  /** [replica]: p-value of the worst of 60 slices of a model that treats all slices alike, before any correction. */
  readonly worstP: Float32Array;
}

/** Applications on which each replica is judged. */
export const testCount = 2000;
