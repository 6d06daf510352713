/** What a simulation reads from a run: computed once, whoever asks for it. */
import type { Run } from "./experiment-state";
import type { AnyValues } from "./knobs";
import type { Frame } from "./simulation";

/** Every simulation's results; its own are further members. */
export interface Results<F extends Frame = Frame, V = AnyValues> {
  readonly run: Run<F>;
  /** The run's own values. */
  readonly values: V;
  /** The run in a few numbers: what the command line prints and the download holds beside the frames. */
  readonly summary: unknown;
}

type Read = { readonly run: unknown; readonly values: unknown };
type Members<R extends Read> = {
  readonly [Name in Exclude<keyof R, "run" | "values">]: () => R[Name];
};

/** Results whose members are computed when they are first read, and then kept. A member may read the others. */
export function readRun<R extends Read>(run: R["run"], values: R["values"], members: Members<R>): R {
  const results = { run, values };
  for (const [name, compute] of Object.entries<() => unknown>(members)) {
    Object.defineProperty(results, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = compute();
        Object.defineProperty(results, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return results as R;
}
