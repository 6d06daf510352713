/** What the queries that must be right yield: one frame. */
import type { Frame } from "../runtime/simulation";

/** Weights at which the curve is computed; the knob's own weight comes first. */
export const curveWeights = [1, 4, 16, 64] as const;

export interface MustBeRightFrame extends Frame {
  readonly moment: 0;
  /** [weight of the knob, then of `curveWeights`; replica]: mean NDCG of the first five places over all queries of the test. */
  readonly quality: Float32Array;
  /** The same, of the informational queries alone. */
  readonly informational: Float32Array;
  /** The same: share of navigational queries with their site in the first place. */
  readonly success: Float32Array;
  /** [weight of the knob, then weight 1; site; replica]: chance that the ranker gives to the sites of one navigational query. */
  readonly shown: Float32Array;
  /** [replica]: which site of this query is the official one. */
  readonly official: Uint8Array;
}
