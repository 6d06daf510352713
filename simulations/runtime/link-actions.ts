/** How a link, or what the device kept, becomes the state of an experiment. */
import type { Core } from "./core-state";
import type { ExperimentActions, ExperimentState, Guess } from "./experiment-state";
import type { createGuesses } from "./guesses";
import { type AnyValues, codeKnobs, differences, type KnobIssue } from "./knobs";
import { type ReadLink, readLink, writeLink } from "./link";
import { linkedExperiment, MAX_LINK_LENGTH } from "./linked-experiment";
import type { Pins } from "./pins";
import type { Session } from "./session";
import type { Frame } from "./simulation";

interface Parts<F extends Frame> {
  readonly pins: Pins<F>;
  readonly guesses: ReturnType<typeof createGuesses<F>>;
  readonly begin: () => void;
  /** Ends what runs. */
  readonly reset: () => void;
  readonly forgetHistory: () => void;
}

type LinkActions = Pick<
  ExperimentActions,
  "applyLink" | "followLink" | "takeOffer" | "keepMine" | "session" | "restore" | "runAgain"
>;

export function linkActions<F extends Frame>(core: Core<F>, parts: Parts<F>): LinkActions {
  const { id, knobs, original, moments, get, patch } = core;

  /** Is it among the answers that the question offers? */
  const isAnswer = (guess: string | undefined, values: AnyValues): guess is string =>
    guess !== undefined && (core.offered?.(values).includes(guess) ?? true);

  /** Code of others does not run by itself: a link's settings without it. */
  const withoutCode = (values: AnyValues): AnyValues => ({
    ...values,
    ...Object.fromEntries(codeKnobs(knobs).map((name) => [name, original[name]!])),
  });

  /** What a link says, and the code that it brings apart from the rest. */
  function readForeign(hash: string): ReadLink & { readonly code?: Readonly<Record<string, string>> } {
    const link = readLink(knobs, hash, original);
    const brought = codeKnobs(knobs).filter((name) => link.values[name] !== original[name]);
    const values = withoutCode(link.values);
    return {
      ...link,
      values,
      // A pin that was another by its code alone is none any more.
      pins: link.pins.flatMap((pin) => {
        const left = withoutCode(pin);
        const isOther =
          differences(knobs, left, values).length > 0 || differences(knobs, pin, link.values).length === 0;
        return isOther ? [left] : [];
      }),
      ...(link.guessFor ? { guessFor: withoutCode(link.guessFor) } : {}),
      ...(brought.length > 0
        ? { code: Object.fromEntries(brought.map((name) => [name, String(link.values[name])])) }
        : {}),
    };
  }

  /** Everything of an experiment that nobody has touched yet, with the state of a link, or of what this device kept. */
  function stateOf(
    link: ReturnType<typeof readForeign>,
  ): Partial<ExperimentState<F>> & { values: AnyValues; guess: Guess } {
    // Where no time passes a moment means nothing.
    const bounds = moments?.(link.values);
    const answers = core.offered?.(link.guessFor ?? link.values);
    const guess = isAnswer(link.guess, link.guessFor ?? link.values) ? link.guess : undefined;
    const refused: KnobIssue[] =
      guess === link.guess
        ? []
        : [
            {
              knob: "guess",
              label: "guess",
              given: link.guess!,
              allowed: `one of ${answers!.join(", ")}`,
              used: "nothing",
            },
          ];
    const inside = bounds && link.moment !== undefined && link.moment >= bounds.min && link.moment < bounds.max;
    return {
      values: link.values,
      status: "idle",
      run: undefined,
      stale: false,
      failure: undefined,
      runCount: 0,
      resuming: false,
      canUndo: false,
      canRedo: false,
      moment: inside ? link.moment : undefined,
      notices: [...link.issues, ...refused],
      offered: undefined,
      own: undefined,
      linkedCode: link.code,
      pins: parts.pins.of(link.pins),
      guess:
        guess === undefined ? { kind: "open" } : { kind: "made", option: guess, values: link.guessFor ?? link.values },
    };
  }

  function take(next: ReturnType<typeof stateOf>): void {
    parts.reset();
    parts.pins.cancel();
    parts.guesses.forget();
    parts.forgetHistory();
    if (next.guess.kind === "made") parts.guesses.keep(next.guess);
    patch(next);
  }

  const actions: LinkActions = {
    applyLink(hash) {
      if (linkedExperiment(hash) !== id) return;
      take({
        ...stateOf(readForeign(hash)),
        fromLink: true,
        linkedArithmetic: readLink(knobs, hash, original).arithmetic ?? "simd",
      });
    },
    followLink(hash, isNew = true) {
      if (linkedExperiment(hash) !== id) return;
      // What another link offered is offered no longer.
      patch({ offered: undefined });
      if (!isNew) return;
      const { runCount, resuming, values, own } = get();
      const link = readForeign(hash);
      if (runCount === 0 && !resuming && own === undefined) actions.applyLink(hash);
      else if (differences(knobs, { ...link.values, ...link.code }, values).length > 0) patch({ offered: hash });
      // The same settings with a run already: there is nothing to bring.
      else patch({ notices: link.issues });
    },
    takeOffer() {
      const { offered } = get();
      if (offered !== undefined) actions.applyLink(offered);
    },
    keepMine: () => patch({ offered: undefined }),
    session() {
      const { values, moment, pins, guess, runCount, run, resuming, view, own } = get();
      const ran = runCount > 0 || run !== undefined || resuming;
      const touched =
        ran || guess.kind !== "open" || pins.length > 0 || differences(knobs, values, original).length > 0;
      if (!touched && view === undefined && own === undefined) return undefined;
      const whole = {
        experiment: id,
        values,
        moment,
        pins: pins.map((pin) => pin.values),
        ...(guess.kind === "made" ? { guess: guess.option, guessFor: guess.values } : {}),
      };
      const state = writeLink(knobs, whole);
      return {
        state: state.length <= MAX_LINK_LENGTH ? state : writeLink(knobs, { ...whole, pins: [] }),
        ran,
        ...(guess.kind === "made" ? { guess: guess.option } : {}),
        ...(guess.kind === "skipped" ? { skipped: true } : {}),
        ...(guess.kind === "never" ? { never: true } : {}),
        ...(view === undefined ? {} : { view }),
        ...(own === undefined ? {} : { own }),
      } satisfies Session;
    },
    restore(session: Session) {
      const { state, ran, guess, skipped, never, view, own } = session;
      const known = state !== undefined && linkedExperiment(state) === id;
      const next = stateOf(readLink(knobs, known ? state : "", original));
      const told: Guess = never
        ? { kind: "never" }
        : skipped
          ? { kind: "skipped" }
          : next.guess.kind === "open" && isAnswer(guess, next.values)
            ? { kind: "made", option: guess, values: next.values }
            : next.guess;
      // What a later version left out or renamed is nothing the reader did wrong.
      take({ ...next, notices: [], guess: told, resuming: known && ran && told.kind !== "open", view, own });
    },
    runAgain() {
      if (get().resuming) parts.begin();
    },
  };
  return actions;
}
