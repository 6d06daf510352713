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
type Members<T> = { readonly [Name in keyof T]: () => T[Name] };

/** What is there from the start, and members that are computed when they are first read, and then kept. */
function withMembers<T extends object>(there: object, members: Members<T>): T {
  for (const [name, compute] of Object.entries<() => unknown>(members)) {
    Object.defineProperty(there, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = compute();
        Object.defineProperty(there, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return there as T;
}

/** Results whose members are computed when they are first read, and then kept. A member may read the others. */
export const readRun = <R extends Read>(
  run: R["run"],
  values: R["values"],
  members: Members<Omit<R, "run" | "values">>,
): R => withMembers<Omit<R, "run" | "values">>({ run, values }, members) as R;

/** A part of results, such as one moment's: its members too are computed when they are first read, and then kept. */
export const lazily = <T extends object>(members: Members<T>): T => withMembers<T>({}, members);

/** A function whose answers are kept: the results of a moment are computed once, however often they are asked for. */
export function kept<K, V>(compute: (of: K) => V): (of: K) => V {
  const known = new Map<K, V>();
  return (of) => {
    if (!known.has(of)) known.set(of, compute(of));
    return known.get(of)!;
  };
}
