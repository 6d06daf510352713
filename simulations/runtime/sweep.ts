/** Many small runs in the background, one a cell of a map, with visible progress; can be stopped and goes on where it was. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { collectRun } from "./collect-run";
import type { AnyValues } from "./knobs";
import type { Pool, Task } from "./pool";
import type { Frame } from "./simulation";

export interface SweepState<R> {
  readonly status: "idle" | "running" | "stopped" | "done" | "failed";
  /** One entry a cell; undefined until it is computed. */
  readonly results: readonly (R | undefined)[];
  readonly done: number;
  readonly failure?: string;
}

export interface Sweep<R> {
  readonly store: StoreApi<SweepState<R>>;
  /** Computes every cell; what was computed for the same cells before is kept. */
  start(cells: readonly AnyValues[]): void;
  stop(): void;
}

export function createSweep<R>(
  pool: Pool,
  simulation: string,
  reduce: (frames: readonly Frame[], values: AnyValues) => R,
): Sweep<R> {
  const store = createStore<SweepState<R>>(() => ({ status: "idle", results: [], done: 0 }));
  let tasks: Task[] = [];
  let known = "";

  function cancel(): void {
    for (const task of tasks) task.cancel();
    tasks = [];
  }

  return {
    store,
    start(cells) {
      cancel();
      const name = JSON.stringify(cells);
      const results =
        name === known ? [...store.getState().results] : new Array<R | undefined>(cells.length).fill(undefined);
      known = name;
      const count = () => results.filter((result) => result !== undefined).length;
      store.setState({ status: "running", results: [...results], done: count(), failure: undefined });
      tasks = cells.flatMap((values, cell) => {
        if (results[cell] !== undefined) return [];
        return collectRun(
          pool,
          { simulation, values, background: true, now: () => 0 },
          {
            onDone({ frames }) {
              results[cell] = reduce(frames, values);
              const done = count();
              store.setState({ results: [...results], done, status: done === cells.length ? "done" : "running" });
            },
            onFailed(message) {
              cancel();
              store.setState({ status: "failed", failure: message });
            },
          },
        );
      });
      if (tasks.length === 0) store.setState({ status: "done" });
    },
    stop() {
      cancel();
      if (store.getState().status === "running") store.setState({ status: "stopped" });
    },
  };
}
