/** Everything a simulation tells the experiment shell about itself. Pure functions of a run; the shell does the rest. */
import type { ReactNode } from "react";
import type { Moments, Run } from "../../runtime/experiment-state";
import type { AnyValues, Knobs, Presets } from "../../runtime/knobs";
import type { Frame } from "../../runtime/simulation";
import type { Chart, IntervalChart, Role, Table } from "../chart/model";

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly role?: Role;
}

/** A piece of a sentence: plain, strong, or the reader's guess (underlined in plum). */
export type Phrase = string | { readonly strong: string } | { readonly guess: string };

export interface Outcome {
  readonly verdict: readonly Phrase[];
  /**
   * One entry a replica: the option that came true there, or "tie". Drawn as one mark a replica, the guess bracketed; the caption
   * takes the colour of option `of`.
   */
  readonly tally?: { readonly options: readonly string[]; readonly caption: string; readonly of?: string };
  /** One more view, e.g. the cost since the change. */
  readonly intervals?: IntervalChart;
}

export interface StageProps<F extends Frame = Frame, V = AnyValues> {
  readonly values: V;
  readonly run: Run<F>;
  readonly moment: number;
  /** Whether the moment moves on by itself. */
  readonly playing: boolean;
  readonly speed: number;
}

/** How a run of events is told: it begins at its first moment and plays, and its outcome is told when its time has come. */
export interface Story<F extends Frame = Frame, V = AnyValues> {
  /** Playing from the first moment to the last takes this many milliseconds at speed 1. */
  readonly playMs: number;
  /** Whether the outcome may be told at the moment; once told of a run, it stays. */
  readonly revealed: (run: Run<F>, values: V, moment: number) => boolean;
  /** When the answer comes, in a sentence, while it is not told. */
  readonly awaiting: string;
  /** The frames that a download may hold while the outcome is not told. */
  readonly known: (run: Run<F>, values: V, moment: number) => readonly F[];
}

export interface Presentation<F extends Frame = Frame, V = AnyValues> {
  readonly simulation: string;
  readonly title: string;
  readonly knobs: Knobs;
  readonly presets: Presets;
  /** Names of the presets offered here, in order. */
  readonly question: (values: V) => string;
  readonly options: readonly Option[] | ((values: V) => readonly Option[]);
  /** The time that passes in a run. Absent: none does, and there is nothing to play or to scrub. */
  readonly moments?: (values: V) => Moments;
  readonly outcome: (run: Run<F>, values: V, guess: string | undefined) => Outcome;
  /** A run of events in time, told as they come. Absent: a run is shown whole. */
  readonly story?: Story<F, V>;
  /** Knobs that are acts within one run, such as a decision; any other change takes them back. */
  readonly acts?: readonly string[];
  /** Charts at a moment, the main one first; their `id`s stand in lessons. Called without a run before the first one: axes and change, no result. */
  readonly charts: (run: Run<F> | undefined, values: V, moment: number) => readonly Chart[];
  /** In words, what the charts show at the moment. */
  readonly words: (run: Run<F>, values: V, moment: number) => string;
  /** Tables beyond those that come from the charts. */
  readonly tables?: (run: Run<F>, values: V, moment: number) => readonly Table[];
  /** A value with its meaning, under a control, e.g. "40 thousand €". */
  readonly meaning?: (knob: string, values: V) => string | undefined;
  /** A small picture above an option's label in a choice, e.g. the shape of a drift; drawn in currentcolor. */
  readonly optionGlyph?: (knob: string, option: string) => ReactNode;
  /** What the download holds beside the frames: the same as the command line's summary. */
  readonly summarize?: (frames: readonly F[], values: V) => unknown;
  /** What a run does, as read after "32 replicas, ": "trained in this browser" unless given. */
  readonly work?: string;
  /** Beside Download: further quiet actions of this simulation. */
  readonly actions?: (props: { values: V; run: Run<F> | undefined }) => ReactNode;
  /** Beside the knobs: e.g. a map of two knobs. */
  readonly aside?: (props: { values: V; run: Run<F> | undefined }) => ReactNode;
  /** What is looked at first in place of a chart, such as an animated diagram: one of the views, drawn `plot` px high or lower. */
  readonly stage?: {
    readonly id: string;
    readonly title: string;
    readonly draw: (props: StageProps<F, V> & { readonly plot: number }) => ReactNode;
  };
  /** Under the transport, on one screen with the main view: a decision. */
  readonly decision?: (props: StageProps<F, V>) => ReactNode;
  /** Under the bench: tables and figures that belong to the run. */
  readonly below?: (props: StageProps<F, V>) => ReactNode;
}
