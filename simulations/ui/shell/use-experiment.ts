/** Makes an experiment's store once for as long as its place on the page lives; ties it to the address and to what the device keeps. */
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { hasSettings, linkedExperiment } from "../../runtime/linked-experiment";
import type { Pool } from "../../runtime/pool";
import type { Results } from "../../runtime/results";
import { readSession, writeSession } from "../../runtime/session";
import type { Frame } from "../../runtime/simulation";
import { createExperiment, type Experiment } from "../../runtime/store";
import { useCell } from "./cell-context";
import type { EmbeddedExperiment } from "./embedded";
import { isNewLink } from "./followed-links";
import type { Presentation } from "./presentation";

/** An experiment in its place on the page. */
export interface PlacedExperiment<F extends Frame = Frame> extends Experiment<F> {
  readonly view?: string;
}

/** What changed is kept once nothing has changed for this long: not with every step of a slider. */
const SETTLE_MS = 400;

/** Keeps the state on the device, and puts back what an earlier visit left. */
function useKept<F extends Frame>({ store, actions }: Experiment<F>): void {
  const cell = useCell();
  const latest = useRef(cell);
  latest.current = cell;
  /** What was last written or read, so that one's own writing is no news. */
  const known = useRef<string>(undefined);

  useEffect(() => {
    const { saved } = cell;
    const text = JSON.stringify(saved ?? null);
    if (text === known.current) return;
    known.current = text;
    const session = readSession(saved);
    const { runCount, guess, fromLink } = store.getState();
    // What stands here already is newer than what is read late.
    if (session && runCount === 0 && guess.kind === "open" && !fromLink) actions.restore(session);
  }, [cell, store, actions]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let changed = false;
    const write = () => {
      clearTimeout(timer);
      if (!changed) return;
      changed = false;
      const session = actions.session();
      const value = session ? writeSession(session) : null;
      const text = JSON.stringify(value);
      if (text === known.current || (value === null && (known.current ?? "null") === "null")) return;
      known.current = text;
      latest.current.save(value);
    };
    const leave = store.subscribe((state, before) => {
      const same =
        state.values === before.values &&
        state.moment === before.moment &&
        state.pins === before.pins &&
        state.guess === before.guess &&
        state.view === before.view &&
        state.own === before.own &&
        state.runCount === before.runCount;
      if (same) return;
      changed = true;
      clearTimeout(timer);
      timer = setTimeout(write, SETTLE_MS);
    });
    addEventListener("pagehide", write);
    return () => {
      removeEventListener("pagehide", write);
      leave();
      write();
    };
  }, [store, actions]);
}

/** Follows links with settings, and ends what runs when the reader leaves the page. */
function useAddress<F extends Frame>({ id, actions }: Experiment<F>): void {
  useEffect(() => {
    const follow = () => {
      const { hash } = location;
      if (linkedExperiment(hash) === id && hasSettings(hash)) actions.followLink(hash, isNewLink(hash));
    };
    follow();
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
      actions.dispose();
    };
  }, [id, actions]);
}

/** The run of an earlier visit is made again once its place is on the screen. */
export function useRunAgain(experiment: Experiment, place: RefObject<Element | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let visible = false;
    const runAgain = () => visible && experiment.actions.runAgain();
    const observer = new IntersectionObserver((entries) => {
      visible = entries.at(-1)?.isIntersecting ?? false;
      runAgain();
    });
    observer.observe(element);
    // What the device keeps may be read after the place came into view.
    const leave = experiment.store.subscribe(({ resuming }, before) => resuming && !before.resuming && runAgain());
    return () => {
      observer.disconnect();
      leave();
    };
  }, [experiment, place]);
}

export function useExperiment<F extends Frame, V, R extends Results<F, V>>(
  presentation: Presentation<F, V, R>,
  { id, original = {}, view }: EmbeddedExperiment,
  createPool: () => Pool,
): PlacedExperiment<F> {
  const { moments, story } = presentation;
  const [experiment] = useState(() =>
    createExperiment<F>({
      id,
      simulation: presentation.simulation.name,
      knobs: presentation.knobs,
      presets: presentation.presets,
      original,
      moments: moments && ((values) => moments(values as V)),
      pool: createPool(),
      asked: (values) => askedText(presentation, values as V),
      offered: (values) => offeredBy(presentation, values as V).map(({ id }) => id),
      story,
      // Nothing travels on its own where the reader asked for stillness: the steps are there.
      isStill: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
    }),
  );
  useKept(experiment);
  useAddress(experiment);
  // The reader is near: the workers start while the question is being read.
  useEffect(() => createPool().warm(), [createPool]);
  return useMemo(() => ({ ...experiment, view }), [experiment, view]);
}

type Asking<V> = Pick<Presentation<Frame, V, Results<Frame, V>>, "question" | "options">;

const offeredBy = <V>({ options }: Asking<V>, values: V) => (typeof options === "function" ? options(values) : options);

/** The question with its options: what a guess answers. */
const askedText = <V>(asking: Asking<V>, values: V): string =>
  [asking.question(values), ...offeredBy(asking, values).map(({ id, label }) => `${id} ${label}`)].join("\n");
