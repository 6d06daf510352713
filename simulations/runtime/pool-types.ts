/** What the page asks of its pool of workers. */
import type { AnyValues } from "./knobs";
import type { Arithmetic, Backend, Port } from "./protocol";
import type { Frame, ReplicaRange } from "./simulation";
import type { Timing } from "./timing";

export interface TaskRequest {
  readonly simulation: string;
  readonly values: AnyValues;
  readonly ranges: readonly ReplicaRange[];
  readonly background?: boolean;
  /** All frames of one range, once it is complete. */
  readonly onRange: (range: ReplicaRange, frames: readonly Frame[]) => void;
  readonly onDone: () => void;
  readonly onFailed: (message: string) => void;
}

export interface Task {
  cancel(): void;
  /** Keeps what is done; what is not waits until release. */
  hold(): void;
  release(): void;
}

export interface PoolStatus {
  readonly backend?: Backend;
  readonly arithmetic?: Arithmetic;
  readonly note?: string;
}

export interface Pool {
  submit(request: TaskRequest): Task;
  /** Times the simulation's model in a worker, once nothing else is computed. Rejects with a message for the reader. */
  measure(simulation: string): Promise<Timing>;
  /** Starts the workers before they are needed. */
  warm(): void;
  /** Ends all workers and starts new ones on the given backend. */
  restart(backend: Backend): void;
  status(): PoolStatus;
  subscribe(listener: (status: PoolStatus) => void): () => void;
  /** Ends all workers; the next submit starts new ones. */
  dispose(): void;
}

export interface PoolOptions {
  readonly createPort: () => Port;
  readonly size: number;
  readonly wasmPath: string;
}
