/**
 * A simulation declares itself once, in `simulations/<name>/simulation.ts`. Its parts are loaded where they are needed: the
 * engine in the worker, knobs and charts with the view or the command line. The door of an unopened experiment needs none of
 * them, and not the declaration either.
 */
import type { Asks } from "./runtime/asks";
import type { Excerpt } from "./runtime/excerpts";
import type { Run } from "./runtime/experiment-state";
import type { AnyValues, Knobs, Presets, Values } from "./runtime/knobs";
import type { Results } from "./runtime/results";
import type { Engine, EngineTools, Frame } from "./runtime/simulation";
import type { Chart } from "./ui/chart/model";
import type { Cells } from "./ui/jupyter/cells";

interface Parts<K extends Knobs, V, F extends Frame, R extends Results<F, V>> {
  /** As in its folder, in links of the command line and in downloads. */
  readonly name: string;
  /** What it is called wherever it is named. */
  readonly title: string;
  /** What a run does, as read after "32 replicas, ". */
  readonly work: string;
  readonly settings: () => Promise<{ readonly knobs: K; readonly presets: Presets }>;
  /** A new engine remembers nothing yet. */
  readonly engine: () => Promise<{ readonly createEngine: (tools?: EngineTools) => Engine<V, F> }>;
  /** What is read from a run: the one source of charts, words, tables and the summary. */
  readonly results: () => Promise<{ readonly resultsOf: (run: Run<F>) => R }>;
  /** All charts of a run at a moment. */
  readonly charts: () => Promise<{
    readonly charts: (results: R | undefined, values: V, moment: number) => readonly Chart[];
  }>;
  readonly words: () => Promise<{ readonly question: (values: V) => string }>;
  /** The ten to thirty lines of source that matter, in the order in which they are read. */
  readonly excerpts: () => Promise<{ readonly excerpts: readonly Excerpt[] }>;
  /** A run as a Jupyter notebook, with a link to it. Absent: the experiment is not written in Python. */
  readonly notebook?: () => Promise<{ readonly notebookOf: (results: R, link: string) => Cells | Promise<Cells> }>;
}

/** A simulation whose own types are forgotten: it is handed only values that its knobs let through. */
export type Simulation = Parts<Knobs, AnyValues, Frame, Results> & { readonly asks: Asks };

/** @param parts `asks`: what else than a run a page can ask a worker for; their types are kept */
export const simulation = <
  K extends Knobs,
  F extends Frame,
  R extends Results<F, Values<K>>,
  A extends Asks = Readonly<Record<never, never>>,
>(
  parts: Parts<K, Values<K>, F, R> & { readonly asks?: A },
): Simulation & { readonly asks: A } => ({ asks: {}, ...parts }) as unknown as Simulation & { readonly asks: A };
