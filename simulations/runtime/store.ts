/**
 * The page's side of one experiment: knobs in, frames out. Values change only through the actions; frames only through the
 * pool. While a run has not answered yet, newer values wait in one place (the newest wins), so that a dragged slider is
 * followed without a queue and without starving the first answer.
 *
 * Longer than other files on purpose: every action moves the same few variables (task, pending, moment, playing), and an
 * order of two actions that goes wrong is easier to see in one place. What has no part in that lives in files of its own.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { collectRun } from "./collect-run";
import type { ExperimentActions, ExperimentState, Guess, Moments, Pin } from "./experiment-state";
import { createHistory } from "./history";
import { type AnyValues, defaultsOf, differences, type Knobs, type Presets, parseKnob, type Value } from "./knobs";
import { readLink, writeLink } from "./link";
import { linkedExperiment } from "./linked-experiment";
import type { Pool, Task } from "./pool";
import type { Frame } from "./simulation";

export interface ExperimentOptions {
  /** Name of the experiment in links of this page. */
  readonly id: string;
  readonly simulation: string;
  readonly knobs: Knobs;
  readonly presets: Presets;
  /** What this lesson opens with; the rest are the knobs' defaults. */
  readonly original?: AnyValues;
  readonly moments: (values: AnyValues) => Moments;
  readonly pool: Pool;
  /** A run of events in time begins at its first moment; true: and plays from there. Absent: a run is shown whole. */
  readonly playOnRun?: () => boolean;
  /** Knobs that are acts within one run, such as a decision: any other change, and running again, takes them back. */
  readonly acts?: readonly string[];
  /** Milliseconds; only differences count. */
  readonly now?: () => number;
}

export interface Experiment<F extends Frame = Frame> {
  readonly id: string;
  readonly store: StoreApi<ExperimentState<F>>;
  readonly actions: ExperimentActions;
}

const MAX_PINS = 3;
/** Playing from the first to the last moment takes this long at speed 1, so that nothing moves on its own for more than five seconds. */
const PLAY_MS = 4800;
/** Faster than the screen there is nothing to see: then a tick takes several steps. */
const LEAST_TICK_MS = 16;

