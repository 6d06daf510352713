import { describe, expect, it } from "vitest";
import { type Entry, minutesLeft, position, progressOf } from "@/app/_components/home/course";
import { emptyState } from "@/app/_state/saved-state";

const entry = (number: number, cells: readonly string[]): Entry => ({
  slug: `lesson-${number}`,
  number,
  part: 1,
  title: `Lesson ${number}`,
  short: `Lesson ${number}`,
  experiment: "",
  minutes: cells.length > 0 ? 25 : undefined,
  cells,
});
const cells = ["a", "b", "c", "d", "e"];
const course = [entry(1, []), entry(2, cells), entry(3, cells), entry(4, cells)];
const kept = (done: readonly string[], last?: string) => ({ done: [...done], saved: {}, last });

describe("progress on the course map", () => {
  it("starts at the first lesson that is written", () => {
    const { stops, here } = progressOf(course, emptyState);
    expect(stops.map(({ state }) => state)).toEqual(["coming", "ahead", "ahead", "ahead"]);
    expect(here?.number).toBe(2);
  });

  it("goes on where the learner was last, at the cell last read", () => {
    const { stops, here } = progressOf(course, {
      ...emptyState,
      lastLesson: "lesson-4",
      lessons: { "lesson-2": kept(cells), "lesson-3": kept(["a"]), "lesson-4": kept(["a", "b"], "c") },
    });
    expect(stops.map(({ state }) => state)).toEqual(["coming", "done", "started", "here"]);
    expect(here && position(here)).toBe("cell 3 of 5");
    expect(here?.share).toBeCloseTo(0.4);
    expect(here && minutesLeft(here)).toBe(15);
  });

  it("forgets cells that a newer edition of the lesson no longer has", () => {
    const { stops } = progressOf(course, {
      ...emptyState,
      lessons: { "lesson-2": kept(["gone", "a"], "gone") },
    });
    expect(stops[1]).toMatchObject({ share: 0.2, cell: 0, lastCell: undefined });
  });

  it("has nowhere to go on when every written lesson is done", () => {
    const lessons = Object.fromEntries([2, 3, 4].map((n) => [`lesson-${n}`, kept(cells)]));
    expect(progressOf(course, { ...emptyState, lessons }).here).toBeUndefined();
  });
});
