/** What is fixed on every bench: the calendar, the thresholds of the frontier, and what counts as one alert. */
import { inputMetrics, type MetricName, metricNames, outputMetrics, softwareMetrics } from "../core/worlds/service";

export const hoursADay = 24;
/** Two weeks without faults, from which the rules learn what is usual. */
export const learningHours = 14 * hoursADay;
/** Then six weeks that are watched. */
export const watchedHours = 42 * hoursADay;
export const hours = learningHours + watchedHours;
export const watchedWeeks = watchedHours / (7 * hoursADay);

/** Standard deviations at which the frontier is computed. */
export const thresholds = [2, 2.5, 3, 3.5, 4, 5, 6, 8] as const;

/** Alarms of fewer hours apart are one alert. */
export const alertGap = 6;

/** Those that are left once every metric has gone that never saw a fault first. */
export const prunedMetrics: readonly MetricName[] = ["load", "memory", "volume", "missing", "repeats"];

export const metricSets: Readonly<Record<"all" | "software" | "input" | "output" | "pruned", readonly MetricName[]>> = {
  all: metricNames,
  software: softwareMetrics,
  input: inputMetrics,
  output: outputMetrics,
  pruned: prunedMetrics,
};
