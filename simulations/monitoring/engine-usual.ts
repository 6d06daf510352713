/** What is usual: each metric's mean at this hour of the day, learnt from the weeks before, and how far an hour strays from it. */
import { type MetricName, metricNames, rhythm, type Service } from "../core/worlds/service";
import { hours, hoursADay, learningHours } from "./plan";

/** How the spread of an hour's value follows the number of requests: spread ∝ requests ^ power. */
const powers: Readonly<Record<MetricName, number>> = {
  load: 0.5,
  throughput: 0.5,
  latency: 0.5,
  memory: 0,
  length: -0.5,
  volume: -0.5,
  missing: -0.5,
  nulls: -0.5,
  repeats: -0.5,
};

/** By metric: how the spread of each hour relates to that of a mean hour. */
const scalesOf = Object.fromEntries(
  metricNames.map((name) => [
    name,
    Float64Array.from({ length: hours }, (_, hour) => rhythm(hour, false) ** powers[name]),
  ]),
) as Readonly<Record<MetricName, Float64Array>>;

const isSunday = (hour: number) => Math.floor(hour / hoursADay) % 7 === 6;

export interface Usual {
  /** [metric, hour] */
  readonly mean: Float32Array;
  /** [metric, hour]: (value − mean) / spread. */
  readonly residual: Float32Array;
  /** [metric]: standard deviation of the mean of 24 hours. */
  readonly spread: Float32Array;
}

export function usualOf({ metrics }: Pick<Service, "metrics">): Usual {
  const mean = new Float32Array(metricNames.length * hours);
  const residual = new Float32Array(metricNames.length * hours);
  const spreads = new Float32Array(metricNames.length);
  metricNames.forEach((name, m) => {
    const values = metrics[name];
    const sums = new Float64Array(hoursADay);
    const counts = new Float64Array(hoursADay);
    for (let hour = 0; hour < learningHours; hour++) {
      if (isSunday(hour)) continue;
      sums[hour % hoursADay]! += values[hour]!;
      counts[hour % hoursADay]!++;
    }
    const weekday = sums.map((sum, i) => sum / counts[i]!);
    // Two Sundays are too few for an hour of their own: one factor serves the whole day.
    let seen = 0;
    let expected = 0;
    for (let hour = 0; hour < learningHours; hour++) {
      if (!isSunday(hour)) continue;
      seen += values[hour]!;
      expected += weekday[hour % hoursADay]!;
    }
    const sunday = expected === 0 ? 1 : seen / expected;
    const scales = scalesOf[name];
    let squares = 0;
    for (let hour = 0; hour < hours; hour++) {
      const usual = weekday[hour % hoursADay]! * (isSunday(hour) ? sunday : 1);
      mean[m * hours + hour] = usual;
      const strayed = (values[hour]! - usual) / scales[hour]!;
      residual[m * hours + hour] = strayed;
      if (hour < learningHours) squares += strayed * strayed;
    }
    // Each hour's mean was taken from the same weeks: a twelfth of the spread is lost in it.
    const spread = Math.sqrt(squares / (learningHours - hoursADay)) || 1;
    for (let hour = 0; hour < hours; hour++) residual[m * hours + hour]! /= spread;
    const ofDay = scales.slice(0, hoursADay).reduce((sum, scale) => sum + scale * scale, 0);
    spreads[m] = (spread * Math.sqrt(ofDay)) / hoursADay;
  });
  return { mean, residual, spread: spreads };
}

/** Mean of the last `window` residuals in its own standard deviations, [metric, hour]. */
export function deviationOf({ residual }: Usual, window: number): Float32Array {
  const out = new Float32Array(residual.length);
  for (let m = 0; m < metricNames.length; m++) {
    let sum = 0;
    for (let hour = 0; hour < hours; hour++) {
      // #region excerpt: deviation
      sum += residual[m * hours + hour]!;
      if (hour >= window) sum -= residual[m * hours + hour - window]!;
      out[m * hours + hour] = sum / Math.sqrt(Math.min(window, hour + 1));
      // #endregion
    }
  }
  return out;
}
