/**
 * What a queue is fed with: arrival times and service times.
 *
 *   Poisson arrivals: gaps between requests are exponential with mean 1 / rate
 *   service:          exponential (M), deterministic (D), or drawn from times that were measured
 *
 * Source: Kendall's notation (1953): M/M/1, M/D/1, M/G/1. Times are in any one unit; rates are per that unit.
 *
 * @example drawServiceTimes(random, { kind: "deterministic", mean: 10 }, 3) // Float64Array [10, 10, 10]
 */
import { checkEach, checkNotEmpty, checkNotNegative, checkPositive, checkWholeNumber, type Numbers } from "../check";
import type { Random } from "../random";

export type ServiceModel =
  | { readonly kind: "exponential" | "deterministic"; readonly mean: number }
  | { readonly kind: "measured"; readonly times: Numbers };

/** Arrival times [count], rising from 0, of a Poisson process with `rate` requests per unit of time. */
export function poissonArrivals(random: Random, rate: number, count: number): Float64Array {
  checkPositive("rate", rate);
  checkWholeNumber("count", count);
  const arrivals = new Float64Array(count);
  // #region excerpt: arrivals
  let time = 0;
  for (let i = 0; i < count; i++) {
    time += random.exponential(rate);
    arrivals[i] = time;
  }
  // #endregion
  return arrivals;
}

/** One service time per request, [count]. Measured times are drawn with replacement. */
export function drawServiceTimes(random: Random, model: ServiceModel, count: number): Float64Array {
  checkWholeNumber("count", count);
  const times = new Float64Array(count);
  if (model.kind === "measured") {
    checkNotEmpty("times", model.times);
    checkEach("times", model.times, checkNotNegative);
    for (let i = 0; i < count; i++) times[i] = model.times[random.integer(model.times.length)]!;
    return times;
  }
  checkPositive("mean", model.mean);
  if (model.kind === "deterministic") return times.fill(model.mean);
  for (let i = 0; i < count; i++) times[i] = random.exponential(1 / model.mean);
  return times;
}

/** Time one batch takes, from its size and the position of its first request. */
export type BatchDuration = (size: number, first: number) => number;

/**
 * A batch takes (base + perItem · size) · factor: `base` is paid once (loading, launching), `perItem` for each request.
 * `factors`, one per request with mean 1, make it vary; the first request's factor counts.
 */
export function batchDuration(base: number, perItem: number, factors?: Numbers): BatchDuration {
  checkNotNegative("base", base);
  checkNotNegative("perItem", perItem);
  // #region excerpt: batch
  return (size, first) => (base + perItem * size) * (factors ? factors[first]! : 1);
  // #endregion
}
