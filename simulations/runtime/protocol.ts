/** Everything that crosses between page and worker. Closed unions; every message about a run carries its job's id. */
import type { AnyValues } from "./knobs";
import type { Frame, ReplicaRange } from "./simulation";
import type { Timing } from "./timing";

export type Backend = "wasm" | "cpu";

/** What sums are made with; between two of them the last digits of figures may differ. */
export const arithmetics = ["simd", "wasm", "cpu"] as const;
export type Arithmetic = (typeof arithmetics)[number];

export type ToWorker =
  | { readonly type: "start"; readonly wasmPath: string; readonly backend: Backend }
  | {
      readonly type: "run";
      readonly job: number;
      readonly simulation: string;
      readonly values: AnyValues;
      readonly replicas: ReplicaRange;
    }
  | { readonly type: "stop"; readonly job: number }
  /** Time the simulation's model by this device's clock; apart from runs, because no two answers are the same. */
  | { readonly type: "measure"; readonly job: number; readonly simulation: string }
  | { readonly type: "ping" };

export type FromWorker =
  | { readonly type: "ready"; readonly backend: Backend; readonly arithmetic?: Arithmetic; readonly note?: string }
  | { readonly type: "unable"; readonly message: string }
  | { readonly type: "frames"; readonly job: number; readonly frames: readonly Frame[] }
  | { readonly type: "done"; readonly job: number; readonly tensors: number }
  | { readonly type: "stopped"; readonly job: number }
  | { readonly type: "measured"; readonly job: number; readonly timing: Timing }
  | { readonly type: "failed"; readonly job: number; readonly message: string }
  | { readonly type: "pong" };

/** A worker as the pool sees it; a fake in tests. */
export interface Port {
  post(message: ToWorker): void;
  listen(onMessage: (message: FromWorker) => void, onCrash: (message: string) => void): void;
  terminate(): void;
}
