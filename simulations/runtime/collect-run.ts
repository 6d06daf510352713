/** One run through the pool: its frames in order as they arrive, range by range. */
import type { Run } from "./experiment-state";
import type { AnyValues } from "./knobs";
import type { Pool, Task } from "./pool";
import { chunksOf, type Frame, sortFrames } from "./simulation";

export interface RunRequest {
  readonly simulation: string;
  readonly values: AnyValues;
  /** Computed when nobody waits for anything else. */
  readonly background?: boolean;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

export interface RunListeners<F extends Frame> {
  /** The run so far, once for every complete range. */
  readonly onProgress?: (run: Run<F>) => void;
  readonly onDone: (run: Run<F>) => void;
  readonly onFailed: (message: string) => void;
}

export function collectRun<F extends Frame>(pool: Pool, request: RunRequest, listeners: RunListeners<F>): Task {
  const { simulation, values, background, now } = request;
  const replicas = Number(values.replicas ?? 1);
  const began = now();
  let run: Run<F> = { values, frames: [], replicasDone: 0, replicas, elapsedMs: 0, complete: false };
  return pool.submit({
    simulation,
    values,
    ranges: chunksOf(replicas),
    ...(background === undefined ? {} : { background }),
    onRange(range, arrived) {
      const replicasDone = run.replicasDone + range.to - range.from;
      run = {
        ...run,
        frames: sortFrames([...run.frames, ...(arrived as readonly F[])]),
        replicasDone,
        elapsedMs: now() - began,
        complete: replicasDone === replicas,
      };
      listeners.onProgress?.(run);
    },
    onDone: () => listeners.onDone(run),
    onFailed: listeners.onFailed,
  });
}
