/** What is read from a run of the bench. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import { type Contest, contestOf } from "./contest";
import { type Alert, type MonitoringFrame, type SeenEvent, type Shown, scoreNames } from "./frames";
import type { MonitoringValues } from "./knobs";
import { kindOf } from "./metric-names";
import { type MonitoringSummary, type Scores, scoresOf, summarize } from "./summary";

export interface MonitoringResults extends Results<MonitoringFrame, MonitoringValues> {
  /** Of the replica shown, the first one: its days, from day 1 on. */
  readonly days: readonly Shown[];
  readonly ownEvents: readonly SeenEvent[];
  readonly ownAlerts: readonly Alert[];
  /** The same of the reader's code; undefined where there is none. */
  readonly codeAlerts: readonly Alert[] | undefined;
  readonly scores: Scores;
  /** The reader's code beside the other rules; undefined where there is no code, or no fault. */
  readonly contest: Contest | undefined;
  /** The answer to the question that came true in each replica. */
  readonly came: readonly string[];
  readonly summary: MonitoringSummary;
}

/** Which question is asked: which kind of metric is first, or whether the alerts are true. */
export const asksFirst = ({ fault, rule }: MonitoringValues): boolean =>
  rule === "threshold" && fault !== "hidden" && fault !== "none";

/** The kind of metric that raised the first alarm in most of a replica's events; of equals, that of the earliest event. */
function firstKind(events: readonly SeenEvent[]): string {
  const found = events.map(({ metric }) => (metric ? kindOf(metric) : "none"));
  const count = (one: string) => found.filter((other) => other === one).length;
  return found.reduce((best, one) => (count(one) > count(best) ? one : best), found[0] ?? "none");
}

const alertsAre = (precision: number): string => {
  if (Number.isNaN(precision)) return "silent";
  return precision > 0.5 ? "true" : "false";
};

export function resultsOf(run: Run<MonitoringFrame>): MonitoringResults {
  /** What was judged of the replica shown. */
  const shown = () => run.frames.find(({ judged }) => judged?.alerts)?.judged;
  const results: MonitoringResults = readRun<MonitoringResults>(run, run.values as MonitoringValues, {
    days: () => run.frames.flatMap(({ shown }) => (shown ? [shown] : [])),
    ownEvents: () => results.scores.events.filter(({ replica }) => replica === 0),
    ownAlerts: () => shown()?.alerts ?? [],
    codeAlerts: () => shown()?.codeAlerts,
    scores: () => scoresOf(run.frames),
    contest: () => contestOf(results.scores),
    came() {
      const { raced, rules, events } = results.scores;
      const precision = rules[raced.indexOf("own")]?.[scoreNames.indexOf("precision")] ?? [];
      if (!asksFirst(results.values)) return precision.map(alertsAre);
      return precision.map((_, r) => firstKind(events.filter(({ replica }) => replica === r)));
    },
    summary: () => summarize(results.scores),
  });
  return results;
}
