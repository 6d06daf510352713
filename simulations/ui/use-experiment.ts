/** Makes an experiment's store once for as long as its place on the page lives; ties it to the address and to what the device keeps. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { Guess } from "../runtime/experiment-state";
import type { AnyValues } from "../runtime/knobs";
import type { Pool } from "../runtime/pool";
import type { Frame } from "../runtime/simulation";
import { createExperiment, type Experiment } from "../runtime/store";
import { useCell } from "./cell-context";
import type { Presentation } from "./presentation";

/** What a lesson says of an experiment it embeds. */
export interface EmbeddedExperiment {
  /** Name of this experiment in links; unique in its lesson. */
  readonly id: string;
  /** The values the lesson opens with, where they differ from the knobs' defaults. */
  readonly original?: AnyValues;
  /** The chart it opens with, by id; the first one unless given. */
  readonly view?: string;
}

/** An experiment in its place on the page. */
export interface PlacedExperiment<F extends Frame = Frame> extends Experiment<F> {
  readonly view?: string;
}

const OPEN: Guess = { kind: "open" };

/** A guess as the device keeps it; open when what was kept is none. */
export function readGuess(saved: unknown): Guess {
  if (typeof saved !== "object" || saved === null) return OPEN;
  if ("guess" in saved && typeof saved.guess === "string") return { kind: "made", option: saved.guess };
  return "skipped" in saved && saved.skipped === true ? { kind: "skipped" } : OPEN;
}

const keptGuess = (guess: Guess) =>
  guess.kind === "made" ? { guess: guess.option } : guess.kind === "skipped" ? { skipped: true } : null;

/** Follows the address, keeps the reader's own guess, and ends what runs when the reader leaves the page. */
function useSurroundings<F extends Frame>({ store, actions }: Experiment<F>): void {
  const cell = useCell();
  const latest = useRef(cell);
  latest.current = cell;

  useEffect(() => {
    let linking = false;
    const follow = () => {
      linking = true;
      actions.applyLink(location.hash);
      linking = false;
    };
    const leave = store.subscribe((state, before) => {
      // The guess that a link brings is somebody else's.
      if (state.guess !== before.guess && !linking) latest.current.save(keptGuess(state.guess));
    });
    follow();
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
      leave();
      actions.dispose();
    };
  }, [store, actions]);

  useEffect(() => {
    const guess = readGuess(cell.saved);
    if (guess.kind !== "open") actions.restoreGuess(guess);
  }, [cell.saved, actions]);
}

export function useExperiment<F extends Frame, V>(
  presentation: Presentation<F, V>,
  { id, original = {}, view }: EmbeddedExperiment,
  createPool: () => Pool,
): PlacedExperiment<F> {
  const [experiment] = useState(() =>
    createExperiment<F>({
      id,
      simulation: presentation.simulation,
      knobs: presentation.knobs,
      presets: presentation.presets,
      original,
      moments: (values) => presentation.moments(values as V),
      pool: createPool(),
      acts: presentation.acts,
      // Nothing travels on its own where the reader asked for stillness: the steps are there.
      ...(presentation.playOnRun && {
        playOnRun: () => !matchMedia("(prefers-reduced-motion: reduce)").matches,
      }),
    }),
  );
  useSurroundings(experiment);
  // The reader is near: the workers start while the question is being read.
  useEffect(() => createPool().warm(), [createPool]);
  return useMemo(() => ({ ...experiment, view }), [experiment, view]);
}
