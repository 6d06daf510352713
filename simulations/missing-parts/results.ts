/** What is read from a run of the missing parts. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { MissingPartsFrame } from "./frames";
import type { MissingPartsValues } from "./knobs";
import { type MissingPartsSummary, summarize, type Years, yearsOf } from "./summary";

export interface MissingPartsResults extends Results<MissingPartsFrame, MissingPartsValues> {
  readonly years: Years;
  readonly summary: MissingPartsSummary;
}

export function resultsOf(run: Run<MissingPartsFrame>): MissingPartsResults {
  const results: MissingPartsResults = readRun<MissingPartsResults>(run, run.values as MissingPartsValues, {
    years: () => yearsOf(run.frames),
    summary: () => summarize(results.years),
  });
  return results;
}
