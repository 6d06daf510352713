/** What is read from a run of the desk: the learner's own release minute by minute, every replica's end, and the summary. */
import { type Band, bandOf } from "../core/statistics/band";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import { decidedAt } from "./decisions";
import {
  type CandidateName,
  candidateNames,
  type PlannedStep,
  type ReleaseEvent,
  type ReleaseFrame,
  type ReleasePlan,
} from "./frames";
import { rangeOf } from "./harm";
import type { ReleaseValues } from "./knobs";
import { describePlan } from "./plan";
import { type MinuteResults, minuteOf } from "./results-minute";
import { endsOf, type ReleaseSummary, type ReplicaEnd, summarize } from "./summary";

/** A check of the analysis that is past. */
interface Check extends ReleaseEvent {
  /** The minute in whose frame it stands. */
  readonly minute: number;
}

export interface ReleaseResults extends Results<ReleaseFrame, ReleaseValues> {
  /** The learner's own release, replica 1, minute by minute. */
  readonly own: readonly MinuteResults[];
  /** Its minute that is shown; undefined before it has come. */
  readonly at: (moment: number) => MinuteResults | undefined;
  /** What happens if every analysis passes and nobody interferes. */
  readonly plan: ReleasePlan;
  /** The next planned step after the moment; none once somebody has interfered. */
  readonly nextStep: (moment: number) => PlannedStep | undefined;
  /** The checks of the own release, in order. */
  readonly checks: readonly Check[];
  /** Half as much again as blue misjudged in the hour before the release, in 1,000, to the nearest five. */
  readonly limit: number | undefined;
  /** Every replica at the end of what has come. */
  readonly ends: readonly ReplicaEnd[];
  /** The range that came true, replica by replica. */
  readonly came: readonly string[];
  /** What each kind of green misjudged; empty where all replicas drew the same, or while it is not told. */
  readonly kinds: readonly { readonly name: CandidateName; readonly replicas: number; readonly harmed: Band }[];
  readonly summary: ReleaseSummary;
}

function minutesOf(own: readonly ReleaseFrame[], values: ReleaseValues): MinuteResults[] {
  const minutes: MinuteResults[] = [];
  for (const frame of own) minutes.push(minuteOf(frame, values, minutes.at(-1)));
  return minutes;
}

function limitOf(frame: ReleaseFrame | undefined): number | undefined {
  if (!frame?.beforeAudited[0]) return undefined;
  return Math.max(5, 5 * Math.round((1.5 * 1000 * frame.beforeWrong[0]!) / frame.beforeAudited[0] / 5));
}

function kindsOf(ends: readonly ReplicaEnd[]): ReleaseResults["kinds"] {
  const drawn = candidateNames
    .map((name) => ({ name, harmed: ends.flatMap((end) => (end.green === name ? [end.harmed] : [])) }))
    .filter(({ harmed }) => harmed.length > 0);
  if (drawn.length < 2) return [];
  return drawn.map(({ name, harmed }) => ({ name, replicas: harmed.length, harmed: bandOf(harmed) }));
}

export function resultsOf(run: Run<ReleaseFrame>): ReleaseResults {
  const { frames } = run;
  const ownFrames = frames.filter(({ replicas }) => replicas.from === 0);
  const values = run.values as ReleaseValues;
  const results: ReleaseResults = readRun<ReleaseResults>(run, values, {
    own: () => minutesOf(ownFrames, values),
    at() {
      const minutes = new Map(results.own.map((minute) => [minute.minute, minute]));
      return (moment) => minutes.get(moment);
    },
    plan: () => describePlan(values),
    nextStep() {
      const decided = decidedAt(values);
      const named = results.plan.steps.filter(({ label }) => label !== "pause" && label !== "analysis");
      return (moment) => {
        if (decided !== undefined && moment >= decided) return undefined;
        return results.at(moment)?.rolledBack ? undefined : named.find(({ minute }) => minute > moment);
      };
    },
    checks: () =>
      ownFrames.flatMap(({ moment, events }) =>
        events
          .filter(({ replica, kind }) => replica === 0 && kind.startsWith("check"))
          .map((event) => ({ ...event, minute: moment })),
      ),
    limit: () => limitOf(ownFrames.find(({ moment }) => moment === 0)),
    ends: () => endsOf(frames),
    came: () => results.ends.map(({ harmed }) => rangeOf(harmed)),
    kinds: () => kindsOf(results.ends),
    summary: () => summarize(results.ends),
  });
  return results;
}
