/** What the parts of an experiment's store share. */
import type { StoreApi } from "zustand/vanilla";
import type { ExperimentState, Moments } from "./experiment-state";
import type { AnyValues, Knobs, Presets } from "./knobs";
import type { Pool } from "./pool";
import type { Frame } from "./simulation";

export interface ExperimentOptions {
  /** Name of the experiment in links of this page. */
  readonly id: string;
  readonly simulation: string;
  readonly knobs: Knobs;
  readonly presets: Presets;
  /** What this lesson opens with; the rest are the knobs' defaults. */
  readonly original?: AnyValues;
  /** The time it plays over. Absent: no time passes, and there is nothing to play or to scrub. */
  readonly moments?: ((values: AnyValues) => Moments) | undefined;
  readonly pool: Pool;
  /** What is asked before a run with the values, options included: another text is another question. */
  readonly asked?: (values: AnyValues) => string;
  /** The answers that the question offers, by id; any unless given. */
  readonly offered?: (values: AnyValues) => readonly string[];
  /** A run of events in time: it begins at its first moment and plays from there. Absent: a run is shown whole. */
  readonly story?: { readonly playMs: number; readonly judging?: readonly string[] } | undefined;
  /** Whether nothing may move by itself: then a story stands at its first moment. */
  readonly isStill?: () => boolean;
  /** Milliseconds; only differences count. */
  readonly now?: () => number;
}

export interface Core<F extends Frame> extends ExperimentOptions {
  readonly original: AnyValues;
  /** The knobs of acts: a change of what happens, and running again, takes back what was done. */
  readonly acts: readonly string[];
  readonly now: () => number;
  readonly store: StoreApi<ExperimentState<F>>;
  readonly get: () => ExperimentState<F>;
  readonly patch: (next: Partial<ExperimentState<F>>) => void;
}
