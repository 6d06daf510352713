/** What is going on in the lesson on the page: which cells run, how far they are, which one is being read. Not kept. */
import { createStore } from "zustand/vanilla";
import type { Status } from "@/simulations/runtime/experiment-state";
import type { CellHandle } from "@/simulations/ui/shell/cell-context";

export interface CellRun {
  readonly status: Status;
  readonly runCount: number;
}

/** How a checkpoint stands. */
export interface Answered {
  /** undefined: not answered. */
  readonly right: boolean | undefined;
  /** Numbers of the objectives it tests, as "1,3". */
  readonly tests: string;
  /** Cell to read again after a wrong answer. */
  readonly reread: string | undefined;
}

export interface LessonState {
  readonly runs: Readonly<Record<string, CellRun>>;
  /** By the checkpoint's cell. */
  readonly answers: Readonly<Record<string, Answered>>;
  /** Cell in the reader's view. */
  readonly current: string | undefined;
}

export function createLessonStore() {
  const store = createStore<LessonState>(() => ({ runs: {}, answers: {}, current: undefined }));
  const handles = new Map<string, CellHandle>();
  /** Asked to run before their experiment was loaded. */
  const waiting = new Set<string>();

  const run = (cell: string) => {
    const handle = handles.get(cell);
    if (handle) handle.run();
    else waiting.add(cell);
  };

  return {
    store,
    run,
    pause: (cell: string) => handles.get(cell)?.pause(),
    runAll: (cells: readonly string[]) => cells.forEach(run),
    restartAll: (cells: readonly string[]) => {
      for (const cell of cells) {
        const handle = handles.get(cell);
        if (handle) handle.restart();
        else waiting.add(cell);
      }
    },
    clearAll: () => {
      waiting.clear();
      for (const handle of handles.values()) handle.clear();
    },
    register(cell: string, handle: CellHandle): () => void {
      handles.set(cell, handle);
      if (waiting.delete(cell)) queueMicrotask(() => handle.run());
      return () => {
        if (handles.get(cell) === handle) handles.delete(cell);
      };
    },
    report(cell: string, status: Status, runCount: number) {
      store.setState(({ runs }) => {
        const last = runs[cell];
        if (last?.status === status && last.runCount === runCount) return {};
        return { runs: { ...runs, [cell]: { status, runCount } } };
      });
    },
    answered(cell: string, answer: Answered) {
      store.setState(({ answers }) => ({ answers: { ...answers, [cell]: answer } }));
    },
    read(cell: string) {
      if (store.getState().current !== cell) store.setState({ current: cell });
    },
  };
}

export type LessonStore = ReturnType<typeof createLessonStore>;
