/** Progress, answers and theme of this device: one store, kept in the browser's storage, or in memory where that is blocked. */
import { useStore } from "zustand";
import { createJSONStorage, persist, type StateStorage } from "zustand/middleware";
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

/** The browser's storage; every failure falls back to memory and is told through `onTrouble`. */
function createStorage(onTrouble: (trouble: StorageTrouble) => void): StateStorage {
  const memory = new Map<string, string>();
  const attempt = <T>(action: () => T, otherwise: T): T => {
    try {
      return action();
    } catch {
      onTrouble("blocked");
      return otherwise;
    }
  };
  return {
    getItem(key) {
      const text = attempt(() => localStorage.getItem(key), memory.get(key) ?? null);
      if (text === null) return null;
      try {
        JSON.parse(text);
        return text;
      } catch {
        attempt(() => localStorage.setItem(`${key}.unreadable`, text.slice(0, 100_000)), undefined);
        onTrouble("unreadable");
        return null;
      }
    },
    setItem(key, text) {
      memory.set(key, text);
      // Another tab may have written it since this one was opened.
      if (versionOf(attempt(() => localStorage.getItem(key), null)) > STATE_VERSION) onTrouble("newer");
      else attempt(() => localStorage.setItem(key, text), undefined);
    },
    removeItem(key) {
      memory.delete(key);
      attempt(() => localStorage.removeItem(key), undefined);
    },
  };
}

const change = (
  state: SavedState,
  slug: string,
  edit: (lesson: LessonProgress) => LessonProgress,
): Pick<SavedState, "lessons"> => ({
  lessons: { ...state.lessons, [slug]: edit(state.lessons[slug] ?? emptyLesson) },
});

let troubleSeen = false;
function tell(trouble: StorageTrouble): void {
  if (troubleSeen) return;
  troubleSeen = true;
  // The store may be in the middle of reading its storage.
  queueMicrotask(() => notebook.setState({ trouble }));
}

export const notebook = createStore<NotebookState>()(
  persist(
    (set) => ({
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
    }),
    {
      name: STORAGE_KEY,
      version: STATE_VERSION,
      storage: createJSONStorage(() => createStorage(tell)),
      partialize: ({ lessons, lastLesson, theme, present }): SavedState => ({ lessons, lastLesson, theme, present }),
      migrate: readSavedState,
      merge: (kept, current) => ({ ...current, ...readSavedState(kept) }),
      onRehydrateStorage: () => () => queueMicrotask(() => notebook.setState({ ready: true })),
      skipHydration: true,
    },
  ),
);

export const rehydrate = (): void => void notebook.persist.rehydrate();

export const useNotebook = <T>(select: (state: NotebookState) => T): T => useStore(notebook, select);
