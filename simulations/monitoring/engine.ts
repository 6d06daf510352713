/**
 * The alarm bench: every replica is a service with a recogniser of its own, two weeks from which rules learn what is usual, and six
 * weeks with events at hidden times. All rules and thresholds see the same hours.
 */
import { createMemory, type Memory } from "../core/memory";
import { createRandom } from "../core/random";
import { framesOnly } from "../core/steps";
import { metricNames } from "../core/worlds/service";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { alertHours, alertsOf, delayOf, judge } from "./engine-judge";
import { levelAlarms } from "./engine-levels";
import { emptyPruning, pruneInto } from "./engine-prune";
import { type Requested, requestedClips, servicesOf, type Watched } from "./engine-service";
import { firstMetric, furthestOf, thresholdAlarm } from "./engine-threshold";
import { deviationOf } from "./engine-usual";
import {
  type Alert,
  type MonitoringFrame,
  nothing,
  type Raced,
  raced,
  type SeenEvent,
  type Shown,
  scoreNames,
} from "./frames";
import type { MonitoringValues } from "./knobs";
import { hours, hoursADay, learningHours, metricSets, thresholds, watchedDays } from "./plan";

/** Services are remembered, so that a threshold, a window or a rule that moves costs no new hours. */
interface Remembered {
  readonly services: Memory<readonly Watched[]>;
  readonly requested: Memory<Requested>;
}

/** Of a range of replicas; a breath in between. */
function* remembering({ services, requested }: Remembered, values: MonitoringValues, replicas: ReplicaRange) {
  const { seed, fault } = values;
  const key = [seed, fault, replicas.from, replicas.to].join();
  const known = services.get(key);
  if (known) return known;
  const clips = requested.get(String(seed)) ?? requestedClips(seed);
  requested.set(String(seed), clips);
  yield undefined;
  const made = yield* servicesOf(values, clips, replicas);
  services.set(key, made);
  return made;
}

function* simulate(
  remembered: Remembered,
  values: MonitoringValues,
  replicas: ReplicaRange,
): Generator<MonitoringFrame | undefined> {
  yield undefined;
  const { seed, window, threshold, rule } = values;
  const fatigue = values.fatigue === "on";
  const names = metricSets[values.metrics];
  const count = replicas.to - replicas.from;
  const services = yield* remembering(remembered, values, replicas);
  const scores = new Float32Array(raced.length * scoreNames.length * count);
  const frontier = new Float32Array(thresholds.length * scoreNames.length * count);
  const pruning = emptyPruning(count);
  const seen: SeenEvent[] = [];
  let shown: { dayAt: (day: number) => Shown; alerts: Alert[] } | undefined;
  for (const [r, watched] of services.entries()) {
    const replica = replicas.from + r;
    const { events } = watched;
    const deviation = deviationOf(watched.usual, window);
    const furthest = furthestOf(deviation, names);
    const judged = (alarm: Uint8Array) =>
      judge(alarm, events, { window, fatigue, random: createRandom(seed, "monitoring", "reading", replica) });
    const write = (into: Float32Array, row: number, alarm: Uint8Array) =>
      judged(alarm).forEach((score, s) => {
        into[(row * scoreNames.length + s) * count + r] = Number.isNaN(score) ? nothing : score;
      });
    const levels = levelAlarms(watched.levels, window);
    const alarmOf = (one: Raced | MonitoringValues["rule"]): Uint8Array => {
      if (one === "own") return alarmOf(rule);
      if (one === "threshold") return thresholdAlarm(furthest, threshold);
      if (one === "always" || one === "never") return everyHour(one === "always");
      return one === "psi" || one === "ks" ? levels[one] : watched.alarms[one];
    };
    raced.forEach((one, row) => {
      write(scores, row, alarmOf(one));
    });
    thresholds.forEach((each, t) => {
      write(frontier, t, thresholdAlarm(furthest, each));
    });
    yield;
    pruneInto(pruning, [r, count], deviation, events, { threshold, window });
    const alarm = alarmOf(rule);
    for (const event of events) {
      const delay = delayOf(alarm, event);
      const metric = rule === "threshold" ? firstMetric(deviation, names, threshold, event) : undefined;
      const { name, from, to, size } = event;
      seen.push({ replica, name, from, to, size, ...(!Number.isNaN(delay) && { delay }), ...(metric && { metric }) });
    }
    if (replica === 0) shown = { dayAt: dayReader(watched, deviation, alarm), alerts: alertsOf(alarm, events, window) };
    yield;
  }
  for (let day = 1; day <= watchedDays; day++) {
    const last = day === watchedDays;
    yield {
      moment: day,
      replicas,
      ...(shown && { shown: shown.dayAt(day) }),
      ...(last && { judged: { scores, frontier, events: seen, pruning, ...(shown && { alerts: shown.alerts }) } }),
    };
  }
}

const everyHour = (on: boolean) => new Uint8Array(hours).fill(Number(on), learningHours);

/** Cuts the days of the dashboard out of the hours. */
function dayReader({ metrics, usual }: Watched, deviation: Float32Array, alarm: Uint8Array): (day: number) => Shown {
  const sent = alertHours(alarm);
  return (day) => {
    const from = learningHours + (day - 1) * hoursADay;
    const ofDay = (read: (m: number) => Float32Array) => {
      const out = new Float32Array(metricNames.length * hoursADay);
      for (let m = 0; m < metricNames.length; m++) out.set(read(m).subarray(from, from + hoursADay), m * hoursADay);
      return out;
    };
    const row = (all: Float32Array) => (m: number) => all.subarray(m * hours, (m + 1) * hours);
    return {
      metrics: ofDay((m) => metrics[metricNames[m]!]),
      usual: ofDay(row(usual.mean)),
      deviation: ofDay(row(deviation)),
      spread: usual.spread.slice(),
      alarm: alarm.slice(from, from + hoursADay),
      alerts: sent.flatMap((hour) => (hour >= from && hour < from + hoursADay ? [hour - from] : [])),
    };
  };
}

/** An engine of its own, with a memory of its own. */
export function createEngine() {
  const remembered: Remembered = { services: createMemory(16), requested: createMemory(4) };
  return {
    run: (values: MonitoringValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<MonitoringValues, MonitoringFrame>;
}

/** The frames of a run, without its breaths. */
export const run = (values: MonitoringValues, replicas: ReplicaRange): Generator<MonitoringFrame> =>
  framesOnly(createEngine().run(values, replicas));
