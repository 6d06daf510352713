/** What is read from a run. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { DriftFrame } from "./frames";
import type { DriftValues } from "./knobs";
import { type DriftSummary, summarize } from "./summary";

export interface DriftResults extends Results<DriftFrame, DriftValues> {
  readonly summary: DriftSummary;
}

export function resultsOf(run: Run<DriftFrame>): DriftResults {
  const values = run.values as DriftValues;
  return readRun<DriftResults>(run, values, { summary: () => summarize(run.frames, values) });
}
