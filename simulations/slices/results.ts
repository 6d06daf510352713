/** What is read from a run of the slice explorer. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { SlicesFrame } from "./frames";
import type { SlicesValues } from "./knobs";
import { type Rates, ratesOf, type SlicesSummary, summarize } from "./summary";

export interface SlicesResults extends Results<SlicesFrame, SlicesValues> {
  readonly rates: Rates;
  readonly summary: SlicesSummary;
}

export function resultsOf(run: Run<SlicesFrame>): SlicesResults {
  const results: SlicesResults = readRun<SlicesResults>(run, run.values as SlicesValues, {
    rates: () => ratesOf(run.frames),
    summary: () => summarize(results.rates),
  });
  return results;
}
