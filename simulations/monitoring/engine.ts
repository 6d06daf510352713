/**
 * The alarm bench: every replica is a service with a recogniser of its own, two weeks from which rules learn what is usual, and six
 * weeks with events at hidden times. All rules and thresholds see the same hours.
 */
import { createRandom } from "../core/random";
import { framesOnly } from "../core/steps";
import { metricNames } from "../core/worlds/service";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { alertsOf, delayOf, firstMetric, judge } from "./engine-judge";
import { alarmOf, thresholdAlarm } from "./engine-rules";
import { servicesOf } from "./engine-service";
import { deviationOf, usualOf } from "./engine-usual";
import { type Alert, type MonitoringFrame, type SeenEvent, type Shown, scoreNames } from "./frames";
import type { MonitoringValues } from "./knobs";
import { hours, hoursADay, metricSets, thresholds } from "./plan";

const days = hours / hoursADay;

function* simulate(values: MonitoringValues, replicas: ReplicaRange): Generator<MonitoringFrame | undefined> {
  const { seed, window, threshold, rule } = values;
  const fatigue = values.fatigue === "on";
  const names = metricSets[values.metrics];
  const count = replicas.to - replicas.from;
  const services = yield* servicesOf(values, replicas);
  const scores = new Float32Array(scoreNames.length * count);
  const frontier = new Float32Array(thresholds.length * scoreNames.length * count);
  const seen: SeenEvent[] = [];
  let shown: { series: Omit<Shown, "alarm">; alarm: Uint8Array; alerts: Alert[] } | undefined;
  for (const [r, { service, events }] of services.entries()) {
    const replica = replicas.from + r;
    const usual = usualOf(service);
    const deviation = deviationOf(usual, window);
    const reading = () => createRandom(seed, "monitoring", "reading", replica);
    const random = createRandom(seed, "monitoring", "rule", replica);
    const alarm = alarmOf(rule, { service, deviation, names, threshold, window, random });
    judge(alarm, events, { window, fatigue, random: reading() }).forEach((score, s) => {
      scores[s * count + r] = score;
    });
    thresholds.forEach((each, t) => {
      const raised = thresholdAlarm(deviation, names, each);
      judge(raised, events, { window, fatigue, random: reading() }).forEach((score, s) => {
        frontier[(t * scoreNames.length + s) * count + r] = score;
      });
    });
    for (const event of events) {
      const metric = rule === "threshold" ? firstMetric(deviation, names, threshold, event) : undefined;
      seen.push({ replica, ...event, delay: delayOf(alarm, event), ...(metric && { metric }) });
    }
    if (replica === 0) {
      const metrics = new Float32Array(metricNames.length * hours);
      metricNames.forEach((name, m) => {
        metrics.set(service.metrics[name], m * hours);
      });
      shown = { series: { metrics, usual: usual.mean, deviation }, alarm, alerts: alertsOf(alarm, events, window) };
    }
    yield;
  }
  const ofDay = (series: Float32Array, day: number) => {
    const out = new Float32Array(metricNames.length * hoursADay);
    for (let m = 0; m < metricNames.length; m++)
      out.set(series.subarray(m * hours + day * hoursADay, m * hours + (day + 1) * hoursADay), m * hoursADay);
    return out;
  };
  for (let day = 0; day < days; day++) {
    const last = day === days - 1;
    if (!shown && !last) continue;
    yield {
      moment: day,
      replicas,
      ...(shown && {
        shown: {
          metrics: ofDay(shown.series.metrics, day),
          usual: ofDay(shown.series.usual, day),
          deviation: ofDay(shown.series.deviation, day),
          alarm: shown.alarm.slice(day * hoursADay, (day + 1) * hoursADay),
        },
      }),
      ...(last && { judged: { scores, frontier, events: seen, ...(shown && { alerts: shown.alerts }) } }),
    };
  }
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<MonitoringValues, MonitoringFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: MonitoringValues, replicas: ReplicaRange): Generator<MonitoringFrame> =>
  framesOnly(simulate(values, replicas));
