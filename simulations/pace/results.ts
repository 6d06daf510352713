/** What is read from a run of the calendar: cost by interval, by policy and by month. */
import type { Run } from "../runtime/experiment-state";
import { type Columns, columns } from "../runtime/frames";
import { type Results, readRun } from "../runtime/results";
import { type PaceFrame, policyNames } from "./frames";
import type { PaceValues } from "./knobs";
import { type IntervalCost, intervalCosts, type PaceSummary, summarize, type Totals, totalsOf } from "./summary";

export interface PaceResults extends Results<PaceFrame, PaceValues> {
  readonly totals: Totals;
  readonly intervals: readonly IntervalCost[];
  /** Of each policy, in the order of `policyNames`: cost of stale forecasts by month. */
  readonly staleness: readonly Columns[];
  readonly summary: PaceSummary;
}

export function resultsOf(run: Run<PaceFrame>): PaceResults {
  const values = run.values as PaceValues;
  const results: PaceResults = readRun<PaceResults>(run, values, {
    totals: () => totalsOf(run.frames, values),
    intervals: () => intervalCosts(results.totals, values),
    staleness: () =>
      policyNames.map((_, p) =>
        columns(run.frames, ({ staleness, replicas: { from, to } }) =>
          staleness.subarray(p * (to - from), (p + 1) * (to - from)),
        ),
      ),
    summary: () => summarize(results.totals, values),
  });
  return results;
}
