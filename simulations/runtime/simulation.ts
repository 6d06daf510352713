/** What a simulation is to the runtime: an engine that turns values into frames, for a range of replicas. */
import type { AnyValues, Knobs, Presets } from "./knobs";
import type { Timed } from "./timing";

/** Replicas from `from` (included) to `to` (excluded). */
export interface ReplicaRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What an engine yields. Plain cloneable data; typed arrays welcome. `moment` is the time the frame is of (month, minute,
 * look): the scrubber's unit. Frames of different replica ranges of one moment are merged by the simulation's chart.
 */
export interface Frame {
  readonly moment: number;
  readonly replicas: ReplicaRange;
}

/** `run` is deterministic: the same values and range give the same frames, in Chromium, in Node, with any other ranges. */
export interface Engine<V = AnyValues, F extends Frame = Frame> {
  run(values: V, replicas: ReplicaRange): Iterable<F> | AsyncIterable<F>;
}

/** What the registry holds of a simulation; `engine` is loaded where it runs, in the worker or in Node. */
export interface SimulationEntry {
  readonly title: string;
  readonly knobs: Knobs;
  readonly presets: Presets;
  readonly engine: () => Promise<Engine>;
  /** The simulation's own small model, trained, for timing it where it runs. */
  readonly model?: () => Promise<Timed>;
  readonly summarize: (frames: readonly Frame[], values: AnyValues) => unknown;
}

/** Replicas trained in one tensor program, and so the first answer's size. */
export const REPLICAS_PER_CHUNK = 8;

/** The fixed division of a run: it never depends on how many workers there are, so that figures do not either. */
export function chunksOf(replicas: number): ReplicaRange[] {
  return Array.from({ length: Math.ceil(replicas / REPLICAS_PER_CHUNK) }, (_, i) => ({
    from: i * REPLICAS_PER_CHUNK,
    to: Math.min(replicas, (i + 1) * REPLICAS_PER_CHUNK),
  }));
}

/** Frames in the order of replicas, then moments: the order in which they are shown, saved and summarised. */
export function sortFrames<F extends Frame>(frames: readonly F[]): F[] {
  return [...frames].sort((a, b) => a.replicas.from - b.replicas.from || a.moment - b.moment);
}
