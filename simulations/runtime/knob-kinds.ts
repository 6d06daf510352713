/** What a knob declares, kind by kind, and what follows from it for the types of its value. */
import type { OwnFunction } from "./own-code";

interface KnobBase {
  readonly label: string;
  /** One or two sentences for the (?) beside the knob: what it is, what moving it does. */
  readonly help: string;
  /** Primary knobs are in sight, the rest stand under "More". At most three a simulation. */
  readonly primary?: true;
  /** The knob has an effect only when these other knobs have one of these values; elsewhere it is shown as unavailable. */
  readonly onlyWhen?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Not shown as a control (set by a decision or a map, or by its own control such as the seed). */
  readonly hidden?: true;
  /**
   * Knobs of an earlier release whose place this one took: links, saved state and command lines that name them are read, with
   * what they say as the text of this knob's value. Never written again.
   */
  readonly formerly?: {
    readonly names: readonly string[];
    readonly read: (given: Readonly<Record<string, string | undefined>>) => string;
  };
}

/** The numbers from `min` to `max` in steps. */
export interface Grid {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface NumberKnob extends KnobBase, Grid {
  readonly kind: "number";
  readonly default: number;
  /** Unit as read after the number, e.g. "months". */
  readonly unit?: string;
  /** "log": the slider moves in equal ratios. The value is still rounded to `step`. */
  readonly scale?: "linear" | "log";
}

export interface ChoiceKnob extends KnobBase {
  readonly kind: "choice";
  readonly default: string;
  /** value → label, in the order shown. */
  readonly options: Readonly<Record<string, string>>;
}

/**
 * What is done within a run, and when: acts.ts says how the value is written. An act is taken where the run is shown, not in
 * the settings. Any other change of the knobs, and running again, takes the acts back.
 */
export interface ActsKnob extends KnobBase {
  readonly kind: "acts";
  readonly default: string;
  /** act → what is done, as a title: "Roll back". Names are letters, digits, _ and -. */
  readonly acts: Readonly<Record<string, string>>;
  /** When it can be done; `unit` as read before the number: "minute". */
  readonly time: Grid & { readonly unit: string };
  /** How many acts a run may have. */
  readonly atMost: number;
  /** Several different acts may be done at one time, in the order given; one unless true. */
  readonly together?: true;
  readonly hidden: true;
}

/**
 * Code that the reader has written and run, as text; "" while there is none. It is written in a cell of its own, not in the
 * settings, and enters the run beside the course's own answers. Code that a link brings is shown there and not run.
 */
export interface CodeKnob extends KnobBase {
  readonly kind: "code";
  readonly default: "";
  /** The function that the code must hold. */
  readonly function: OwnFunction;
  readonly hidden: true;
}

export type Knob = NumberKnob | ChoiceKnob | ActsKnob | CodeKnob;
export type Knobs = Readonly<Record<string, Knob>>;
export type Value = number | string;

export type Values<K extends Knobs = Knobs> = {
  readonly [Name in keyof K]: K[Name] extends ChoiceKnob
    ? keyof K[Name]["options"] & string
    : K[Name] extends ActsKnob | CodeKnob
      ? string
      : number;
};

/** Any simulation's values, where the simulation is not known. */
export type AnyValues = Readonly<Record<string, Value>>;

export interface Preset {
  readonly label: string;
  /** What this preset is for, one sentence. */
  readonly help: string;
  readonly values: AnyValues;
}
export type Presets = Readonly<Record<string, Preset>>;
