/**
 * The page's side of one experiment: knobs in, frames out. Values change only through the actions; frames only through the
 * pool. How a run is computed stands in run-control, what moves by itself in player, what is compared in pins, whom a guess
 * belongs to in guesses; here is what a reader can do.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { codeActions, codeOf } from "./code-actions";
import type { Core, ExperimentOptions } from "./core-state";
import type { ExperimentActions, ExperimentState, Guess, MadeGuess } from "./experiment-state";
import { type Cause, createGuesses } from "./guesses";
import { createHistory } from "./history";
import { type AnyValues, checkedValues, defaultsOf, differences } from "./knobs";
import { writeLink } from "./link";
import { linkActions } from "./link-actions";
import { createPins } from "./pins";
import { createRunControl } from "./run-control";
import type { Frame } from "./simulation";

export type { ExperimentOptions } from "./core-state";

export interface Experiment<F extends Frame = Frame> {
  readonly id: string;
  readonly store: StoreApi<ExperimentState<F>>;
  readonly actions: ExperimentActions;
}

export function createExperiment<F extends Frame = Frame>(options: ExperimentOptions): Experiment<F> {
  const { id, knobs, presets, moments, pool, story, now = () => performance.now() } = options;
  const acts = Object.keys(knobs).filter((name) => knobs[name]?.kind === "acts");
  /** Whether a change makes it another course of events, which begins anew; what judges them or is done within them does not. */
  const isAnother = (name: string) => !acts.includes(name) && !story?.judging?.includes(name);
  if (story && !moments) throw new RangeError(`experiment ${id}: a story needs moments`);
  const original: AnyValues = { ...defaultsOf(knobs), ...options.original };
  const store = createStore<ExperimentState<F>>(() => ({
    knobs,
    presets,
    values: original,
    original,
    status: "idle",
    stale: false,
    runCount: 0,
    playing: false,
    speed: 1,
    notices: [],
    fromLink: false,
    resuming: false,
    guess: { kind: "open" },
    pins: [],
    canUndo: false,
    canRedo: false,
  }));
  const get = store.getState;
  const patch = (next: Partial<ExperimentState<F>>) => store.setState(next);
  const core: Core<F> = { ...options, original, acts, now, store, get, patch };
  const history = createHistory();
  const pins = createPins(core);
  const control = createRunControl(core, pins);
  const { player } = control;
  const guesses = createGuesses(core);
  let gesture: string | undefined;
  patch(control.backend());

  /** The values without what was done within the run; what is `given` stays. */
  const withoutActs = (values: AnyValues, given: AnyValues = {}): AnyValues => ({
    ...values,
    ...Object.fromEntries(acts.filter((name) => !(name in given)).map((name) => [name, original[name]!])),
  });

  /** What a change means for the question; false: the change is shown without a run. */
  function answerFor(values: AnyValues, cause: Cause): boolean {
    const { guess, run, runCount } = get();
    const before = guesses.for(values);
    if (before && guess.kind !== "never") {
      patch({ guess: before });
      return true;
    }
    if (guesses.reopens(cause, values)) {
      if (guess.kind !== "open") guesses.pass();
      patch({ guess: { kind: "open" } });
      return false;
    }
    if (guess.kind !== "open") return runCount > 0 || run !== undefined || cause === "amount";
    // Asked anew, the page waits for an answer; whoever ran past the question is followed.
    if (cause === "other") return get().status !== "idle";
    patch({ guess: { kind: "skipped", touched: true } });
    return true;
  }

  /** New values: results follow at once, unless the question is asked anew. */
  function change(values: AnyValues, cause: Cause): void {
    const changed = differences(knobs, values, get().values);
    if (changed.length === 0) return;
    const runs = answerFor(values, cause);
    const bounds = moments?.(values);
    const { moment, run, runCount } = get();
    patch({
      values,
      canUndo: history.canUndo,
      canRedo: history.canRedo,
      resuming: false,
      // A moment beyond the new end is the new end.
      moment: moment !== undefined && bounds && moment < bounds.max ? Math.max(moment, bounds.min) : undefined,
    });
    if (!runs) {
      if (runCount === 0 && !run) return;
      control.stop();
      patch({ status: "idle", stale: run !== undefined, failure: undefined });
      return;
    }
    if (story && changed.some(isAnother)) control.rewind(values);
    else if (story && get().moment !== undefined && changed.some((name) => acts.includes(name)))
      control.waitForConsequences();
    control.follow();
  }

  function setAll(given: AnyValues, cause: Cause): void {
    const before = get().values;
    let next: AnyValues = { ...before, ...checkedValues(knobs, given) };
    if (differences(knobs, next, before).some(isAnother)) next = withoutActs(next, given);
    gesture = undefined;
    if (differences(knobs, next, before).length === 0) return;
    history.remember(before);
    change(next, cause);
  }

  /** @param whole a story is shown at its end instead of played */
  function begin(whole = false): void {
    gesture = undefined;
    player.stop();
    const { runCount, resuming } = get();
    const again = runCount > 0;
    const values = again ? withoutActs(get().values) : get().values;
    // The moment of a link or of an earlier visit holds for the first run; later runs are shown whole, or played.
    patch({ values, ...(again ? { moment: undefined } : {}), runCount: runCount + 1, resuming: false });
    if (story && get().moment === undefined && !resuming && !whole) control.rewind(values);
    control.compute(values);
  }

  /** The cause of a knob's move: what is no control of its own, such as the seed, asks nothing and starts nothing. */
  const causeOf = (name: string): Cause => {
    const knob = knobs[name];
    if (!knob || knob.hidden || acts.includes(name)) return "other";
    return knob.kind === "choice" ? "choice" : "amount";
  };

  const actions: ExperimentActions = {
    set(name, value, dragging = false) {
      const before = get().values;
      let next: AnyValues = { ...before, ...checkedValues(knobs, { [name]: value }) };
      const changed = differences(knobs, next, before).length > 0;
      if (changed && isAnother(name)) next = withoutActs(next);
      if (changed && gesture !== name) history.remember(before);
      // A gesture begins with its first change: a finger may move before the value does.
      if (!dragging) gesture = undefined;
      else if (changed) gesture = name;
      if (changed) change(next, causeOf(name));
    },
    setMany: (given) => setAll(given, "other"),
    applyPreset(name) {
      const preset = presets[name];
      if (!preset) throw new RangeError(`preset must be one of ${Object.keys(presets).join(", ")}, got ${name}`);
      const { seed, replicas } = get().values;
      const kept = { ...(seed === undefined ? {} : { seed }), ...(replicas === undefined ? {} : { replicas }) };
      setAll({ ...defaultsOf(knobs), ...kept, ...codeOf(core), ...preset.values }, "preset");
    },
    start() {
      // A double click is one run: what is computed with these very values goes on, also after a pause.
      if (!control.isCurrent()) begin();
      else if (get().status === "paused") control.resume();
    },
    pause: control.pause,
    resume: control.resume,
    clear() {
      control.stop();
      pins.cancel();
      guesses.forget();
      patch({
        status: "idle",
        run: undefined,
        stale: false,
        moment: undefined,
        failure: undefined,
        runCount: 0,
        resuming: false,
        pins: [],
        own: undefined,
        guess: { kind: "open" },
      });
    },
    retry: () => begin(),
    retryWithoutWasm() {
      pool.restart("cpu");
      begin();
    },
    setMoment(moment) {
      player.stop();
      const { run } = get();
      if (!run || !moments) return;
      const { min, max } = moments(run.values);
      patch({ moment: moment === undefined || moment >= max ? undefined : Math.max(min, moment) });
      control.settle();
    },
    step(by) {
      if (!moments) return;
      const { run, values, moment } = get();
      const { min, max, step } = moments(run?.values ?? values);
      const at = moment ?? max;
      actions.setMoment(Math.min(max, Math.max(min, at + by * step)));
    },
    play: player.play,
    setSpeed: (speed) => patch({ speed }),
    setView: (view) => patch({ view }),
    keep: (own) => patch({ own }),
    undo() {
      gesture = undefined;
      const before = history.undo(get().values);
      if (before) change(before, "other");
    },
    redo() {
      gesture = undefined;
      const after = history.redo(get().values);
      if (after) change(after, "other");
    },
    reset: () => setAll({ ...original, ...codeOf(core) }, "other"),
    reroll() {
      const knob = knobs.seed;
      if (knob?.kind !== "number") return;
      // The next seed, not a random one: an instructor who re-rolls twice sees what the class saw.
      const seed = Number(get().values.seed);
      actions.set("seed", seed + knob.step > knob.max ? knob.min : seed + knob.step);
    },
    commitGuess(option) {
      const guess: MadeGuess = { kind: "made", option, values: get().values };
      guesses.keep(guess);
      patch({ guess });
      begin();
    },
    skipGuess(forGood = false) {
      // A double click is one run.
      if (get().guess.kind !== "open") return;
      patch({ guess: { kind: forGood ? "never" : "skipped" } });
      begin();
    },
    guessAgain() {
      control.stop();
      guesses.forget();
      patch({ guess: { kind: "open" }, status: "idle", stale: get().run !== undefined });
    },
    restoreGuess(guess: Guess) {
      if (get().guess.kind !== "open") return;
      if (guess.kind === "made") guesses.keep(guess);
      patch({ guess });
    },
    ...codeActions(core, {
      setAll: (given) => setAll(given, "other"),
      // What code did in a story is told at its end: who sends code there does not wait for it to play.
      run: () => (control.isCurrent() ? actions.start() : begin(true)),
    }),
    pin: pins.pin,
    unpin: pins.unpin,
    dismissNotices: () => patch({ notices: [] }),
    ...linkActions(core, {
      pins,
      guesses,
      begin: () => begin(),
      reset: () => control.stop(),
      forgetHistory: history.clear,
    }),
    link({ guess: withGuess } = { guess: false }) {
      const { values, moment, pins: pinned, guess, arithmetic } = get();
      return writeLink(knobs, {
        experiment: id,
        values,
        moment,
        pins: pinned.map((pin) => pin.values),
        ...(withGuess && guess.kind === "made" ? { guess: guess.option, guessFor: guess.values } : {}),
        ...(arithmetic ? { arithmetic } : {}),
      });
    },
    dispose() {
      const { status, run } = get();
      control.stop();
      pins.cancel();
      control.leave();
      if (status === "running" || status === "paused")
        patch({ status: run?.complete ? player.restingStatus() : "idle", stale: false });
    },
  };

  return { id, store, actions };
}
