/** What is read from a run of the slice explorer. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import { foundIn, type Scanned } from "./finder";
import type { SlicesFrame } from "./frames";
import type { SlicesValues } from "./knobs";
import { lotsOf, type Rates, ratesOf, type Slice, slicesOf } from "./rates";
import { type SlicesSummary, summarize } from "./summary";

export interface SlicesResults extends Results<SlicesFrame, SlicesValues> {
  readonly rates: Rates;
  /** The same applications, decided with one threshold for both groups. */
  readonly one: Rates;
  /** [replica][slice] */
  readonly slices: readonly (readonly Slice[])[];
  /** Median share of the decisions drawn by lot: Larch, Maple. */
  readonly lots: readonly number[];
  /** The finder's worst slice of each replica. */
  readonly found: readonly Scanned[];
  readonly summary: SlicesSummary;
}

export function resultsOf(run: Run<SlicesFrame>): SlicesResults {
  const { policy } = run.values as SlicesValues;
  const results: SlicesResults = readRun<SlicesResults>(run, run.values as SlicesValues, {
    rates: () => ratesOf(run.frames, policy),
    one: () => ratesOf(run.frames, "one"),
    slices: () => slicesOf(run.frames, policy),
    lots: () => lotsOf(run.frames, policy),
    found: () => foundIn(results),
    summary: () => summarize(results.rates, results.slices),
  });
  return results;
}
