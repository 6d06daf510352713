/** Through what the words were lost, replica by replica: the stretches that are sent, or how the sent sound is. */
import { cells, type PipelinesFrame } from "./frames";

/** Points of accuracy (shares) that a replica must lose before the loss is attributed. */
export const leastLoss = 0.05;

export const ways = ["stretches", "sound", "none"] as const;
export type Way = (typeof ways)[number];

/** One number a replica, in order. @param part which of the things that stand one after the other */
export const byReplica = (
  frames: readonly PipelinesFrame[],
  figure: (frame: PipelinesFrame) => Float32Array,
  part = 0,
): number[] =>
  frames.flatMap((frame) => {
    const size = frame.replicas.to - frame.replicas.from;
    return Array.from(figure(frame).subarray(part * size, (part + 1) * size));
  });

export const accuracyIn = (frames: readonly PipelinesFrame[], cell: (typeof cells)[number]): number[] =>
  byReplica(frames, ({ accuracy }) => accuracy, cells.indexOf(cell));

export interface Loss {
  /** Accuracy lost by the change as a whole. */
  readonly all: number;
  /** Lost when only other stretches are sent, of the sound as it was. */
  readonly stretches: number;
  /** Lost when the same stretches are sent, of the sound as it is now. */
  readonly sound: number;
  readonly way: Way;
}

export function lossesOf(frames: readonly PipelinesFrame[]): Loss[] {
  const [before, newSound, newStretches, after] = cells.map((cell) => accuracyIn(frames, cell));
  return before!.map((accuracy, r) => {
    const all = accuracy - after![r]!;
    const stretches = accuracy - newStretches![r]!;
    const sound = accuracy - newSound![r]!;
    return { all, stretches, sound, way: all < leastLoss ? "none" : stretches >= sound ? "stretches" : "sound" };
  });
}
