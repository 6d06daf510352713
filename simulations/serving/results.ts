/** What is read from a run. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";
import { type ServingSummary, summarize } from "./summary";

export interface ServingResults extends Results<ServingFrame, ServingValues> {
  readonly summary: ServingSummary;
}

export function resultsOf(run: Run<ServingFrame>): ServingResults {
  const values = run.values as ServingValues;
  return readRun<ServingResults>(run, values, { summary: () => summarize(run.frames, values) });
}
