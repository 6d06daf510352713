/** What the threshold would have found without one metric, and with one metric alone. */
import { metricNames, type ServiceEvent } from "../core/worlds/service";
import { alertsOf, delayOf, isFault } from "./engine-judge";
import { furthestOf, furthestWithout, thresholdAlarm } from "./engine-threshold";
import { nothing, type Pruning } from "./frames";
import { hoursADay, watchedWeeks } from "./plan";

export const emptyPruning = (replicas: number): Pruning => {
  const row = () => new Float32Array(replicas);
  const table = () => new Float32Array(metricNames.length * replicas);
  return {
    found: row(),
    faults: row(),
    foundWithout: table(),
    foundAlone: table(),
    firstAlone: table(),
    daysWithout: table(),
    falseWithout: table(),
  };
};

/** Writes the column of replica `r` of `count`. */
export function pruneInto(
  out: Pruning,
  [r, count]: readonly [number, number],
  deviation: Float32Array,
  events: readonly ServiceEvent[],
  { threshold, window }: { readonly threshold: number; readonly window: number },
): void {
  const faults = events.filter(isFault);
  const delays = (alarm: Uint8Array) => faults.map((fault) => delayOf(alarm, fault));
  const found = (of: readonly number[]) => of.filter((delay) => !Number.isNaN(delay)).length;
  const all = delays(thresholdAlarm(furthestOf(deviation, metricNames), threshold));
  out.found[r] = found(all);
  out.faults[r] = faults.length;
  const left = furthestWithout(deviation);
  metricNames.forEach((name, m) => {
    const alarm = thresholdAlarm(left[m]!, threshold);
    const without = delays(alarm);
    const at = m * count + r;
    out.foundWithout[at] = found(without);
    out.foundAlone[at] = found(delays(thresholdAlarm(furthestOf(deviation, [name]), threshold)));
    out.firstAlone[at] = without.filter((delay, i) => !Number.isNaN(all[i]!) && !(delay <= all[i]!)).length;
    out.daysWithout[at] =
      faults.length === 0
        ? nothing
        : without.reduce((sum, delay, i) => sum + (Number.isNaN(delay) ? faults[i]!.to - faults[i]!.from : delay), 0) /
          faults.length /
          hoursADay;
    out.falseWithout[at] = alertsOf(alarm, events, window).filter(({ isTrue }) => !isTrue).length / watchedWeeks;
  });
}
