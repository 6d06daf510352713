/**
 * A guess belongs to the settings it was made for.
 *
 * - A preset, or a choice that changes what is asked, asks anew, unless the reader has answered for these settings before
 *   or wants to be asked no more.
 * - A slider is followed at once and asks nothing: the guess stays with the settings it was made for, and the page says so.
 * - A knob moved before the question was answered runs without a guess.
 */
import type { Core } from "./core-state";
import type { MadeGuess } from "./experiment-state";
import { type AnyValues, differences, type Knobs } from "./knobs";
import type { Frame } from "./simulation";

/** How a change came about, as far as the question is concerned. */
export type Cause = "preset" | "choice" | "amount" | "other";

/** Knobs in which settings differ as the question sees it: other draws of the same are no other settings. */
export const settingDifferences = (knobs: Knobs, a: AnyValues, b: AnyValues): string[] =>
  differences(knobs, a, b).filter((name) => name !== "seed" && name !== "replicas");

export function createGuesses<F extends Frame>({ knobs, acts, asked, get }: Core<F>) {
  let made: MadeGuess[] = [];
  const isSame = (a: AnyValues, b: AnyValues) => settingDifferences(knobs, a, b).every((name) => acts.includes(name));
  return {
    keep(guess: MadeGuess) {
      made = [...made.filter((other) => !isSame(other.values, guess.values)), guess];
    },
    forget() {
      made = [];
    },
    /** What was answered for these settings before. */
    for: (values: AnyValues): MadeGuess | undefined => made.find((guess) => isSame(guess.values, values)),
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
