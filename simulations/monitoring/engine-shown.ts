/** What the dashboard shows of one replica: its days cut out of the hours, and the alerts with what they were worth. */
import { metricNames } from "../core/worlds/service";
import { alertHours, alertsOf } from "./engine-judge";
import type { Watched } from "./engine-service";
import type { Judged, Shown } from "./frames";
import { hours, hoursADay, learningHours } from "./plan";

export interface ShownReplica {
  readonly dayAt: (day: number) => Shown;
  readonly sent: Pick<Judged, "alerts" | "codeAlerts">;
}

interface Alarms {
  /** Of the rule that is set. */
  readonly alarm: Uint8Array;
  /** Of the reader's code. */
  readonly own?: Uint8Array | undefined;
}

export function shownReplica(
  { metrics, usual, events }: Watched,
  deviation: Float32Array,
  { alarm, own }: Alarms,
  window: number,
): ShownReplica {
  const sent = alertHours(alarm);
  const ownSent = own && alertHours(own);
  const dayAt = (day: number): Shown => {
    const from = learningHours + (day - 1) * hoursADay;
    const ofDay = (read: (m: number) => Float32Array) => {
      const out = new Float32Array(metricNames.length * hoursADay);
      for (let m = 0; m < metricNames.length; m++) out.set(read(m).subarray(from, from + hoursADay), m * hoursADay);
      return out;
    };
    const row = (all: Float32Array) => (m: number) => all.subarray(m * hours, (m + 1) * hours);
    const within = (all: readonly number[]) =>
      all.flatMap((hour) => (hour >= from && hour < from + hoursADay ? [hour - from] : []));
    return {
      metrics: ofDay((m) => metrics[metricNames[m]!]),
      usual: ofDay(row(usual.mean)),
      deviation: ofDay(row(deviation)),
      spread: usual.spread.slice(),
      alarm: alarm.slice(from, from + hoursADay),
      alerts: within(sent),
      ...(ownSent && { codeAlerts: within(ownSent) }),
    };
  };
  return {
    dayAt,
    sent: {
      alerts: alertsOf(alarm, events, window),
      ...(own && { codeAlerts: alertsOf(own, events, window) }),
    },
  };
}
