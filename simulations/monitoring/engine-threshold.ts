/** The learner's rule: an alarm is on while any metric strays further from the usual than the threshold. */
import { type MetricName, metricNames, type ServiceEvent } from "../core/worlds/service";
import { hours, learningHours } from "./plan";

/** The largest distance of any of the metrics, hour by hour. @param deviation [metric, hour] */
export function furthestOf(deviation: Float32Array, names: readonly MetricName[]): Float32Array {
  const out = new Float32Array(hours);
  for (const name of names) {
    const row = metricNames.indexOf(name) * hours;
    for (let hour = learningHours; hour < hours; hour++) {
      const strayed = Math.abs(deviation[row + hour]!);
      if (strayed > out[hour]!) out[hour] = strayed;
    }
  }
  return out;
}

// #region excerpt: alarm
export function thresholdAlarm(furthest: Float32Array, threshold: number): Uint8Array {
  const alarm = new Uint8Array(furthest.length);
  for (let hour = 0; hour < furthest.length; hour++) if (furthest[hour]! > threshold) alarm[hour] = 1;
  return alarm;
}
// #endregion

/** What is furthest when one metric is left out, for each metric in turn: the second furthest where that metric was the first. */
export function furthestWithout(deviation: Float32Array): Float32Array[] {
  const out = metricNames.map(() => new Float32Array(hours));
  for (let hour = learningHours; hour < hours; hour++) {
    let [first, second, which] = [0, 0, 0];
    for (let m = 0; m < metricNames.length; m++) {
      const strayed = Math.abs(deviation[m * hours + hour]!);
      if (strayed > first) [second, first, which] = [first, strayed, m];
      else if (strayed > second) second = strayed;
    }
    for (let m = 0; m < out.length; m++) out[m]![hour] = m === which ? second : first;
  }
  return out;
}

/** The metric of the first alarm while the event lasts: of several in one hour, the one that strays furthest. */
export function firstMetric(
  deviation: Float32Array,
  names: readonly MetricName[],
  threshold: number,
  { from, to }: Pick<ServiceEvent, "from" | "to">,
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
