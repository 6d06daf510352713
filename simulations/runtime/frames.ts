/** Figures of all replicas, read out of the frames of a run. */
import type { Frame } from "./simulation";

/** [moment, every replica's value], moments in order. */
export type Columns = readonly (readonly [moment: number, values: readonly number[]])[];

/** A figure of all replicas, moment by moment. */
export function columns<F extends Frame>(frames: readonly F[], figure: (frame: F) => ArrayLike<number>): Columns {
  const byMoment = new Map<number, number[]>();
  for (const frame of frames) {
    const values = byMoment.get(frame.moment) ?? [];
    byMoment.set(frame.moment, values);
    const found = figure(frame);
    for (let r = 0; r < found.length; r++) values.push(found[r]!);
  }
  return [...byMoment].sort(([a], [b]) => a - b);
}

/** Every replica's mean over some moments. */
export function meansOver(moments: Columns): number[] {
  const replicas = moments[0]?.[1].length ?? 0;
  return Array.from(
    { length: replicas },
    (_, r) => moments.reduce((sum, [, values]) => sum + values[r]!, 0) / moments.length,
  );
}
