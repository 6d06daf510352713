/** What is fixed on every bench: the calendar, the thresholds of the frontier, and what counts as one alert. */
import { inputMetrics, type MetricName, metricNames, outputMetrics, softwareMetrics } from "../core/worlds/service";

export const hoursADay = 24;
/** Two weeks without faults, from which the rules learn what is usual. */
export const learningDays = 14;
export const learningHours = learningDays * hoursADay;
/** Then six weeks that are watched. */
export const watchedDays = 42;
export const watchedHours = watchedDays * hoursADay;
export const hours = learningHours + watchedHours;
export const watchedWeeks = watchedDays / 7;
/** Events of each replica: one in each fortnight that is watched. */
export const eventCount = 3;

/** The day of the watch that an hour belongs to, 1 the first. */
export const dayOf = (hour: number): number => Math.floor((hour - learningHours) / hoursADay) + 1;

/** Standard deviations at which the frontier is computed. */
export const thresholds = [1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10] as const;

/** While an alarm is on, an alert is sent again after so many hours, and never sooner: Alertmanager's repeat_interval. */
export const repeatHours = 12;
/** An alarm that has been off for so long is reset. */
export const quietHours = 6;

/** 1 % of the requests may be slow or come without a clip: the service promises 99 %. */
export const errorBudget = 0.01;
/**
 * Burn rates and their windows in hours: SRE Workbook (2018), chapter 5, table 5-8. Its short windows are 5 minutes, 30 minutes and
 * 6 hours; the bench has whole hours, so an hour stands for the first two.
 */
export const burns = [
  { rate: 14.4, long: 1, short: 1 },
  { rate: 6, long: 6, short: 1 },
  { rate: 1, long: 72, short: 6 },
] as const;

/** What leaving one out after the other ends in, at the default threshold and window; the claims test it. */
export const prunedMetrics: readonly MetricName[] = ["load", "memory", "volume", "missing", "repeats"];

export const metricSets: Readonly<Record<"all" | "software" | "input" | "output" | "pruned", readonly MetricName[]>> = {
  all: metricNames,
  software: softwareMetrics,
  input: inputMetrics,
  output: outputMetrics,
  pruned: prunedMetrics,
};
