/** What is read from a run of the project: the release, the year after it, and which response brought most back. */
import { type Lead, leadOf, type Tally, tally } from "../core/statistics/lead";
import type { Run } from "../runtime/experiment-state";
import type { Columns } from "../runtime/frames";
import { type Results, readRun } from "../runtime/results";
import { type LifecycleFrame, type Misheard, responseNames } from "./frames";
import type { LifecycleValues } from "./knobs";
import { accuracyOf, type LifecycleSummary, summarize, type Teams, teamsOf } from "./summary";

export interface LifecycleResults extends Results<LifecycleFrame, LifecycleValues> {
  readonly teams: Teams;
  /** Of each response, in the order of `responseNames`. */
  readonly accuracy: readonly Columns[];
  /** Under which response most words were understood; undefined before the first team is done. */
  readonly contest: (Tally & Lead) | undefined;
  /** A few clips of each place that the first team's model understood wrongly. */
  readonly misheard: readonly Misheard[];
  readonly summary: LifecycleSummary;
}

export function resultsOf(run: Run<LifecycleFrame>): LifecycleResults {
  const { frames } = run;
  const values = run.values as LifecycleValues;
  const results: LifecycleResults = readRun<LifecycleResults>(run, values, {
    teams: () => teamsOf(frames, values),
    accuracy: () => responseNames.map((_, s) => accuracyOf(frames, s)),
    contest() {
      const { after } = results.teams;
      if (!after[0]?.length) return undefined;
      const counted = tally(after.map((shares) => shares.map((share) => 1 - share)));
      return { ...counted, ...leadOf(counted) };
    },
    misheard: () => frames.find(({ release }) => release?.misheard)?.release?.misheard ?? [],
    summary: () => summarize(results.teams),
  });
  return results;
}
