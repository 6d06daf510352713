/**
 * What the device keeps for a learner, and how foreign text becomes it. Everything read (storage, an imported file, another
 * version) is untrusted: each lesson and each field stands for itself, what does not fit is dropped, nothing throws.
 */
import * as z from "zod/mini";

export const STATE_VERSION = 1;
/** A file or a cell larger than this is not ours. */
export const MAX_FILE_BYTES = 1_000_000;
export const MAX_CELL_CHARACTERS = 60_000;
const MAX_CELLS = 300;
const MAX_LESSONS = 100;

const name = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));

const lessonProgress = z.object({
  /** Cells worked through. */
  done: z.array(name).check(z.maxLength(MAX_CELLS)),
  /** What a cell keeps: answer, guess, edits. The cell itself judges whether it can still use it. */
  saved: z.record(name, z.unknown()),
  /** The cell last read. */
  last: z.optional(name),
});

export type LessonProgress = z.infer<typeof lessonProgress>;

export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export interface SavedState {
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  readonly lastLesson?: string;
  readonly theme: ThemeChoice;
  /** Projector theme on top of the chosen one. */
  readonly present: boolean;
}

export const emptyState: SavedState = { lessons: {}, theme: "system", present: false };
export const emptyLesson: LessonProgress = { done: [], saved: {} };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const fits = (value: unknown): boolean => {
  try {
    return (JSON.stringify(value)?.length ?? Number.POSITIVE_INFINITY) <= MAX_CELL_CHARACTERS;
  } catch {
    return false;
  }
};

export const canSave = fits;

function readLesson(value: unknown): LessonProgress | undefined {
  if (!isRecord(value)) return undefined;
  const done = (Array.isArray(value.done) ? value.done : []).filter((cell) => name.safeParse(cell).success);
  const saved = Object.entries(isRecord(value.saved) ? value.saved : {}).filter(
    ([cell, kept]) => name.safeParse(cell).success && fits(kept),
  );
  const read = lessonProgress.safeParse({
    done: [...new Set(done)].slice(0, MAX_CELLS),
    saved: Object.fromEntries(saved.slice(0, MAX_CELLS)),
    last: name.safeParse(value.last).success ? value.last : undefined,
  });
  return read.success ? read.data : undefined;
}

/** The part of any value that is a saved state; `emptyState` where nothing is. Also reads older and newer versions so. */
export function readSavedState(value: unknown): SavedState {
  if (!isRecord(value)) return emptyState;
  const lessons: Record<string, LessonProgress> = {};
  for (const [slug, kept] of Object.entries(isRecord(value.lessons) ? value.lessons : {}).slice(0, MAX_LESSONS)) {
    const lesson = name.safeParse(slug).success ? readLesson(kept) : undefined;
    if (lesson) lessons[slug] = lesson;
  }
  const lastLesson = name.safeParse(value.lastLesson);
  return {
    lessons,
    ...(lastLesson.success ? { lastLesson: lastLesson.data } : {}),
    theme: themeChoices.find((choice) => choice === value.theme) ?? "system",
    present: value.present === true,
  };
}
