/** What crosses between who has a reader's code run and the worker that runs it. */
import type { CodeAnswer, CodeJob } from "../runtime/own-code";

export type ToSandbox =
  /** `engine`: the address of quickjs.wasm. */
  | { readonly type: "start"; readonly engine: string }
  | { readonly type: "run"; readonly id: number; readonly job: CodeJob };

export type FromSandbox =
  | { readonly type: "ready" }
  | { readonly type: "unable"; readonly message: string }
  | { readonly type: "answer"; readonly id: number; readonly answer: CodeAnswer }
  | {
      readonly type: "fault";
      readonly id: number;
      readonly message: string;
      readonly line: number | undefined;
      readonly printed: readonly string[];
    };

/** The worker as its owner sees it. */
export interface SandboxPort {
  post(message: ToSandbox): void;
  listen(onMessage: (message: FromSandbox) => void, onCrash: (message: string) => void): void;
  terminate(): void;
}
