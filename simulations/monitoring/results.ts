/** What is read from a run of the bench. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { MonitoringFrame } from "./frames";
import type { MonitoringValues } from "./knobs";
import { type MonitoringSummary, type Scores, scoresOf, summarize } from "./summary";

export interface MonitoringResults extends Results<MonitoringFrame, MonitoringValues> {
  readonly scores: Scores;
  readonly summary: MonitoringSummary;
}

export function resultsOf(run: Run<MonitoringFrame>): MonitoringResults {
  const results: MonitoringResults = readRun<MonitoringResults>(run, run.values as MonitoringValues, {
    scores: () => scoresOf(run.frames),
    summary: () => summarize(results.scores),
  });
  return results;
}
