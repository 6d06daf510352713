/**
 * The bench in a few figures: medians over replicas with the 10th and 90th percentile; replicas without a fault or without an
 * alert are left out where there is nothing to judge. A fault that nobody found counts with its whole length.
 */
import { bandOfKnown, type Named, namedBand } from "../core/statistics/band";
import { type EventName, faultNames } from "../core/worlds/service";
import { type Judged, type MonitoringFrame, type ScoreName, type SeenEvent, scoreNames } from "./frames";
import { hoursADay, thresholds } from "./plan";

type Known<Name extends string> = Named<Name, number | null>;

export type MonitoringSummary = Known<ScoreName> & {
  readonly byFault: readonly {
    readonly fault: EventName;
    /** How often it came. */
    readonly times: number;
    readonly foundShare: number;
    /** Mean of those that were found; null where none was. */
    readonly daysToDetect: number | null;
    /** The metric that raised the alarm first most often. */
    readonly firstMetric: string | null;
  }[];
  readonly frontier: readonly ({ readonly threshold: number } & Known<
    "falseAlarmsPerWeek" | "daysToDetect" | "helpDelay"
  >)[];
};

export interface Scores {
  /** [score][replica] */
  readonly rule: readonly (readonly number[])[];
  /** [threshold][score][replica] */
  readonly frontier: readonly (readonly (readonly number[])[])[];
  readonly events: readonly SeenEvent[];
}

export function scoresOf(frames: readonly MonitoringFrame[]): Scores {
  const parts = frames.flatMap(({ judged, replicas }) =>
    judged ? [{ judged, size: replicas.to - replicas.from }] : [],
  );
  const all = (read: (judged: Judged) => Float32Array, row: number) =>
    parts.flatMap(({ judged, size }) => Array.from(read(judged).subarray(row * size, (row + 1) * size)));
  return {
    rule: scoreNames.map((_, s) => all(({ scores }) => scores, s)),
    frontier: thresholds.map((_, t) =>
      scoreNames.map((__, s) => all(({ frontier }) => frontier, t * scoreNames.length + s)),
    ),
    events: parts.flatMap(({ judged }) => judged.events),
  };
}

const known = <Name extends string>(name: Name, values: readonly number[]): Known<Name> => {
  const { low, middle, high } = bandOfKnown(values);
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  return namedBand(name, { low: orNull(low), middle: orNull(middle), high: orNull(high) });
};

/** What comes most often; the first of equals. */
function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export function summarize({ rule, frontier, events }: Scores): MonitoringSummary {
  const index = (name: ScoreName) => scoreNames.indexOf(name);
  const faults = [...faultNames, "holiday"] as const;
  return {
    ...(Object.assign({}, ...scoreNames.map((name, s) => known(name, rule[s]!))) as Known<ScoreName>),
    byFault: faults.flatMap((fault) => {
      const came = events.filter(({ name }) => name === fault);
      if (came.length === 0) return [];
      const found = came.filter(({ delay }) => !Number.isNaN(delay));
      return [
        {
          fault,
          times: came.length,
          foundShare: found.length / came.length,
          daysToDetect:
            found.length === 0 ? null : found.reduce((sum, { delay }) => sum + delay, 0) / found.length / hoursADay,
          firstMetric: commonest(found.flatMap(({ metric }) => (metric ? [metric] : []))),
        },
      ];
    }),
    frontier: thresholds.map((threshold, t) => ({
      threshold,
      ...(Object.assign(
        {},
        ...(["falseAlarmsPerWeek", "daysToDetect", "helpDelay"] as const).map((name) =>
          known(name, frontier[t]![index(name)]!),
        ),
      ) as Known<"falseAlarmsPerWeek" | "daysToDetect" | "helpDelay">),
    })),
  };
}
