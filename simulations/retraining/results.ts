/** What is read from a run. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { RetrainingFrame } from "./frames";
import type { RetrainingValues } from "./knobs";
import { type RetrainingSummary, summarize } from "./summary";

export interface RetrainingResults extends Results<RetrainingFrame, RetrainingValues> {
  readonly summary: RetrainingSummary;
}

export function resultsOf(run: Run<RetrainingFrame>): RetrainingResults {
  const values = run.values as RetrainingValues;
  return readRun<RetrainingResults>(run, values, { summary: () => summarize(run.frames, values) });
}
