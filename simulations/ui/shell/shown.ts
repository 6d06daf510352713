/** What of an experiment's state may be seen, and at which moment. */
import type { ExperimentState, Run } from "../../runtime/experiment-state";
import type { AnyValues } from "../../runtime/knobs";
import { wholeMoment } from "../chart/at-moment";
import type { Option, Outcome } from "../results/verdict";
import type { Presentation } from "./presentation";
import { resultsOf } from "./results-of";

/** What of a run may be seen: the answer is not in the page before the guess is committed or skipped. */
export const shownRun = (state: ExperimentState): Run | undefined =>
  state.guess.kind === "open" ? undefined : state.run;

export const optionsOf = (presentation: Presentation, values: AnyValues): readonly Option[] =>
  typeof presentation.options === "function" ? presentation.options(values) : presentation.options;

/** The guess, when it was made for what is asked of the run shown, and is one of its options. */
export function madeGuess(presentation: Presentation, state: ExperimentState): string | undefined {
  const { guess } = state;
  const values = shownRun(state)?.values ?? state.values;
  if (guess.kind !== "made") return undefined;
  // An answer to another question is none to this one.
  if (presentation.question(guess.values) !== presentation.question(values)) return undefined;
  return optionsOf(presentation, values).some((option) => option.id === guess.option) ? guess.option : undefined;
}

/** Where no time passes there is one moment, which nobody sees: charts and words are asked at it. */
const onlyMoment = { min: 0, max: 0, step: 1 } as const;

/** The moment shown, on the grid of moments of the run shown, and the last one. */
export function shownMoment(presentation: Presentation, state: ExperimentState): { moment: number; last: number } {
  const moments = presentation.moments?.(shownRun(state)?.values ?? state.values) ?? onlyMoment;
  const { max: last } = moments;
  return { moment: wholeMoment(Math.min(state.moment ?? last, last), moments), last };
}

/** Whether the outcome of a run may be told at a moment, at its end unless given. */
export function isTold(presentation: Presentation, run: Run, moment?: number): boolean {
  const { story, moments } = presentation;
  const end = () => (moments?.(run.values) ?? onlyMoment).max;
  return story?.revealed(resultsOf(presentation, run), moment ?? end()) ?? true;
}

export const outcomeOf = (presentation: Presentation, run: Run, guess: string | undefined): Outcome =>
  presentation.outcome(resultsOf(presentation, run), guess);

/** The charts of a run, or those before the first one. */
export const chartsOf = (presentation: Presentation, run: Run | undefined, values: AnyValues, moment: number) =>
  presentation.charts(run && resultsOf(presentation, run), run?.values ?? values, moment);

/** What a download holds of a run: all of it and its summary, or what may be known before the outcome is told. */
export function toldOf(
  presentation: Presentation,
  state: ExperimentState,
  run: Run,
): [run: Run, summary: unknown | undefined] {
  const { moment } = shownMoment(presentation, state);
  const { story } = presentation;
  const results = resultsOf(presentation, run);
  if (story && !isTold(presentation, run, moment)) return [{ ...run, frames: story.known(results, moment) }, undefined];
  return [run, results.summary];
}
