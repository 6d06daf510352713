/** How good a rule's alarms were: precision, recall, time to detect, time to reset (SRE Workbook 2018, chapter 5). */
import type { Random } from "../core/random";
import { type MetricName, metricNames, type ServiceEvent } from "../core/worlds/service";
import { type Alert, type ScoreName, scoreNames } from "./frames";
import { alertGap, hours, hoursADay, learningHours, watchedWeeks } from "./plan";

/** Hours after which an unread alert is raised again. */
const againAfter = 12;

const isFault = ({ name }: ServiceEvent) => name !== "holiday";

/** Alarms close to each other are one alert. @param window hours that a fault stays in a rule's window after its end */
export function alertsOf(alarm: Uint8Array, events: readonly ServiceEvent[], window: number): Alert[] {
  const spans: { from: number; to: number }[] = [];
  for (let hour = learningHours; hour < hours; hour++) {
    if (!alarm[hour]) continue;
    const last = spans.at(-1);
    if (last && hour - last.to <= alertGap) last.to = hour;
    else spans.push({ from: hour, to: hour });
  }
  const faults = events.filter(isFault);
  return spans.map(({ from, to }) => ({
    from,
    to,
    isTrue: faults.some((fault) => to >= fault.from && from < fault.to + window),
  }));
}

/** Hours from the beginning of an event to the first alarm while it lasts; NaN where there is none. */
export function delayOf(alarm: Uint8Array, { from, to }: ServiceEvent): number {
  for (let hour = from; hour < Math.min(to, hours); hour++) if (alarm[hour]) return hour - from;
  return Number.NaN;
}

/** Hours from the end of a fault until the alarm has been off for a while. */
function resetAfter(alarm: Uint8Array, { to }: ServiceEvent): number {
  let quiet = 0;
  for (let hour = Math.min(to, hours); hour < hours; hour++) {
    quiet = alarm[hour] ? 0 : quiet + 1;
    if (quiet > alertGap) return Math.max(0, hour - alertGap - to);
  }
  return Math.max(0, hours - to);
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Hours until somebody reads an alert, when each is read with probability `read`; the fault's whole length when nobody does. */
function helpAfter(alarm: Uint8Array, fault: ServiceEvent, read: number, random: Random): number {
  let raised = Number.NEGATIVE_INFINITY;
  for (let hour = fault.from; hour < Math.min(fault.to, hours); hour++) {
    if (!alarm[hour] || hour - raised < againAfter) continue;
    raised = hour;
    if (random.uniform() < read) return hour - fault.from;
  }
  return fault.to - fault.from;
}

/** @returns one number for each of `scoreNames` */
export function judge(
  alarm: Uint8Array,
  events: readonly ServiceEvent[],
  { window, fatigue, random }: { readonly window: number; readonly fatigue: boolean; readonly random: Random },
): number[] {
  const faults = events.filter(isFault);
  const alerts = alertsOf(alarm, events, window);
  const wrong = alerts.filter(({ isTrue }) => !isTrue).length / watchedWeeks;
  const delays = faults.map((fault) => delayOf(alarm, fault));
  const found = faults.filter((_, i) => !Number.isNaN(delays[i]!));
  const read = fatigue ? 1 / (1 + wrong / 4) : 1;
  const scores: Readonly<Record<ScoreName, number>> = {
    precision: mean(alerts.map(({ isTrue }) => Number(isTrue))),
    recall: mean(delays.map((delay) => Number(!Number.isNaN(delay)))),
    // A fault that nobody found cost its whole length.
    daysToDetect:
      mean(faults.map(({ from, to }, i) => (Number.isNaN(delays[i]!) ? to - from : delays[i]!))) / hoursADay,
    daysToReset: mean(found.map((fault) => resetAfter(alarm, fault))) / hoursADay,
    falseAlarmsPerWeek: wrong,
    helpDelay: mean(faults.map((fault) => helpAfter(alarm, fault, read, random))) / hoursADay,
  };
  return scoreNames.map((name) => scores[name]);
}

/** The metric that strays beyond the threshold first while the event lasts. */
export function firstMetric(
  deviation: Float32Array,
  names: readonly MetricName[],
  threshold: number,
  { from, to }: ServiceEvent,
): MetricName | undefined {
  for (let hour = from; hour < Math.min(to, hours); hour++) {
    let first: MetricName | undefined;
    let furthest = threshold;
    for (const name of names) {
      const strayed = Math.abs(deviation[metricNames.indexOf(name) * hours + hour]!);
      if (strayed > furthest) {
        furthest = strayed;
        first = name;
      }
    }
    if (first) return first;
  }
  return undefined;
}
