/** What a simulation is to the runtime: an engine that turns values into frames, for a range of replicas. */
import type { AnyValues } from "./knobs";
import type { Interpret } from "./own-code";

/** Replicas from `from` (included) to `to` (excluded). */
export interface ReplicaRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What an engine yields. Plain cloneable data; typed arrays welcome. `moment` is the time the frame is of (month, minute,
 * look): the scrubber's unit. Frames of different replica ranges of one moment are merged by the simulation's chart. A frame
 * belongs to whoever gets it: its large arrays leave the worker, so an engine yields no array that it keeps or yields again.
 */
export interface Frame {
  readonly moment: number;
  readonly replicas: ReplicaRange;
}

/**
 * `run` is deterministic: the same values and range give the same frames, in Chromium, in Node, with any other ranges,
 * whatever the engine ran before. It yields undefined, a breath, in long work that has no frame to show yet. What an engine
 * remembers between runs is its own: every `createEngine()` begins with nothing.
 */
export interface Engine<V = AnyValues, F extends Frame = Frame> {
  run(values: V, replicas: ReplicaRange): Iterable<F | undefined> | AsyncIterable<F | undefined>;
}

/** What an engine may use besides core/. */
export interface EngineTools {
  /** Runs a reader's code, apart from everything else. */
  readonly interpret: Interpret;
}

/** The frames of a run, without its breaths. */
export async function framesOf<V, F extends Frame>(
  engine: Engine<V, F>,
  values: V,
  replicas: ReplicaRange,
): Promise<F[]> {
  const frames: F[] = [];
  for await (const frame of engine.run(values, replicas)) if (frame) frames.push(frame);
  return frames;
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
