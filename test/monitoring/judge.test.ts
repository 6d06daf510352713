import { expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import type { ServiceEvent } from "@/simulations/core/worlds/service";
import { alertHours, alertsOf, delayOf, judge, readChance } from "@/simulations/monitoring/engine-judge";
import { scoreNames } from "@/simulations/monitoring/frames";
import { hours, learningHours, repeatHours, watchedDays, watchedWeeks } from "@/simulations/monitoring/plan";

const at = (day: number, hour = 0) => learningHours + day * 24 + hour;
const event = (name: ServiceEvent["name"], from: number, to: number): ServiceEvent => ({
  name,
  from,
  to,
  size: 1,
  growth: 1,
});
const alarmIn = (...spans: readonly (readonly [from: number, to: number])[]) => {
  const alarm = new Uint8Array(hours);
  for (const [from, to] of spans) alarm.fill(1, from, to);
  return alarm;
};
const scores = (alarm: Uint8Array, events: readonly ServiceEvent[], fatigue = false) => {
  const found = judge(alarm, events, { window: 6, fatigue, random: createRandom(1, "reading") });
  return Object.fromEntries(scoreNames.map((name, s) => [name, found[s]!]));
};
const leak = event("leak", at(10), at(14));

it("sends an alert at once, again every twelve hours, and never sooner", () => {
  expect(alertHours(alarmIn([at(3), at(4)]))).toEqual([at(3), at(3, 12)]);
  expect(alertHours(alarmIn([at(3), at(3, 1)], [at(3, 5), at(3, 6)], [at(3, 13), at(3, 14)]))).toEqual([
    at(3),
    at(3, 13),
  ]);
  expect(alertHours(alarmIn([0, learningHours]))).toEqual([]);
  expect(alertHours(alarmIn([0, hours]))).toHaveLength((watchedDays * 24) / repeatHours);
});

it("counts an alert as true while a fault lasts and while it is still in the window, and on a holiday as false", () => {
  const truth = (hour: number, events = [leak]) =>
    alertsOf(alarmIn([hour, hour + 1]), events, 6).map(({ isTrue }) => isTrue);
  expect(truth(at(10))).toEqual([true]);
  expect(truth(at(14, 5))).toEqual([true]);
  expect(truth(at(14, 6))).toEqual([false]);
  expect(truth(at(9, 23))).toEqual([false]);
  expect(truth(at(10), [event("holiday", at(10), at(12))])).toEqual([false]);
});

it("takes delay, reset, precision and recall from alarms as they are written down", () => {
  const alarm = alarmIn([at(2), at(2, 1)], [at(11), at(14, 3)]);
  const nulls = event("nulls", at(30), at(34));
  expect(delayOf(alarm, leak)).toBe(24);
  expect(delayOf(alarm, nulls)).toBeNaN();
  const found = scores(alarm, [leak, nulls, event("holiday", at(20), at(21))]);
  // Alerts: one false, then at days 11, 11.5 … 14 inside of the leak and its window.
  expect(found.precision).toBeCloseTo(7 / 8, 12);
  expect(found.recall).toBe(0.5);
  expect(found.daysToDetect).toBeCloseTo((1 + 4) / 2, 12);
  expect(found.daysToReset).toBeCloseTo(3 / 24, 12);
  expect(found.falseAlarmsPerWeek).toBeCloseTo(1 / watchedWeeks, 12);
  expect(found.helpDelay).toBeCloseTo(found.daysToDetect!, 12);
});

it("has nothing to judge where there was no fault and no alert", () => {
  const found = scores(alarmIn(), [event("holiday", at(20), at(21))]);
  for (const name of ["precision", "recall", "daysToDetect", "daysToReset", "helpDelay"]) expect(found[name]).toBeNaN();
  expect(found.falseAlarmsPerWeek).toBe(0);
});

it("brings help later the more false alarms there are, and never before the first alarm", () => {
  expect(readChance(4, true)).toBe(0.5);
  expect(readChance(4, false)).toBe(1);
  const always = scores(alarmIn([0, hours]), [leak], true);
  expect(always.daysToDetect).toBe(0);
  expect(always.helpDelay).toBeGreaterThanOrEqual(0);
  const silent = scores(alarmIn(), [leak], true);
  expect(silent.helpDelay).toBe(4);
});
