/**
 * What the device keeps for a learner, and how foreign text becomes it. Everything read (storage, an imported file, another
 * version) is untrusted: each lesson and each field stands for itself, what does not fit is dropped, nothing throws. Checked
 * by hand: a schema library would be a fifth of the JavaScript that every page loads.
 */

/**
 * 1: of an experiment, the guess. 2: also its settings, run, pins, moment and view (simulations/runtime/session.ts). Every
 * version is read by the same rules; what was written once stands in test/frozen/.
 */
export const STATE_VERSION = 2;
/** A file or a cell larger than this is not ours. */
export const MAX_FILE_BYTES = 1_000_000;
const MAX_CELL_CHARACTERS = 60_000;
const MAX_CELLS = 300;
const MAX_LESSONS = 100;

/** A lesson's or a cell's name. */
const isName = (value: unknown): value is string =>
  typeof value === "string" && /^[a-z0-9][a-z0-9-]{0,79}$/.test(value);

export interface LessonProgress {
  /** Cells worked through. */
  readonly done: string[];
  /** What a cell keeps: answer, guess, edits. The cell itself judges whether it can still use it. */
  readonly saved: Record<string, unknown>;
  /** The cell last read. */
  readonly last?: string | undefined;
}

const themeChoices = ["system", "light", "dark"] as const;
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
  const done = (Array.isArray(value.done) ? value.done : []).filter(isName);
  const saved = Object.entries(isRecord(value.saved) ? value.saved : {}).filter(
    ([cell, kept]) => isName(cell) && fits(kept),
  );
  return {
    done: [...new Set(done)].slice(0, MAX_CELLS),
    saved: Object.fromEntries(saved.slice(0, MAX_CELLS)),
    ...(isName(value.last) ? { last: value.last } : {}),
  };
}

/** The part of any value that is a saved state; `emptyState` where nothing is. Also reads older and newer versions so. */
export function readSavedState(value: unknown): SavedState {
  if (!isRecord(value)) return emptyState;
  const lessons: Record<string, LessonProgress> = {};
  for (const [slug, kept] of Object.entries(isRecord(value.lessons) ? value.lessons : {}).slice(0, MAX_LESSONS)) {
    const lesson = isName(slug) ? readLesson(kept) : undefined;
    if (lesson) lessons[slug] = lesson;
  }
  return {
    lessons,
    ...(isName(value.lastLesson) ? { lastLesson: value.lastLesson } : {}),
    theme: themeChoices.find((choice) => choice === value.theme) ?? "system",
    present: value.present === true,
  };
}
