/** What the page asks of its pool of workers. */
import type { AnswerOf, Asked, Asks, InputOf } from "./asks";
import type { AnyValues } from "./knobs";
import type { Arithmetic, Backend, Port } from "./protocol";
import type { Frame, ReplicaRange } from "./simulation";

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

export interface AskOptions {
  /** Milliseconds from when a worker has it. A worker that has not answered by then is ended and replaced. */
  readonly timeLimitMs: number;
  /**
   * Answered only while nothing else is computed, as measuring needs it. What the reader waits for goes before: the ask is
   * stopped and begins anew afterwards.
   */
  readonly quiet?: boolean;
  /** Stops it; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface PoolStatus {
  readonly backend?: Backend;
  readonly arithmetic?: Arithmetic;
  readonly note?: string;
}

export interface Pool {
  submit(request: TaskRequest): Task;
  /** Asks a simulation for something that is no run. Rejects with a message for the reader; it is never tried twice. */
  ask<A extends Asks, What extends keyof A & string>(
    simulation: Asked<A>,
    what: What,
    input: InputOf<A, What>,
    options: AskOptions,
  ): Promise<AnswerOf<A, What>>;
  /** Starts the workers before they are needed. */
  warm(): void;
  /** Ends all workers and starts new ones on the given backend. */
  restart(backend: Backend): void;
  status(): PoolStatus;
  subscribe(listener: (status: PoolStatus) => void): () => void;
  /** Ends all workers and what waits for them; the next submit starts new ones. */
  dispose(): void;
}

export interface PoolOptions {
  readonly createPort: () => Port;
  readonly size: number;
  readonly wasmPath: string;
}
