/** The rankers in a few figures: medians over replicas with the 10th and 90th percentile. */
import { bandOf, type Named, namedBand } from "../core/statistics/band";
import { curveWeights, type MustBeRightFrame } from "./frames";
import type { MustBeRightValues } from "./knobs";

export const queriesAMonth = 50;

export interface Ranked {
  readonly weight: number;
  /** Of every replica. */
  readonly quality: readonly number[];
  readonly informational: readonly number[];
  readonly success: readonly number[];
  /** Share of the users who leave within a month. */
  readonly lost: readonly number[];
}

/**
 * Users who are gone after a month: 1 − (1 − share of navigational queries · miss · cost) ^ queries. Multiplied out, because the last
 * bits of a power differ between browsers and Node.
 */
export function lostUsers(success: number, { share, missCost }: Pick<MustBeRightValues, "share" | "missCost">): number {
  const stays = 1 - (share / 100) * (1 - success) * (missCost / 100);
  let left = 1;
  for (let query = 0; query < queriesAMonth; query++) left *= stays;
  return 1 - left;
}

/** The knob's own weight, then the curve. */
export function rankedOf(frames: readonly MustBeRightFrame[], values: MustBeRightValues): readonly Ranked[] {
  const rows = (figure: (frame: MustBeRightFrame) => Float32Array, w: number) =>
    frames.flatMap((frame) => {
      const size = frame.replicas.to - frame.replicas.from;
      return Array.from(figure(frame).subarray(w * size, (w + 1) * size));
    });
  return [values.weight, ...curveWeights].map((weight, w) => {
    const success = rows((frame) => frame.success, w);
    return {
      weight,
      quality: rows((frame) => frame.quality, w),
      informational: rows((frame) => frame.informational, w),
      success,
      lost: success.map((share) => lostUsers(share, values)),
    };
  });
}

type Figures = Named<"averageQuality"> &
  Named<"informationalQuality"> &
  Named<"navigationalSuccess"> &
  Named<"usersLost">;
export type MustBeRightSummary = Figures & { readonly curve: readonly ({ readonly weight: number } & Figures)[] };

const figuresOf = ({ quality, informational, success, lost }: Ranked): Figures => ({
  ...namedBand("averageQuality", bandOf(quality)),
  ...namedBand("informationalQuality", bandOf(informational)),
  ...namedBand("navigationalSuccess", bandOf(success)),
  ...namedBand("usersLost", bandOf(lost)),
});

export const summarize = ([own, ...curve]: readonly Ranked[]): MustBeRightSummary => ({
  ...figuresOf(own!),
  curve: curve.map((each) => ({ weight: each.weight, ...figuresOf(each) })),
});
