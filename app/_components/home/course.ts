/** The course as the map draws it: stops with their state, stages of the life cycle, arrows back. */
import type { Lesson } from "@/lessons";
import type { SavedState } from "../../_state/saved-state";

export interface Entry {
  readonly slug: string;
  readonly number: number;
  readonly part: Lesson["part"];
  readonly title: string;
  readonly short: string;
  readonly experiment: string;
  readonly minutes: number | undefined;
  /** Ids of the lesson's cells in order; empty while it is coming. */
  readonly cells: readonly string[];
}

export interface Stop extends Entry {
  readonly state: "coming" | "ahead" | "started" | "here" | "done";
  /** Cells worked through, 0 … 1. */
  readonly share: number;
  /** Number of the cell last read; 0: none. */
  readonly cell: number;
  readonly lastCell: string | undefined;
}

export interface Progress {
  readonly stops: readonly Stop[];
  /** Where to go on; undefined: every written lesson is done. */
  readonly here: Stop | undefined;
}

export function progressOf(entries: readonly Entry[], state: SavedState): Progress {
  const stops = entries.map((entry): Stop => {
    const kept = state.lessons[entry.slug];
    const done = entry.cells.filter((cell) => kept?.done.includes(cell)).length;
    const share = entry.cells.length === 0 ? 0 : done / entry.cells.length;
    const cell = entry.cells.indexOf(kept?.last ?? "") + 1;
    const begun = share > 0 || cell > 0;
    return {
      ...entry,
      share,
      cell,
      lastCell: cell > 0 ? kept?.last : undefined,
      state: entry.cells.length === 0 ? "coming" : share === 1 ? "done" : begun ? "started" : "ahead",
    };
  });
  const last = stops.find(({ slug, state: own }) => slug === state.lastLesson && own === "started");
  const here =
    last ?? stops.find(({ state: own }) => own === "started") ?? stops.find(({ state: own }) => own === "ahead");
  const marked = stops.map(
    (stop): Stop => (stop.slug === here?.slug && stop.state === "started" ? { ...stop, state: "here" } : stop),
  );
  return { stops: marked, here: marked.find(({ slug }) => slug === here?.slug) };
}

/** Minutes that are left of a lesson, to the next five. */
export const minutesLeft = ({ minutes = 0, share }: Stop): number =>
  Math.max(5, Math.ceil((minutes * (1 - share)) / 5) * 5);

/** "cell 5 of 11" */
export const position = ({ cell, cells }: Stop): string => `cell ${Math.max(cell, 1)} of ${cells.length}`;

/** Why the course turns back, from lesson to lesson. */
export const arrowsBack = [
  { id: "error", from: 4, to: 3, reason: "error analysis" },
  { id: "target", from: 3, to: 1, reason: "target out of reach" },
  { id: "retrain", from: 6, to: 4, reason: "retrain" },
  { id: "new", from: 9, to: 3, reason: "new conditions, new data" },
  { id: "goal", from: 11, to: 1, reason: "the goal itself has moved" },
] as const;

export type ArrowId = (typeof arrowsBack)[number]["id"];

/** Stages of the life cycle over the upper track, by first and last lesson. */
export const stages = [
  { name: "Scoping", first: 1, last: 2 },
  { name: "Data", first: 3, last: 3 },
  { name: "Modelling", first: 4, last: 4 },
  { name: "Deployment", rest: "release, then monitor and maintain", first: 5, last: 11 },
] as const;
