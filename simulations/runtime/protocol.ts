/** Everything that crosses between page and worker. Closed unions; every message about work carries its job's number. */
import type { AnyValues } from "./knobs";
import type { Frame, ReplicaRange } from "./simulation";

export type Backend = "wasm" | "cpu";

/** What sums are made with; between two of them the last digits of figures may differ. */
export const arithmetics = ["simd", "wasm", "cpu"] as const;
export type Arithmetic = (typeof arithmetics)[number];

/** What one worker is given to do: a range of a run, or anything else a simulation can be asked for. */
export type Work =
  | {
      readonly type: "run";
      readonly simulation: string;
      readonly values: AnyValues;
      readonly replicas: ReplicaRange;
    }
  /** Cloned on the way: plain data and typed arrays. */
  | { readonly type: "ask"; readonly simulation: string; readonly what: string; readonly input: unknown };

export type ToWorker =
  | { readonly type: "start"; readonly wasmPath: string; readonly backend: Backend }
  | (Work & { readonly job: number })
  | { readonly type: "stop"; readonly job: number }
  | { readonly type: "ping" };

export type FromWorker =
  | { readonly type: "ready"; readonly backend: Backend; readonly arithmetic?: Arithmetic; readonly note?: string }
  | { readonly type: "unable"; readonly message: string }
  /** Some of a run's frames; its large arrays are handed over, not copied. */
  | { readonly type: "frames"; readonly job: number; readonly frames: readonly Frame[] }
  | { readonly type: "done"; readonly job: number }
  | { readonly type: "answered"; readonly job: number; readonly answer: unknown }
  | { readonly type: "stopped"; readonly job: number }
  | { readonly type: "failed"; readonly job: number; readonly message: string }
  | { readonly type: "pong" };

/** A worker as the pool sees it; a fake in tests. */
export interface Port {
  post(message: ToWorker): void;
  listen(onMessage: (message: FromWorker) => void, onCrash: (message: string) => void): void;
  terminate(): void;
}
