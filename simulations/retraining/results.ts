/** What is read from a run of the race: errors by month, who was cheapest, what each model had learnt from. */
import type { Run } from "../runtime/experiment-state";
import { type Columns, columns } from "../runtime/frames";
import { type Results, readRun } from "../runtime/results";
import { type Contest, contestOf } from "./contest";
import { contestantsOf, type RetrainingFrame } from "./frames";
import type { RetrainingValues } from "./knobs";
import { type RetrainingSummary, summarize } from "./summary";

export interface RetrainingResults extends Results<RetrainingFrame, RetrainingValues> {
  /** Of each strategy, in the order of `contestantsOf`. */
  readonly errors: readonly Columns[];
  /** Who was cheapest since the change; undefined before the first replica is complete. */
  readonly contest: Contest | undefined;
  /** The error that no model can avoid, where it is known. */
  readonly noiseFloor: number | undefined;
  /** One frame of each month: what the models were trained on is the same in all replicas. */
  readonly byMonth: ReadonlyMap<number, RetrainingFrame>;
  readonly summary: RetrainingSummary;
}

export function resultsOf(run: Run<RetrainingFrame>): RetrainingResults {
  const { frames } = run;
  const values = run.values as RetrainingValues;
  return readRun<RetrainingResults>(run, values, {
    errors: () =>
      contestantsOf(values).map((_, s) =>
        columns(frames, ({ errors, replicas: { from, to } }) =>
          errors.subarray(s * (to - from), (s + 1) * (to - from)),
        ),
      ),
    contest: () => contestOf(frames, values),
    noiseFloor: () => frames[0]?.noiseFloor,
    // The first frame of a month is the one that counts.
    byMonth: () => new Map([...frames].reverse().map((frame) => [frame.moment, frame])),
    summary: () => summarize(frames, values),
  });
}
