/** The state of one experiment on the page and what can be done to it. Implemented by store.ts; read by ui/. */
import type { AnyValues, KnobIssue, Knobs, Presets, Value } from "./knobs";
import type { Backend } from "./protocol";
import type { Frame } from "./simulation";

export type Status = "idle" | "running" | "paused" | "done" | "failed";

/** The frames of one run and what they are of. */
export interface Run<F extends Frame = Frame> {
  readonly values: AnyValues;
  readonly frames: readonly F[];
  readonly replicasDone: number;
  readonly replicas: number;
  /** Wall time from the start of the run to its last frame so far, in milliseconds. */
  readonly elapsedMs: number;
  readonly complete: boolean;
}

export interface Pin<F extends Frame = Frame> {
  readonly id: number;
  readonly values: AnyValues;
  /** Absent while the pinned run of a link is still being computed. */
  readonly run?: Run<F>;
}

export type Guess =
  | { readonly kind: "open" }
  | { readonly kind: "skipped" }
  | { readonly kind: "made"; readonly option: string };

export interface ExperimentState<F extends Frame = Frame> {
  readonly knobs: Knobs;
  readonly presets: Presets;
  readonly values: AnyValues;
  /** What reset goes back to: the values this lesson opens with. */
  readonly original: AnyValues;
  readonly status: Status;
  /** The run shown. While a new one starts, the old one stays until the first new frames are here. */
  readonly run?: Run<F>;
  /** true while `run` is of other values than `values` (the last good result, marked as old). */
  readonly stale: boolean;
  readonly runCount: number;
  readonly backend?: Backend;
  /** Why the backend is not wasm, in words; shown on the page. */
  readonly backendNote?: string;
  /** The moment shown; undefined: the last one. */
  readonly moment?: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly failure?: string;
  /** What the link asked for and could not have. */
  readonly notices: readonly KnobIssue[];
  readonly fromLink: boolean;
  readonly guess: Guess;
  readonly pins: readonly Pin<F>[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The time an experiment plays over. */
export interface Moments {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** "month" → "month 12". */
  readonly unit: string;
  /** Playing from first to last takes this many milliseconds at speed 1; under five seconds unless given. */
  readonly playMs?: number;
}

export interface ExperimentActions {
  /** Sets one knob. `dragging`: part of one gesture, so that undo goes back to before the gesture. Re-runs live once a first run was asked for. */
  set(knob: string, value: Value, dragging?: boolean): void;
  setMany(values: AnyValues): void;
  applyPreset(name: string): void;
  /** Starts over with the current values; a double call is one run. */
  start(): void;
  /** Holds the computation (or playing) where it is. */
  pause(): void;
  resume(): void;
  /** Back to idle without a result; knobs stay. */
  clear(): void;
  retry(): void;
  /** Retry on the cpu backend, slower. */
  retryWithoutWasm(): void;
  setMoment(moment: number | undefined): void;
  step(by: 1 | -1): void;
  play(): void;
  setSpeed(speed: number): void;
  undo(): void;
  redo(): void;
  reset(): void;
  reroll(): void;
  commitGuess(option: string): void;
  skipGuess(): void;
  /** Puts back a guess kept on the device, without running. */
  restoreGuess(guess: Guess): void;
  pin(): void;
  unpin(id: number): void;
  dismissNotices(): void;
  /** Applies a state that came by link. */
  applyLink(hash: string): void;
  /** The whole state as the part of a link after #. `guess`: whether the reader's guess goes along. */
  link(options?: { guess: boolean }): string;
  /** Ends what runs; the store can be used again after. */
  dispose(): void;
}
