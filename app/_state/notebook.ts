/** Progress, answers and theme of this device: one store, kept in the browser's storage, or in memory where that is blocked. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import {
  canSave,
  emptyLesson,
  emptyState,
  type LessonProgress,
  readSavedState,
  type SavedState,
  STATE_VERSION,
  type ThemeChoice,
} from "./saved-state";
import { STORAGE_KEY } from "./storage-key";

/** blocked: nothing is kept beyond this page. unreadable: what was kept is no saved state and was set aside. newer: it was kept by a later version of the course and is left as it is. */
export type StorageTrouble = "blocked" | "unreadable" | "newer";

interface NotebookActions {
  /** The one thing the reader is told about storage, once. */
  readonly trouble: StorageTrouble | undefined;
  /** false until the device's storage was read. */
  readonly ready: boolean;
  complete(lesson: string, cell: string): void;
  save(lesson: string, cell: string, value: unknown): void;
  visit(lesson: string, cell?: string): void;
  setTheme(theme: ThemeChoice): void;
  setPresent(present: boolean): void;
  /** Puts a whole state in the place of this one (import). */
  replace(state: SavedState): void;
  clear(): void;
  dismissTrouble(): void;
}

export type NotebookState = SavedState & NotebookActions;

/** The version of a saved state, 0 when it says none. */
function versionOf(text: string | null): number {
  try {
    return Number(JSON.parse(text ?? "{}")?.version) || 0;
  } catch {
    return 0;
  }
}

const change = (
  state: SavedState,
  slug: string,
  edit: (lesson: LessonProgress) => LessonProgress,
): Pick<SavedState, "lessons"> => ({
  lessons: { ...state.lessons, [slug]: edit(state.lessons[slug] ?? emptyLesson) },
});

export const notebook = createStore<NotebookState>()((set) => ({
  ...emptyState,
  trouble: undefined,
  ready: false,
  complete: (slug, cell) =>
    set((state) =>
      state.lessons[slug]?.done.includes(cell)
        ? state
        : change(state, slug, (lesson) => ({ ...lesson, done: [...lesson.done, cell] })),
    ),
  save: (slug, cell, value) =>
    set((state) =>
      canSave(value)
        ? change(state, slug, (lesson) => ({ ...lesson, saved: { ...lesson.saved, [cell]: value } }))
        : state,
    ),
  visit: (slug, cell) =>
    set((state) => ({
      lastLesson: slug,
      ...change(state, slug, (lesson) => ({ ...lesson, last: cell ?? lesson.last })),
    })),
  setTheme: (theme) => set({ theme }),
  setPresent: (present) => set({ present }),
  replace: (state) => set({ ...emptyState, lastLesson: undefined, ...state }),
  clear: () => set({ lessons: {}, lastLesson: undefined }),
  dismissTrouble: () => set({ trouble: undefined }),
}));

let troubleSeen = false;
function tell(trouble: StorageTrouble): void {
  if (troubleSeen) return;
  troubleSeen = true;
  // The store may be in the middle of reading its storage.
  queueMicrotask(() => notebook.setState({ trouble }));
}

/** What was written last: all there is where the browser's storage is blocked. */
let written: string | null = null;

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    tell("blocked");
    return otherwise;
  }
}

function read(): unknown {
  const text = attempt(() => localStorage.getItem(STORAGE_KEY), written);
  try {
    return JSON.parse(text ?? "null")?.state;
  } catch {
    attempt(() => localStorage.setItem(`${STORAGE_KEY}.unreadable`, String(text).slice(0, 100_000)), undefined);
    tell("unreadable");
    return undefined;
  }
}

function write({ lessons, lastLesson, theme, present }: SavedState): void {
  const text = JSON.stringify({ state: { lessons, lastLesson, theme, present }, version: STATE_VERSION });
  written = text;
  // Another tab may have written it since this one was opened.
  if (versionOf(attempt(() => localStorage.getItem(STORAGE_KEY), null)) > STATE_VERSION) tell("newer");
  else attempt(() => localStorage.setItem(STORAGE_KEY, text), undefined);
}

// By hand: the library's own part for it was a kilobyte of every page. Nothing is written before what is kept was read.
notebook.subscribe((state) => state.ready && write(state));

/** Takes over what the device keeps: when the page opens, and when another tab changed it. */
export const rehydrate = (): void => notebook.setState({ ...readSavedState(read()), ready: true });

export const useNotebook = <T>(select: (state: NotebookState) => T): T => useStore(notebook, select);
