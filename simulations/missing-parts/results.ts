/** What is read from a run of the missing parts. */
import { leadOf, tally } from "../core/statistics/lead";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { Standing } from "../ui/results/lead-words";
import type { FaultSeen, MissingPartsFrame } from "./frames";
import type { MissingPartsValues } from "./knobs";
import { type MissingPartsSummary, summarize, type Years, yearsOf } from "./summary";

export interface MissingPartsResults extends Results<MissingPartsFrame, MissingPartsValues> {
  readonly years: Years;
  /** Which part prevents most bad answers, replica by replica; options in the order of the parts. */
  readonly standing: Standing;
  /** The one year that is drawn: the first replica's faults in order. */
  readonly shown: readonly FaultSeen[];
  readonly summary: MissingPartsSummary;
}

export function resultsOf(run: Run<MissingPartsFrame>): MissingPartsResults {
  const values = run.values as MissingPartsValues;
  const results: MissingPartsResults = readRun<MissingPartsResults>(run, values, {
    years: () => yearsOf(run.frames, values),
    standing() {
      const most = Math.max(...results.years.worth.flat());
      const counted = tally(results.years.worth.map((worth) => worth.map((prevented) => most - prevented)));
      return { ...counted, ...leadOf(counted) };
    },
    shown: () => results.years.faults.filter(({ replica }) => replica === (run.frames[0]?.replicas.from ?? 0)),
    summary: () => summarize(results.years, values),
  });
  return results;
}
