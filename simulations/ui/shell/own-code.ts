/** What a simulation says of the code that a reader may write for it. */
import type { AnyValues, Value } from "../../runtime/knobs";
import type { Calls } from "../../runtime/own-code";

/** How the reader's code did in a run, beside the course's own. */
export interface CodeStanding {
  /** One or two sentences: who was better, in how many replicas. */
  readonly sentence: string;
  readonly columns: readonly string[];
  /** The reader's row is marked. */
  readonly rows: readonly { readonly cells: readonly (string | number)[]; readonly own?: true }[];
}

export interface Challenge<V, R> {
  /** Kept on the device once it is reached. */
  readonly id: string;
  /** What is to be reached, as an order: "Be cheaper than all four strategies when prices go back and forth." */
  readonly task: string;
  /** The preset on which it counts. */
  readonly preset: string;
  readonly hint: string;
  /** Code that reaches it. */
  readonly solution: string;
  /** Whether a run of that preset, with code, has reached it. */
  readonly isReached: (results: R, values: V) => boolean;
}

export interface OwnCode<V = AnyValues, R = unknown> {
  /** The knob of kind "code". */
  readonly knob: string;
  /** What the function is called with and what it gives, in TypeScript, with comments. */
  readonly types: string;
  /** What the editor opens with. */
  readonly original: string;
  /** A few calls such as a run makes: code that fails here does not enter the run. */
  readonly trial: (values: V) => Calls;
  /** undefined while the run holds no code. */
  readonly standing: (results: R) => CodeStanding | undefined;
  readonly challenges: readonly Challenge<V, R>[];
}

/** Whether the settings are those of a preset, whatever the draws and whoever races. */
export function isPreset(
  values: AnyValues,
  preset: { readonly values: AnyValues } | undefined,
  defaults: AnyValues,
  free: readonly string[],
): boolean {
  if (!preset) return false;
  const of = (name: string): Value | undefined => preset.values[name] ?? defaults[name];
  return Object.keys(defaults).every((name) => free.includes(name) || values[name] === of(name));
}
