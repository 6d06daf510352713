/**
 * A guess belongs to the settings it was made for.
 *
 * - A preset, or a choice that changes what is asked, asks anew, unless the reader has answered for these settings before
 *   or wants to be asked no more.
 * - A slider is followed at once and asks nothing: the guess stays with the settings it was made for, and the page says so.
 * - A knob moved before the question was answered runs without a guess.
 */
import type { Core } from "./core-state";
import type { Guess, MadeGuess } from "./experiment-state";
import { type AnyValues, differences, type Knobs } from "./knobs";
import type { Frame } from "./simulation";

/** How a change came about, as far as the question is concerned. */
export type Cause = "preset" | "choice" | "amount" | "other";

/** Knobs in which settings differ as the question sees it: other draws of the same, or a further contestant, are no other settings. */
export const settingDifferences = (knobs: Knobs, a: AnyValues, b: AnyValues): string[] =>
  differences(knobs, a, b).filter((name) => name !== "seed" && name !== "replicas" && knobs[name]?.kind !== "code");

export function createGuesses<F extends Frame>({ knobs, acts, asked, get }: Core<F>) {
  let made: MadeGuess[] = [];
  /** The question as it stood when it was asked anew, and for which settings. */
  let passed: { readonly guess: Guess; readonly values: AnyValues } | undefined;
  const isSame = (a: AnyValues, b: AnyValues) => settingDifferences(knobs, a, b).every((name) => acts.includes(name));
  return {
    keep(guess: MadeGuess) {
      made = [...made.filter((other) => !isSame(other.values, guess.values)), guess];
    },
    forget() {
      made = [];
      passed = undefined;
    },
    /** The question is asked anew; whoever goes back without an answer finds it as it was. */
    pass() {
      const { guess, values } = get();
      passed = { guess, values };
    },
    /** How the question stood for these settings before. */
    for(values: AnyValues): Guess | undefined {
      const left = passed && get().guess.kind === "open" && isSame(passed.values, values) ? passed.guess : undefined;
      return made.find((guess) => isSame(guess.values, values)) ?? left;
    },
    /** Whether the change asks the question anew. */
    reopens(cause: Cause, values: AnyValues): boolean {
      const { guess, values: before } = get();
      if (guess.kind === "never" || isSame(values, before)) return false;
      if (cause === "preset") return true;
      const from = guess.kind === "made" ? guess.values : before;
      return cause === "choice" && asked !== undefined && asked(values) !== asked(from);
    },
  };
}
