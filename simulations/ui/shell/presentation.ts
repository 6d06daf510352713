/** Everything a simulation tells the experiment shell about itself. Pure functions of a run; the shell does the rest. */
import type { ReactNode } from "react";
import type { ExperimentActions, Moments, Run } from "../../runtime/experiment-state";
import type { AnyValues, Knobs, Presets } from "../../runtime/knobs";
import type { Results } from "../../runtime/results";
import type { Frame } from "../../runtime/simulation";
import type { Chart, Table } from "../chart/model";
import type { Cells } from "../jupyter/cells";
import type { Option, Outcome } from "../results/verdict";
import type { OwnCode } from "./own-code";

export interface StageProps<R extends Results<Frame, unknown> = Results> {
  readonly values: R["values"];
  readonly results: R;
  readonly moment: number;
  /** Whether the moment moves on by itself. */
  readonly playing: boolean;
  readonly speed: number;
}

export interface ShownSlotProps<R extends Results<Frame, unknown> = Results> extends StageProps<R> {
  readonly actions: ExperimentActions;
  /** What the simulation has kept (`actions.keep`); it comes back after a reload. Not trusted: a device's memory can be written by others. */
  readonly own?: string | undefined;
  /** Values and moment as they are when it is called: what is drawn may be a little behind. */
  readonly now: () => { readonly values: R["values"]; readonly moment?: number };
}

export type SlotProps<R extends Results<Frame, unknown> = Results> = Omit<ShownSlotProps<R>, "results"> & {
  /** undefined before the first run, and while the question is open. */
  readonly results: R | undefined;
};

/** How a run of events is told: it begins at its first moment and plays, and its outcome is told when its time has come. */
export interface Story<F extends Frame = Frame, R extends Results<F, unknown> = Results<F>> {
  /** Playing from the first moment to the last takes this many milliseconds at speed 1. */
  readonly playMs: number;
  /** Knobs that change how the same events are judged, not what happens: moving one keeps the moment and what was done. */
  readonly judging?: readonly string[];
  /** Whether the outcome may be told at the moment; once told of a run, it stays. */
  readonly revealed: (results: R, moment: number) => boolean;
  /** When the answer comes, in a sentence, while it is not told. */
  readonly awaiting: (values: R["values"]) => string;
  /** The frames that a download may hold while the outcome is not told. */
  readonly known: (results: R, moment: number) => readonly F[];
}

/**
 * `R`: what the simulation reads from a run, in its `results.ts`. It is read once a run and handed to all that follows; a
 * run's values are `results.values`.
 */
export interface Presentation<F extends Frame = Frame, V = AnyValues, R extends Results<F, V> = Results<F, V>> {
  /** Its declaration; the shell reads what it is called and what a run does, "trained in this browser". */
  readonly simulation: {
    readonly name: string;
    readonly title: string;
    readonly work: string;
    /** A run as a notebook in Python, where the experiment has been written in it. */
    readonly notebook?: () => Promise<{
      readonly notebookOf: (results: Results, link: string) => Cells | Promise<Cells>;
    }>;
  };
  readonly knobs: Knobs;
  readonly presets: Presets;
  readonly question: (values: V) => string;
  readonly options: readonly Option[] | ((values: V) => readonly Option[]);
  readonly results: (run: Run<F>) => R;
  /** The time that passes in a run. Absent: none does, and there is nothing to play or to scrub. */
  readonly moments?: (values: V) => Moments;
  readonly outcome: (results: R, guess: string | undefined) => Outcome;
  /** A run of events in time, told as they come. Absent: a run is shown whole. */
  readonly story?: Story<F, R>;
  /** Charts at a moment, the main one first; their `id`s stand in lessons. Called without a run before the first one: axes and change, no result. */
  readonly charts: (results: R | undefined, values: V, moment: number) => readonly Chart[];
  /** In words, what the charts show at the moment. */
  readonly words: (results: R, moment: number) => string;
  /** Tables beyond those that come from the charts. */
  readonly tables?: (results: R, moment: number) => readonly Table[];
  /** A value with its meaning, under a control, e.g. "40 thousand €". */
  readonly meaning?: (knob: string, values: V) => string | undefined;
  /** A small picture above an option's label in a choice, e.g. the shape of a drift; drawn in currentcolor. */
  readonly optionGlyph?: (knob: string, option: string) => ReactNode;
  /** What is looked at first in place of a chart, such as an animated diagram: one of the views, drawn `plot` px high or lower. */
  readonly stage?: {
    readonly id: string;
    readonly title: string;
    readonly draw: (props: StageProps<R> & { readonly plot: number }) => ReactNode;
  };
  /** The code that a reader may write and race; the lesson has a code cell for it. */
  readonly code?: OwnCode<V, R>;
  /** What a simulation adds to the shell, by place. */
  readonly slots?: {
    /** Under the transport, on one screen with the main view: a decision. With a run only. */
    readonly above?: (props: ShownSlotProps<R>) => ReactNode;
    /** Under the bench: tables and figures that belong to the run. With a run only. */
    readonly below?: (props: ShownSlotProps<R>) => ReactNode;
    /** Beside the knobs: e.g. a map of two knobs. */
    readonly beside?: (props: SlotProps<R>) => ReactNode;
    /** Beside Download: further quiet actions. */
    readonly tools?: (props: SlotProps<R>) => ReactNode;
  };
}
