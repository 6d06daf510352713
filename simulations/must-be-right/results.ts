/** What is read from a run of the queries that must be right. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { MustBeRightFrame } from "./frames";
import type { MustBeRightValues } from "./knobs";
import { type MustBeRightSummary, type Ranked, rankedOf, summarize } from "./summary";

export interface MustBeRightResults extends Results<MustBeRightFrame, MustBeRightValues> {
  /** The knob's own weight, then the curve. */
  readonly ranked: readonly Ranked[];
  readonly summary: MustBeRightSummary;
}

export function resultsOf(run: Run<MustBeRightFrame>): MustBeRightResults {
  const values = run.values as MustBeRightValues;
  const results: MustBeRightResults = readRun<MustBeRightResults>(run, values, {
    ranked: () => rankedOf(run.frames, values),
    summary: () => summarize(results.ranked),
  });
  return results;
}
