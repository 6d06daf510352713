/** What is read from a run. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { ReleaseFrame } from "./frames";
import type { ReleaseValues } from "./knobs";
import { type ReleaseSummary, summarize } from "./summary";

export interface ReleaseResults extends Results<ReleaseFrame, ReleaseValues> {
  readonly summary: ReleaseSummary;
}

export function resultsOf(run: Run<ReleaseFrame>): ReleaseResults {
  const values = run.values as ReleaseValues;
  return readRun<ReleaseResults>(run, values, { summary: () => summarize(run.frames) });
}
