/**
 * Requests over days: when they come and from whom.
 *
 *   rate(t) = meanRate · (1 + swing · cos(2π (hour − peakHour) / 24)) · surge(t)
 *
 * Times are a Poisson process with that rate, drawn by thinning: candidates at the highest rate, each kept with
 * probability rate(t) / highest (Lewis and Shedler 1979). User u of 0 … users − 1 asks with probability that falls with
 * u when `activitySkew` is above 1 (u = ⌊users · U^skew⌋): a few people ask most of the questions.
 *
 * @example dayRate({ meanRate: 10, swing: 0.5, peakHour: 14 })(14 * 3600) // 15
 */
import { checkBetween, checkNotNegative, checkPositive, checkWholeNumber } from "../check";
import type { Random } from "../random";

export const DAY_SECONDS = 86_400;

/** How far the rate swings around its mean over a day, and the hour with most requests, unless said otherwise. */
export const DAY_SWING = 0.6;
export const PEAK_HOUR = 14;

/** More (or fewer) requests for a while: the rate is multiplied by `factor` from `from` to `to`, in seconds. */
export interface Surge {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
}

export interface TrafficOptions {
  /** Requests per second, averaged over a day without surges. */
  readonly meanRate: number;
  /** Length in seconds, a day when left out. */
  readonly duration?: number;
  /** How far the day swings around the mean, 0 (flat) … 1 (nobody at night). */
  readonly swing?: number;
  /** Hour of the day with most requests, 0 … 24. */
  readonly peakHour?: number;
  readonly surges?: readonly Surge[];
  readonly users?: number;
  /** 1: everybody asks as often; larger: fewer people ask more. */
  readonly activitySkew?: number;
}

export interface Traffic {
  readonly count: number;
  /** Arrival times in seconds from midnight of the first day, rising, [count]. */
  readonly time: Float64Array;
  /** Who asks, [count]. */
  readonly user: Int32Array;
  /** The rate at a time, in requests per second. */
  readonly rate: (seconds: number) => number;
}

/** The expected rate at each second. @throws RangeError naming the option that is out of range. */
export function dayRate(options: Omit<TrafficOptions, "users" | "activitySkew">): (seconds: number) => number {
  const { meanRate, swing = DAY_SWING, peakHour = PEAK_HOUR, surges = [] } = options;
  checkPositive("meanRate", meanRate);
  checkBetween("swing", swing, 0, 1);
  checkBetween("peakHour", peakHour, 0, 24);
  surges.forEach((surge, i) => {
    checkNotNegative(`surges[${i}].factor`, surge.factor);
    if (!(surge.to > surge.from)) throw new RangeError(`surges[${i}].to must be after ${surge.from}, got ${surge.to}`);
  });
  return (seconds) => {
    const hour = seconds / 3600;
    let rate = meanRate * (1 + swing * Math.cos((2 * Math.PI * (hour - peakHour)) / 24));
    for (const { from, to, factor } of surges) if (seconds >= from && seconds < to) rate *= factor;
    return rate;
  };
}

export function drawTraffic(random: Random, options: TrafficOptions): Traffic {
  const {
    duration = DAY_SECONDS,
    users = 10_000,
    activitySkew = 2,
    surges = [],
    meanRate,
    swing = DAY_SWING,
  } = options;
  checkPositive("duration", duration);
  checkWholeNumber("users", users, 1);
  checkBetween("activitySkew", activitySkew, 1, 20);
  const rate = dayRate(options);
  // Surges may overlap, so the highest rate takes every factor above 1 at once.
  const highest = meanRate * (1 + swing) * surges.reduce((product, { factor }) => product * Math.max(1, factor), 1);
  const times: number[] = [];
  const people: number[] = [];
  for (let time = random.exponential(highest); time < duration; time += random.exponential(highest)) {
    if (random.uniform() * highest >= rate(time)) continue;
    times.push(time);
    people.push(Math.floor(users * random.uniform() ** activitySkew));
  }
  return { count: times.length, time: Float64Array.from(times), user: Int32Array.from(people), rate };
}

/** Requests in each stretch of `seconds`, [⌈duration / seconds⌉]. */
export function countPer(time: Float64Array, seconds: number, duration = DAY_SECONDS): Uint32Array {
  checkPositive("seconds", seconds);
  checkPositive("duration", duration);
  const counts = new Uint32Array(Math.ceil(duration / seconds));
  for (const t of time) {
    const bin = Math.floor(t / seconds);
    if (bin < counts.length) counts[bin]! += 1;
  }
  return counts;
}