export function createExperiment<F extends Frame = Frame>(options: ExperimentOptions): Experiment<F> {
  const { id, simulation, knobs, presets, moments, pool, now = () => performance.now() } = options;
  const { playOnRun, acts = [] } = options;
  const original: AnyValues = { ...defaultsOf(knobs), ...options.original };
  let task: Task | undefined;
  let pinTasks: Task[] = [];
  let pending = false;
  let answered = false;
  const history = createHistory();
  let gesture: string | undefined;
  let player: ReturnType<typeof setTimeout> | undefined;
  /** The next frames are of another run of events: shown from its first moment. */
  let replay = false;
  let heldWhilePlaying = false;
  let nextPin = 1;
  let unsubscribe: (() => void) | undefined;

  const store = createStore<ExperimentState<F>>(() => ({
    knobs,
    presets,
    values: original,
    original,
    status: "idle",
    stale: false,
    runCount: 0,
    ...backendOf(),
    playing: false,
    speed: 1,
    notices: [],
    fromLink: false,
    guess: { kind: "open" },
    pins: [],
    canUndo: false,
    canRedo: false,
  }));
  const get = store.getState;
  const patch = (next: Partial<ExperimentState<F>>) => store.setState(next);

  function backendOf() {
    const { backend, note } = pool.status();
    return { backend, backendNote: note };
  }

  /** The status of a run that is not being computed: done at its end, paused before it. */
  function restingStatus(): ExperimentState["status"] {
    const { run, moment, playing } = get();
    if (playing) return "running";
    if (!run) return "idle";
    return moment === undefined || moment >= moments(run.values).max ? "done" : "paused";
  }

  function compute(values: AnyValues): void {
    unsubscribe ??= pool.subscribe(() => patch(backendOf()));
    task?.cancel();
    pending = false;
    answered = false;
    patch({ status: "running", failure: undefined, stale: get().run !== undefined, ...backendOf() });
    task = collectRun<F>(
      pool,
      { simulation, values, now },
      {
        onProgress(run) {
          // What is played is the first replica: nothing is shown before it is here.
          if (playOnRun && run.frames[0]?.replicas.from !== 0) return;
          answered = true;
          patch({ run, stale: false });
          if (replay && !pending) {
            replay = false;
            if (playOnRun?.()) actions.play();
          }
          if (pending && !run.complete) follow();
        },
        onDone() {
          task = undefined;
          if (pending) follow();
          else {
            patch({ status: restingStatus() });
            computePins();
          }
        },
        onFailed(message) {
          task = undefined;
          pending = false;
          stopPlaying();
          patch({ status: "failed", failure: message, stale: get().run !== undefined });
        },
      },
    );
  }

  function follow(): void {
    patch({ runCount: get().runCount + 1 });
    compute(get().values);
  }

  /** Runs pinned by a link have values and no frames yet: they are computed once the reader's own run is done. */
  function computePins(): void {
    for (const pin of get().pins) {
      if (pin.run) continue;
      const replace = (pins: (pin: Pin<F>) => readonly Pin<F>[]) =>
        patch({ pins: get().pins.flatMap((other) => (other.id === pin.id ? pins(other) : [other])) });
      pinTasks.push(
        collectRun<F>(
          pool,
          { simulation, values: pin.values, background: true, now },
          {
            onDone: (run) => replace((other) => [{ ...other, run }]),
            onFailed: () => replace(() => []),
          },
        ),
      );
    }
  }

  function cancelTasks(): void {
    task?.cancel();
    task = undefined;
    for (const other of pinTasks) other.cancel();
    pinTasks = [];
    pending = false;
  }

  function stopPlaying(): void {
    clearTimeout(player);
    player = undefined;
    if (get().playing) patch({ playing: false });
  }

  function playOn(): void {
    const { min, max, step, playMs = PLAY_MS } = moments(get().run?.values ?? get().values);
    const every = playMs / Math.max(1, Math.round((max - min) / step)) / get().speed;
    const steps = Math.max(1, Math.round(LEAST_TICK_MS / every));
    player = setTimeout(() => {
      const next = (get().moment ?? max) + step * steps;
      if (next >= max) {
        stopPlaying();
        patch({ moment: undefined });
        if (!task) patch({ status: restingStatus() });
      } else {
        patch({ moment: next });
        playOn();
      }
    }, every * steps);
  }

  /** The values without what was done within the run; what is `given` stays. */
  const withoutActs = (values: AnyValues, given: AnyValues = {}): AnyValues => ({
    ...values,
    ...Object.fromEntries(acts.filter((name) => !(name in given)).map((name) => [name, original[name]!])),
  });

  function rewind(values: AnyValues): void {
    stopPlaying();
    replay = true;
    patch({ moment: moments(values).min });
  }

  /** New values: results follow at once when a run was asked for before. */
  function change(values: AnyValues): void {
    const changed = differences(knobs, values, get().values);
    if (changed.length === 0) return;
    const { run, status, runCount } = get();
    const bounds = moments(values);
    const moment = get().moment;
    patch({
      values,
      canUndo: history.canUndo,
      canRedo: history.canRedo,
      // A moment beyond the new end is the new end.
      moment: moment !== undefined && moment < bounds.max ? Math.max(moment, bounds.min) : undefined,
    });
    if (runCount === 0 && !run) return;
    if (playOnRun && changed.some((name) => !acts.includes(name))) rewind(values);
    else if (playOnRun && get().moment !== undefined) {
      // An act's consequences are not known yet: time goes on when they are.
      stopPlaying();
      replay = true;
    }
    if (status === "failed" || !task || answered) follow();
    else pending = true;
  }

  function allowed(given: AnyValues): AnyValues {
    const values: Record<string, Value> = {};
    for (const [name, value] of Object.entries(given)) {
      const knob = knobs[name];
      const parsed = knob && parseKnob(knob, value);
      if (parsed === undefined) throw new RangeError(`${name} cannot be ${value}`);
      values[name] = parsed;
    }
    return values;
  }

  function begin(): void {
    gesture = undefined;
    stopPlaying();
    const again = get().runCount > 0;
    const values = again ? withoutActs(get().values) : get().values;
    // A link's moment holds for its first run; later runs are shown whole, or played.
    patch({ values, ...(again ? { moment: undefined } : {}), runCount: get().runCount + 1 });
    if (playOnRun && get().moment === undefined) rewind(values);
    compute(values);
  }

  const actions: ExperimentActions = {
    set(name, value, dragging = false) {
      const before = get().values;
      const given = allowed({ [name]: value });
      let next: AnyValues = { ...before, ...given };
      const changed = differences(knobs, next, before).length > 0;
      if (changed && !acts.includes(name)) next = withoutActs(next);
      if (changed && gesture !== name) history.remember(before);
      gesture = dragging ? name : undefined;
      if (changed) change(next);
    },
    setMany(given) {
      const before = get().values;
      let next: AnyValues = { ...before, ...allowed(given) };
      if (differences(knobs, next, before).some((name) => !acts.includes(name))) next = withoutActs(next, given);
      gesture = undefined;
      if (differences(knobs, next, before).length === 0) return;
      history.remember(before);
      change(next);
    },
    applyPreset(name) {
      const preset = presets[name];
      if (!preset) throw new RangeError(`preset must be one of ${Object.keys(presets).join(", ")}, got ${name}`);
      const { seed, replicas } = get().values;
      const kept = { ...(seed === undefined ? {} : { seed }), ...(replicas === undefined ? {} : { replicas }) };
      actions.setMany({ ...defaultsOf(knobs), ...kept, ...preset.values });
    },
    start() {
      // A double click is one run: what runs with these very values goes on.
      if (task && !pending && get().status === "running") return;
      begin();
    },
    pause() {
      const wasPlaying = get().playing;
      stopPlaying();
      heldWhilePlaying = wasPlaying && task !== undefined;
      if (task) {
        task.hold();
        patch({ status: "paused" });
      } else if (wasPlaying) patch({ status: restingStatus() });
    },
    resume() {
      if (task && get().status === "paused") {
        patch({ status: "running" });
        task.release();
        if (heldWhilePlaying) actions.play();
      } else actions.play();
    },
    clear() {
      cancelTasks();
      stopPlaying();
      patch({
        status: "idle",
        run: undefined,
        stale: false,
        moment: undefined,
        failure: undefined,
        runCount: 0,
        pins: [],
        guess: { kind: "open" },
      });
    },
    retry: begin,
    retryWithoutWasm() {
      pool.restart("cpu");
      begin();
    },
    setMoment(moment) {
      stopPlaying();
      const { run } = get();
      if (!run) return;
      const { min, max } = moments(run.values);
      patch({ moment: moment === undefined || moment >= max ? undefined : Math.max(min, moment) });
      if (!task) patch({ status: restingStatus() });
    },
    step(by) {
      const { run, values, moment } = get();
      const { min, max, step } = moments(run?.values ?? values);
      const at = moment ?? max;
      actions.setMoment(Math.min(max, Math.max(min, at + by * step)));
    },
    play() {
      const { run } = get();
      if (!run || get().playing) return;
      if (get().moment === undefined) patch({ moment: moments(run.values).min });
      patch({ playing: true });
      if (!task) patch({ status: "running" });
      playOn();
    },
    setSpeed(speed) {
      patch({ speed });
    },
    undo() {
      gesture = undefined;
      const before = history.undo(get().values);
      if (before) change(before);
    },
    redo() {
      gesture = undefined;
      const after = history.redo(get().values);
      if (after) change(after);
    },
    reset() {
      actions.setMany(original);
    },
    reroll() {
      const knob = knobs.seed;
      if (knob?.kind !== "number") return;
      // The next seed, not a random one: an instructor who re-rolls twice sees what the class saw.
      const seed = Number(get().values.seed);
      actions.set("seed", seed + knob.step > knob.max ? knob.min : seed + knob.step);
    },
    commitGuess(option) {
      patch({ guess: { kind: "made", option } });
      begin();
    },
    skipGuess() {
      patch({ guess: { kind: "skipped" } });
    },
    restoreGuess(guess: Guess) {
      if (get().guess.kind === "open") patch({ guess });
    },
    pin() {
      const { run, pins } = get();
      if (!run?.complete) return;
      if (pins.some((other) => differences(knobs, other.values, run.values).length === 0)) return;
      const pin: Pin<F> = { id: nextPin++, values: run.values, run };
      patch({ pins: [...pins, pin].slice(-MAX_PINS) });
    },
    unpin(pinId) {
      patch({ pins: get().pins.filter((pin) => pin.id !== pinId) });
    },
    dismissNotices() {
      patch({ notices: [] });
    },
    applyLink(hash) {
      if (linkedExperiment(hash) !== id) return;
      const link = readLink(knobs, hash, original);
      cancelTasks();
      stopPlaying();
      history.clear();
      const bounds = moments(link.values);
      const inside = link.moment !== undefined && link.moment >= bounds.min && link.moment < bounds.max;
      patch({
        values: link.values,
        status: "idle",
        run: undefined,
        stale: false,
        failure: undefined,
        runCount: 0,
        canUndo: false,
        canRedo: false,
        moment: inside ? link.moment : undefined,
        notices: link.issues,
        fromLink: true,
        pins: link.pins.map((values) => ({ id: nextPin++, values })),
        guess: link.guess === undefined ? { kind: "open" } : { kind: "made", option: link.guess },
      });
    },
    link({ guess: withGuess } = { guess: false }) {
      const { values, moment, pins, guess } = get();
      return writeLink(knobs, {
        experiment: id,
        values,
        moment,
        pins: pins.map((pin) => pin.values),
        ...(withGuess && guess.kind === "made" ? { guess: guess.option } : {}),
      });
    },
    dispose() {
      cancelTasks();
      stopPlaying();
      unsubscribe?.();
      unsubscribe = undefined;
      if (get().status === "running" || get().status === "paused")
        patch({ status: get().run?.complete ? restingStatus() : "idle", stale: false });
    },
  };

  return { id, store, actions };
}
