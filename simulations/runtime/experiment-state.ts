/** The state of one experiment on the page and what can be done to it. Implemented by store.ts; read by ui/. */
import type { AnyValues, KnobIssue, Knobs, Presets, Value } from "./knobs";
import type { Arithmetic, Backend } from "./protocol";
import type { Session } from "./session";
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

/** A guess belongs to the settings it was made for. */
export interface MadeGuess {
  readonly kind: "made";
  readonly option: string;
  readonly values: AnyValues;
}

export type Guess =
  | { readonly kind: "open" }
  /** `touched`: by moving a knob before answering. */
  | { readonly kind: "skipped"; readonly touched?: boolean }
  /** Not to be asked again in this experiment. */
  | { readonly kind: "never" }
  | MadeGuess;

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
  /** A link that brings other settings than those of a run the reader has made; they decide. */
  readonly offered?: string;
  /** What the link's figures were computed with; undefined without a link that says so. */
  readonly linkedArithmetic?: Arithmetic;
  /** What figures are computed with here, once the workers have started. */
  readonly arithmetic?: Arithmetic;
  /** Kept from an earlier visit with a run: it is run again when the reader comes to it. */
  readonly resuming: boolean;
  /** The view chosen among several; undefined: the first. */
  readonly view?: string;
  /** What the simulation keeps of the reader's work beside the settings, as a text of its own: on this device only, in no link. */
  readonly own?: string;
  /** Code that a link brought, by knob: shown, and run only when the reader says so. */
  readonly linkedCode?: Readonly<Record<string, string>>;
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
  /** Without effect where no time passes, like `step` and `play`. */
  setMoment(moment: number | undefined): void;
  step(by: 1 | -1): void;
  play(): void;
  setSpeed(speed: number): void;
  undo(): void;
  redo(): void;
  reset(): void;
  reroll(): void;
  /** Answers the question, and runs. */
  commitGuess(option: string): void;
  /** Runs without an answer. `forGood`: and is not asked again. */
  skipGuess(forGood?: boolean): void;
  /** Asks the question for the settings as they are now. */
  guessAgain(): void;
  /** Puts back a guess kept on the device, without running. */
  restoreGuess(guess: Guess): void;
  pin(): void;
  unpin(id: number): void;
  dismissNotices(): void;
  /** Takes the state of a link, in the place of all there is. */
  applyLink(hash: string): void;
  /**
   * The address is a link to this experiment. A new one is followed: takes its state, or asks first where a run of the reader's
   * own would be lost. One that the reader came back to brings nothing.
   */
  followLink(hash: string, isNew?: boolean): void;
  takeOffer(): void;
  keepMine(): void;
  /** What the device keeps of this experiment; undefined while there is nothing to keep. */
  session(): Session | undefined;
  /** Puts back what the device kept; the run itself is made again by `runAgain`. */
  restore(session: Session): void;
  /** Makes the run of an earlier visit again, once. */
  runAgain(): void;
  setView(view: string): void;
  /** Keeps a text of the simulation's own with the experiment's state; undefined takes it away. */
  keep(own: string | undefined): void;
  /** Lets a reader's code enter the run, or leave it (""); a question that is open is passed. A story that has not begun is shown at its end. */
  runCode(knob: string, source: string): void;
  /** The whole state as the part of a link after #. `guess`: whether the reader's guess goes along. */
  link(options?: { guess: boolean }): string;
  /** Ends what runs; the store can be used again after. */
  dispose(): void;
}
