/** What the page has to say beside an experiment: of a link, of other figures elsewhere, of a guess made for other settings. */
import { Link } from "lucide-react";
import { useStore } from "zustand";
import type { Guess } from "../../runtime/experiment-state";
import { settingDifferences } from "../../runtime/guesses";
import { type AnyValues, type Knobs, valueText } from "../../runtime/knobs";
import type { Arithmetic } from "../../runtime/protocol";
import type { Experiment } from "../../runtime/store";
import { Said } from "../ink/said";
import { unbroken } from "../ink/unbroken";
import { LinkNotices } from "./notices";
import type { Presentation } from "./presentation";
import { optionsOf } from "./shown";

interface NotesProps {
  readonly presentation: Presentation;
  readonly experiment: Experiment;
}

const computedWith: Readonly<Record<Arithmetic, string>> = {
  simd: "WebAssembly with SIMD",
  wasm: "WebAssembly without SIMD",
  cpu: "plain JavaScript",
};

/** Above the experiment: what a link brings, could not bring, or brings from elsewhere. */
export function LinkNotes({ experiment: { store, actions } }: Pick<NotesProps, "experiment">) {
  const notices = useStore(store, (state) => state.notices);
  const offered = useStore(store, (state) => state.offered);
  const linked = useStore(store, (state) => state.linkedArithmetic);
  const here = useStore(store, (state) => state.arithmetic);
  const code = useStore(store, (state) => state.linkedCode);
  return (
    <>
      {offered !== undefined && (
        <div className="dl-notice" role="status" data-notice="offer">
          <Link aria-hidden="true" />
          <div>
            <p>This link has different settings. If you use them, they replace your run.</p>
            <div className="dl-question-actions">
              <button type="button" className="dl-outlined" onClick={() => actions.takeOffer()}>
                Use them
              </button>
              <button type="button" className="dl-text-button" onClick={() => actions.keepMine()}>
                Keep mine
              </button>
            </div>
          </div>
        </div>
      )}
      <LinkNotices notices={notices} onDismiss={() => actions.dismissNotices()} />
      {code && (
        <p className="dl-notice" role="status" data-notice="code">
          <Link aria-hidden="true" />
          <Said text="This link also brings code. It has not run. You can read it in the code cell of this lesson." />
        </p>
      )}
      {linked && here && linked !== here && (
        <p className="dl-notice" role="status" data-notice="arithmetic">
          <Link aria-hidden="true" />
          <Said
            text={`The numbers of this link were computed with ${computedWith[linked]}. This browser uses ${computedWith[here]}, so the numbers may differ slightly.`}
          />
        </p>
      )}
    </>
  );
}

/** "strength 2 (now 4)", of every knob that the guess was not made for. */
function guessedFor(knobs: Knobs, guessed: AnyValues, now: AnyValues): string {
  return settingDifferences(knobs, guessed, now)
    .filter((name) => !knobs[name]?.hidden)
    .map((name) => {
      const knob = knobs[name]!;
      const label = knob.label[0]!.toLowerCase() + knob.label.slice(1);
      return `${label} ${valueText(knob, guessed[name]!)} (now ${valueText(knob, now[name]!)})`;
    })
    .join(", ");
}

/** What there is to say of a guess beside the verdict, "" when nothing. */
function guessNote(presentation: Presentation, guess: Guess, values: AnyValues): string {
  if (guess.kind === "skipped" && guess.touched)
    return "A setting was changed before the question was answered, so this run has no guess.";
  if (guess.kind !== "made") return "";
  const option = optionsOf(presentation, guess.values).find(({ id }) => id === guess.option);
  const others = guessedFor(presentation.knobs, guess.values, values);
  return option && others !== "" ? `Your guess, “${option.label}”, was for ${others}.` : "";
}

/** Once there is a run: whom the guess belongs to. */
export function GuessNote({ presentation, experiment: { store, actions } }: NotesProps) {
  const guess = useStore(store, (state) => state.guess);
  const values = useStore(store, (state) => state.values);
  const hasRun = useStore(store, (state) => state.run !== undefined);
  const text = hasRun ? guessNote(presentation, guess, values) : "";
  if (text === "") return null;
  return (
    <p className="dl-guess-note dl-small">
      <Said text={unbroken(text)} />{" "}
      <button type="button" className="dl-text-button" onClick={() => actions.guessAgain()}>
        {guess.kind === "made" ? "Guess again" : "Guess now"}
      </button>
    </p>
  );
}
