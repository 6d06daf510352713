/**
 * The bench in a few figures: medians over replicas with the 10th and 90th percentile; replicas without a fault or without an
 * alert are left out where there is nothing to judge. A fault that nobody found counts with its whole length.
 */
import { bandOfKnown, type Named, namedBand } from "../core/statistics/band";
import { type EventName, faultNames, type MetricName, metricNames } from "../core/worlds/service";
import {
  type Judged,
  known,
  type MonitoringFrame,
  type Pruning,
  type Raced,
  type ScoreName,
  type SeenEvent,
  scoreNames,
} from "./frames";
import { hoursADay, thresholds } from "./plan";

type Known<Name extends string> = Named<Name, number | null>;

interface Found {
  readonly foundShare: number;
  /** Mean of those that were found; null where none was. */
  readonly daysToDetect: number | null;
}

export type MonitoringSummary = Known<ScoreName> & {
  readonly byFault: readonly (Found & {
    readonly fault: EventName;
    /** How often it came. */
    readonly times: number;
    /** The metric that raised the alarm first most often. */
    readonly firstMetric: MetricName | null;
    /** The same of the reader's code, where there is one. */
    readonly byCode?: Found;
  })[];
  readonly frontier: readonly ({ readonly threshold: number } & Known<
    "falseAlarmsPerWeek" | "daysToDetect" | "helpDelay"
  >)[];
  /** The other rules on the same draws, and the two ends: `own` is the rule that is set, `yours` the reader's code. */
  readonly rules: readonly ({ readonly rule: Raced } & Known<"recall" | "falseAlarmsPerWeek" | "daysToDetect">)[];
  /** The reader's code, where there is one. */
  readonly yours?: Known<ScoreName>;
  readonly pruning: readonly PrunedMetric[];
};

/** What the threshold would do without a metric, and with it alone, over all faults of all replicas. */
export interface PrunedMetric {
  readonly metric: MetricName;
  /** Of all faults, the share that this metric finds alone. */
  readonly foundAlone: number | null;
  /** Of all faults, the share found later or not at all without it. */
  readonly firstAlone: number | null;
  /** Of all faults, the share that only this metric finds. */
  readonly lostWithout: number | null;
  readonly daysWithout: number | null;
  readonly falseWithout: number;
}

export interface Scores {
  /** Those that race, in the order of `rules`. */
  readonly raced: readonly Raced[];
  /** [rule][score][replica] */
  readonly rules: readonly (readonly (readonly number[])[])[];
  /** [threshold][score][replica] */
  readonly frontier: readonly (readonly (readonly number[])[])[];
  readonly events: readonly SeenEvent[];
  readonly pruning: readonly PrunedMetric[];
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const meanOf = (values: readonly number[]): number | null => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : sum(known) / known.length;
};

export function scoresOf(frames: readonly MonitoringFrame[]): Scores {
  const parts = frames.flatMap(({ judged, replicas }) =>
    judged ? [{ judged, size: replicas.to - replicas.from }] : [],
  );
  const all = (read: (judged: Judged) => Float32Array, row: number) =>
    parts.flatMap(({ judged, size }) => Array.from(read(judged).subarray(row * size, (row + 1) * size), known));
  const table = (read: (judged: Judged) => Float32Array, rows: number) =>
    Array.from({ length: rows }, (_, row) => scoreNames.map((__, s) => all(read, row * scoreNames.length + s)));
  const pruned = (read: (pruning: Pruning) => Float32Array, m = 0) => all(({ pruning }) => read(pruning), m);
  const faults = sum(pruned(({ faults: of }) => of));
  const found = sum(pruned(({ found: of }) => of));
  const share = (counted: number) => (faults === 0 ? null : counted / faults);
  const raced = parts[0]?.judged.raced ?? [];
  return {
    raced,
    rules: table(({ scores }) => scores, raced.length),
    frontier: parts.length === 0 ? [] : table(({ frontier }) => frontier, thresholds.length),
    events: parts.flatMap(({ judged }) => judged.events),
    pruning: metricNames.map((metric, m) => ({
      metric,
      foundAlone: share(sum(pruned(({ foundAlone }) => foundAlone, m))),
      firstAlone: share(sum(pruned(({ firstAlone }) => firstAlone, m))),
      lostWithout: share(found - sum(pruned(({ foundWithout }) => foundWithout, m))),
      daysWithout: meanOf(pruned(({ daysWithout }) => daysWithout, m)),
      falseWithout: meanOf(pruned(({ falseWithout }) => falseWithout, m)) ?? 0,
    })),
  };
}

const knownBand = <Name extends string>(name: Name, values: readonly number[]): Known<Name> => {
  const { low, middle, high } = bandOfKnown(values);
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  return namedBand(name, { low: orNull(low), middle: orNull(middle), high: orNull(high) });
};

/** What comes most often; the first of equals. */
function commonest<T extends string>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Bands of some of the scores, under their names. */
const bands = <Name extends ScoreName>(names: readonly Name[], scores: readonly (readonly number[])[]) =>
  Object.assign({}, ...names.map((name) => knownBand(name, scores[scoreNames.indexOf(name)]!))) as Known<Name>;

function foundOf(delays: readonly (number | undefined)[]): Found {
  const known = delays.flatMap((delay) => (delay === undefined ? [] : [delay]));
  return {
    foundShare: known.length / delays.length,
    daysToDetect: known.length === 0 ? null : sum(known) / known.length / hoursADay,
  };
}

export function summarize({ raced, rules, frontier, events, pruning }: Scores): MonitoringSummary {
  const faults = [...faultNames, "holiday"] as const;
  const yours = rules[raced.indexOf("yours")];
  return {
    ...bands(scoreNames, rules[raced.indexOf("own")]!),
    byFault: faults.flatMap((fault) => {
      const came = events.filter(({ name }) => name === fault);
      if (came.length === 0) return [];
      return [
        {
          fault,
          times: came.length,
          ...foundOf(came.map(({ delay }) => delay)),
          firstMetric: commonest(came.flatMap(({ metric }) => (metric ? [metric] : []))),
          ...(yours && { byCode: foundOf(came.map(({ codeDelay }) => codeDelay)) }),
        },
      ];
    }),
    frontier: thresholds.map((threshold, t) => ({
      threshold,
      ...bands(["falseAlarmsPerWeek", "daysToDetect", "helpDelay"], frontier[t]!),
    })),
    rules: raced.map((rule, i) => ({
      rule,
      ...bands(["recall", "falseAlarmsPerWeek", "daysToDetect"], rules[i]!),
    })),
    ...(yours && { yours: bands(scoreNames, yours) }),
    pruning,
  };
}
