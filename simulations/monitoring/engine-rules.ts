/** The rules that raise alarms, each from the hours of one service: 1 for every hour in which its alarm is on. */
import { createAdwin } from "../core/detectors/adwin";
import { createDdm } from "../core/detectors/ddm";
import type { DriftDetector } from "../core/detectors/detector";
import { createEddm } from "../core/detectors/eddm";
import { createKswin, randomSampler } from "../core/detectors/kswin";
import { createPageHinkley } from "../core/detectors/page-hinkley";
import type { Random } from "../core/random";
import { countBetween, psiFromProportions, quantileEdges } from "../core/statistics/psi";
import { type MetricName, metricNames, type Service, signsAnHour } from "../core/worlds/service";
import type { RuleName } from "./knobs";
import { hours, learningHours } from "./plan";

const numbers = (names: readonly MetricName[]) => names.map((name) => metricNames.indexOf(name));

/** On while any of the metrics strays further than the threshold. */
export function thresholdAlarm(deviation: Float32Array, names: readonly MetricName[], threshold: number): Uint8Array {
  const alarm = new Uint8Array(hours);
  for (const m of numbers(names))
    for (let hour = learningHours; hour < hours; hour++)
      if (Math.abs(deviation[m * hours + hour]!) > threshold) alarm[hour] = 1;
  return alarm;
}

/** Error budget: 1 % of the requests may be slow or come without a clip. Windows and rates: SRE Workbook 2018, table 5-8. */
const budget = 0.01;
const burns = [
  { rate: 14.4, long: 1, short: 1 },
  { rate: 6, long: 6, short: 1 },
  { rate: 1, long: 72, short: 6 },
] as const;

function burnRateAlarm({ failed }: Service): Uint8Array {
  const sums = new Float64Array(hours + 1);
  failed.forEach((share, hour) => {
    sums[hour + 1] = sums[hour]! + share;
  });
  const burning = (hour: number, length: number) => (sums[hour + 1]! - sums[hour + 1 - length]!) / length / budget;
  return Uint8Array.from({ length: hours }, (_, hour) =>
    Number(
      hour >= learningHours &&
        burns.some(({ rate, long, short }) => burning(hour, long) > rate && burning(hour, short) > rate),
    ),
  );
}

/** Watches repeated searches from the first hour on. */
function detectorAlarm(detector: DriftDetector, service: Service, by: "hour" | "request"): Uint8Array {
  const alarm = new Uint8Array(hours);
  for (let hour = 0; hour < hours; hour++) {
    let found = false;
    if (by === "hour") found = detector.update(service.metrics.repeats[hour]!);
    else
      for (let i = 0; i < signsAnHour; i++) if (detector.update(service.signs[hour * signsAnHour + i]!)) found = true;
    if (found && hour >= learningHours) alarm[hour] = 1;
  }
  return alarm;
}

/** Compares the levels of the window's clips with those of the learning weeks, in bins of equal share. */
function levelAlarm(
  { levels }: Service,
  window: number,
  bins: number,
  isFar: (reference: readonly number[], current: Float64Array) => boolean,
): Uint8Array {
  const perHour = levels.length / hours;
  const reference = levels.slice(0, learningHours * perHour).sort();
  const inner = quantileEdges(reference, bins).slice(1, -1);
  const shares = countBetween(inner, reference).map((count) => count / reference.length);
  const counts = Array.from({ length: hours }, (_, hour) =>
    countBetween(inner, levels.subarray(hour * perHour, (hour + 1) * perHour)),
  );
  const alarm = new Uint8Array(hours);
  const current = new Float64Array(shares.length);
  for (let hour = learningHours; hour < hours; hour++) {
    current.fill(0);
    for (let back = 0; back < window; back++)
      counts[hour - back]!.forEach((count, b) => {
        current[b]! += count;
      });
    alarm[hour] = Number(isFar(shares, current));
  }
  return alarm;
}

const psiLimit = 0.25;
const isPsiFar = (shares: readonly number[], current: Float64Array) => {
  const total = current.reduce((sum, count) => sum + count, 0);
  return (
    psiFromProportions(
      shares,
      Array.from(current, (count) => count / total),
    ) > psiLimit
  );
};

/** Critical value of the two-sample test at 0.1 %, with a reference that is much larger (Smirnov 1948). */
const ksFactor = 1.95;
const isKsFar = (shares: readonly number[], current: Float64Array) => {
  const total = current.reduce((sum, count) => sum + count, 0);
  let gap = 0;
  let above = 0;
  shares.forEach((share, b) => {
    above += current[b]! / total - share;
    gap = Math.max(gap, Math.abs(above));
  });
  return gap > ksFactor / Math.sqrt(total);
};

interface RuleRequest {
  readonly service: Service;
  readonly deviation: Float32Array;
  readonly names: readonly MetricName[];
  readonly threshold: number;
  readonly window: number;
  readonly random: Random;
}

export function alarmOf(rule: RuleName, request: RuleRequest): Uint8Array {
  const { service, deviation, names, threshold, window, random } = request;
  switch (rule) {
    case "threshold":
      return thresholdAlarm(deviation, names, threshold);
    case "burn-rate":
      return burnRateAlarm(service);
    case "page-hinkley":
      return detectorAlarm(createPageHinkley({ delta: 0.01, threshold: 1, mode: "up" }), service, "hour");
    case "adwin":
      return detectorAlarm(createAdwin(), service, "hour");
    case "kswin":
      return detectorAlarm(createKswin({ sampler: randomSampler(random) }), service, "hour");
    case "ddm":
      return detectorAlarm(createDdm(), service, "request");
    case "eddm":
      return detectorAlarm(createEddm(), service, "request");
    case "psi":
      return levelAlarm(service, window, 10, isPsiFar);
    case "ks":
      return levelAlarm(service, window, 20, isKsFar);
  }
}
