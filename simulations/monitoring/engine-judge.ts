/**
 * How good a rule's alarms were: precision, recall, time to detect, time to reset (SRE Workbook 2018, chapter 5).
 *
 *   alert             sent when an alarm is on and the last alert is 12 hours ago or more
 *   true              a fault lasts, or has ended so recently that it is still in the window; a holiday is no fault
 *   days to detect    from a fault's beginning to the first alarm; a fault that nobody found counts with its whole length
 *   help delay        from a fault's beginning to the first alert that somebody reads
 */
import type { Random } from "../core/random";
import type { ServiceEvent } from "../core/worlds/service";
import { type Alert, type ScoreName, scoreNames } from "./frames";
import { hours, hoursADay, learningHours, quietHours, repeatHours, watchedWeeks } from "./plan";

export const isFault = ({ name }: Pick<ServiceEvent, "name">): boolean => name !== "holiday";

/** The hours in which an alert is sent. */
export function alertHours(alarm: Uint8Array): number[] {
  const sent: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let hour = learningHours; hour < hours; hour++) {
    if (!alarm[hour] || hour - last < repeatHours) continue;
    sent.push(hour);
    last = hour;
  }
  return sent;
}

/** @param window hours that a fault stays in a rule's window after its end */
export function alertsOf(alarm: Uint8Array, events: readonly ServiceEvent[], window: number): Alert[] {
  // #region excerpt: alert
  const faults = events.filter(isFault);
  return alertHours(alarm).map((hour) => ({
    hour,
    isTrue: faults.some(({ from, to }) => hour >= from && hour < to + window),
  }));
  // #endregion
}

/** Hours from the beginning of an event to the first alarm while it lasts; NaN where there is none. */
export function delayOf(alarm: Uint8Array, { from, to }: Pick<ServiceEvent, "from" | "to">): number {
  for (let hour = from; hour < Math.min(to, hours); hour++) if (alarm[hour]) return hour - from;
  return Number.NaN;
}

/** Hours from the end of a fault until the alarm has been off for a while. */
function resetAfter(alarm: Uint8Array, { to }: ServiceEvent): number {
  let quiet = 0;
  for (let hour = Math.min(to, hours); hour < hours; hour++) {
    quiet = alarm[hour] ? 0 : quiet + 1;
    if (quiet === quietHours) return hour + 1 - quietHours - to;
  }
  return Math.max(0, hours - to - quiet);
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The chance that an alert is read, when there are so many false alarms a week: an assumption of the course. */
export const readChance = (falseAlarms: number, fatigue: boolean): number => (fatigue ? 1 / (1 + falseAlarms / 4) : 1);

/** The whole length of a fault where it is NaN: nobody has found it. */
const costOf = (hoursTaken: number, { from, to }: ServiceEvent) => (Number.isNaN(hoursTaken) ? to - from : hoursTaken);

interface Judging {
  readonly window: number;
  readonly fatigue: boolean;
  /** Decides which alerts are read: one number an alert, in their order. */
  readonly random: Random;
}

/** @returns one number for each of `scoreNames` */
export function judge(
  alarm: Uint8Array,
  events: readonly ServiceEvent[],
  { window, fatigue, random }: Judging,
): number[] {
  const faults = events.filter(isFault);
  const alerts = alertsOf(alarm, events, window);
  const wrong = alerts.filter(({ isTrue }) => !isTrue).length / watchedWeeks;
  const delays = faults.map((fault) => delayOf(alarm, fault));
  const found = faults.filter((_, i) => !Number.isNaN(delays[i]!));
  const chance = readChance(wrong, fatigue);
  const read = alerts.filter(() => random.uniform() < chance);
  const helps = faults.map(
    ({ from, to }) => (read.find(({ hour }) => hour >= from && hour < to)?.hour ?? Number.NaN) - from,
  );
  const scores: Readonly<Record<ScoreName, number>> = {
    precision: mean(alerts.map(({ isTrue }) => Number(isTrue))),
    recall: mean(delays.map((delay) => Number(!Number.isNaN(delay)))),
    daysToDetect: mean(faults.map((fault, i) => costOf(delays[i]!, fault))) / hoursADay,
    daysToReset: mean(found.map((fault) => resetAfter(alarm, fault))) / hoursADay,
    falseAlarmsPerWeek: wrong,
    helpDelay: mean(faults.map((fault, i) => costOf(helps[i]!, fault))) / hoursADay,
  };
  return scoreNames.map((name) => scores[name]);
}
