/** Runs kept to compare with. */
import { collectRun } from "./collect-run";
import type { Core } from "./core-state";
import type { Pin } from "./experiment-state";
import { type AnyValues, differences } from "./knobs";
import { MAX_PINS } from "./link";
import type { Task } from "./pool";
import type { Frame } from "./simulation";

export function createPins<F extends Frame>({ simulation, knobs, pool, now, get, patch }: Core<F>) {
  let tasks: Task[] = [];
  let next = 1;
  return {
    /** Pins of a link or of an earlier visit: values without frames yet. */
    of: (all: readonly AnyValues[]): Pin<F>[] => all.map((values) => ({ id: next++, values })),
    /** Computes what has no frames yet, in the background. */
    compute() {
      for (const pin of get().pins) {
        if (pin.run) continue;
        const replace = (pins: (pin: Pin<F>) => readonly Pin<F>[]) =>
          patch({ pins: get().pins.flatMap((other) => (other.id === pin.id ? pins(other) : [other])) });
        tasks.push(
          collectRun<F>(
            pool,
            { simulation, values: pin.values, background: true, now },
            {
              onDone: (run) => replace((other) => [{ ...other, run }]),
              onFailed: () => replace(() => []),
            },
          ),
        );
      }
    },
    cancel() {
      for (const task of tasks) task.cancel();
      tasks = [];
    },
    pin() {
      const { run, pins } = get();
      if (!run?.complete) return;
      if (pins.some((other) => differences(knobs, other.values, run.values).length === 0)) return;
      patch({ pins: [...pins, { id: next++, values: run.values, run }].slice(-MAX_PINS) });
    },
    unpin(id: number) {
      patch({ pins: get().pins.filter((pin) => pin.id !== id) });
    },
  };
}

export type Pins<F extends Frame> = ReturnType<typeof createPins<F>>;
