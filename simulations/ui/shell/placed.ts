/**
 * The experiments that stand on the page, by id, so that another cell can speak of one: it asks for it, which opens its door, and has
 * it once it is there.
 */
import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Presentation } from "./presentation";
import type { PlacedExperiment } from "./use-experiment";

export interface Placed {
  readonly presentation: Presentation;
  readonly experiment: PlacedExperiment;
}

interface Places {
  readonly placed: Readonly<Record<string, Placed>>;
  readonly wanted: readonly string[];
}

const places = createStore<Places>(() => ({ placed: {}, wanted: [] }));

/** Tells where an experiment stands, for as long as it does. */
export function usePlace(presentation: Presentation, experiment: PlacedExperiment): void {
  useEffect(() => {
    const { id } = experiment;
    places.setState(({ placed }) => ({ placed: { ...placed, [id]: { presentation, experiment } } }));
    return () =>
      places.setState(({ placed: { [id]: _, ...placed }, wanted }) => ({
        placed,
        wanted: wanted.filter((each) => each !== id),
      }));
  }, [presentation, experiment]);
}

/** Whether another cell asks for this experiment. */
export const useWanted = (id: string): boolean => useStore(places, ({ wanted }) => wanted.includes(id));

/** The experiment of this id, which is asked for where it is not there yet. */
export function usePlaced(id: string): Placed | undefined {
  useEffect(() => places.setState(({ wanted }) => (wanted.includes(id) ? {} : { wanted: [...wanted, id] })), [id]);
  return useStore(places, ({ placed }) => placed[id]);
}
