/**
 * What a notebook cell and the thing inside it know of each other. The notebook (app/) provides it; experiments, code
 * cells and questions use it. Without a notebook around (an embedded experiment) the default does nothing.
 */
import { createContext, useContext } from "react";
import type { Status } from "../../runtime/experiment-state";

/** What the notebook's run all, restart and clear call. */
export interface CellHandle {
  run(): void;
  pause(): void;
  clear(): void;
  restart(): void;
}

export interface CellContextValue {
  /** Stable name of the cell inside the lesson; "" outside a notebook. */
  readonly id: string;
  readonly number?: number;
  /** What contents and gutter call it: of an experiment, its simulation's title. */
  readonly title: string;
  /** Makes the cell one that runs: the gutter shows run button, count and status. Returns the way to leave. */
  register(handle: CellHandle): () => void;
  report(status: Status, runCount: number): void;
  /** What this cell keeps on the device (guess, answer, edits); undefined when nothing or nothing valid was kept. */
  readonly saved: unknown;
  save(value: unknown): void;
  /** Marks the cell as worked through. */
  complete(): void;
}

export const CellContext = createContext<CellContextValue>({
  id: "",
  title: "Experiment",
  register: () => () => {},
  report: () => {},
  saved: undefined,
  save: () => {},
  complete: () => {},
});

export const useCell = (): CellContextValue => useContext(CellContext);
