/** What is read from a run of the calendar: cost by interval, by policy, by age and by month. */
import { type Band, bandOf } from "../core/statistics/band";
import { leadOf, tally } from "../core/statistics/lead";
import type { Run } from "../runtime/experiment-state";
import { columns } from "../runtime/frames";
import { type Results, readRun } from "../runtime/results";
import type { Standing } from "../ui/results/lead-words";
import { type PaceFrame, type PolicyName, policyNames } from "./frames";
import type { PaceValues } from "./knobs";
import { longestInterval, months } from "./plan";
import { rivals } from "./policies";
import {
  type BestInterval,
  bestByCost,
  type IntervalCost,
  intervalCosts,
  type PaceSummary,
  powerOf,
  summarize,
  type Totals,
  totalsOf,
} from "./summary";

/** What one policy did in replica 1: the errors by month, and the months before which it made a new model. */
export interface Told {
  readonly errors: readonly number[];
  readonly retrains: readonly number[];
}

export interface PaceResults extends Results<PaceFrame, PaceValues> {
  readonly totals: Totals;
  readonly intervals: readonly IntervalCost[];
  readonly best: readonly BestInterval[];
  readonly power: ReturnType<typeof powerOf>;
  /** Cost of a month by the age of the model, thousand €. */
  readonly ages: readonly Band[];
  /** [made][used] of replica 1, thousand €; a model has no cost before it is made. */
  readonly matrix: readonly (readonly number[])[];
  readonly told: Readonly<Record<PolicyName, Told>>;
  /** Which of the policies that the question compares was cheapest, replica by replica. */
  readonly standing: Standing;
  readonly summary: PaceSummary;
}

/** Of the first replica of a range: replica 1 is the first of the first. */
const firstOf = (frames: readonly PaceFrame[]) => frames.filter(({ replicas }) => replicas.from === 0);

function toldOf(frames: readonly PaceFrame[], policy: number): Told {
  const own = firstOf(frames).toSorted((a, b) => a.moment - b.moment);
  const at = ({ replicas: { from, to } }: PaceFrame) => policy * (to - from);
  return {
    errors: own.map((frame) => frame.error[at(frame)]!),
    retrains: own.filter((frame) => frame.retrained[at(frame)] === 1).map(({ moment }) => moment),
  };
}

function agesOf(frames: readonly PaceFrame[]): Band[] {
  const first = frames.filter(({ byAge }) => byAge);
  return Array.from({ length: longestInterval }, (_, age) => {
    const [found] = columns(first, ({ byAge, replicas: { from, to } }) =>
      byAge!.subarray(age * (to - from), (age + 1) * (to - from)),
    );
    return bandOf(found![1]);
  });
}

function matrixOf(frames: readonly PaceFrame[]): number[][] {
  const matrix = frames.find((frame) => frame.matrix)?.matrix;
  if (!matrix) return [];
  return Array.from({ length: months }, (_, made) =>
    Array.from(matrix.subarray(made * months, (made + 1) * months), (cost, used) => (used < made ? Number.NaN : cost)),
  );
}

export function resultsOf(run: Run<PaceFrame>): PaceResults {
  const values = run.values as PaceValues;
  const results: PaceResults = readRun<PaceResults>(run, values, {
    totals: () => totalsOf(run.frames, values),
    intervals: () => intervalCosts(results.totals, values),
    best: () => bestByCost(results.totals, values),
    power: () => powerOf(results.best),
    ages: () => agesOf(run.frames),
    matrix: () => matrixOf(run.frames),
    told: () =>
      Object.fromEntries(policyNames.map((name, p) => [name, toldOf(run.frames, p)])) as Record<PolicyName, Told>,
    standing() {
      const counted = tally(rivals(values).map((name) => results.totals.policies[name]));
      return { ...counted, ...leadOf(counted) };
    },
    summary: () => summarize(results.totals, values),
  });
  return results;
}
