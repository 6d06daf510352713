/**
 * Bootstrap (Efron 1979): how uncertain a statistic is, from its values on resamples of the data drawn with replacement.
 *
 *   percentile  quantiles of the resampled values
 *   basic       2θ̂ minus those quantiles, swapped
 *   BCa         quantiles at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))), corrected for bias (z₀: share of resampled values below θ̂,
 *               ties half) and for skewness (a: from leaving out one row at a time) (Efron 1987)
 *
 * @example
 * bootstrap(5, (rows) => mean(rows.map((i) => data[i])), drawResamples(5, 1000, createRandom(1, "bootstrap"))).percentile
 */
import normal from "@stdlib/stats-base-dists-normal";
import { checkNotEmpty, checkOpenProbability, checkWholeNumber, type Numbers } from "../check";
import type { Random } from "../random";
import type { Interval } from "./binomial-interval";
import { quantileSorted, sortedCopy } from "./quantile";

/** A statistic of the rows at the given positions; a position may come more than once. */
export type Statistic = (rows: ArrayLike<number>) => number;

export interface BootstrapResult {
  /** The statistic of the data as they are. */
  estimate: number;
  /** Standard deviation of the resampled values (n − 1). */
  standardError: number;
  percentile: Interval;
  basic: Interval;
  /** NaN when leaving out a row never changes the statistic. */
  bca: Interval;
  /** z₀. */
  bias: number;
  /** a. */
  acceleration: number;
}

/** `count` lists of n positions drawn with replacement. */
export function drawResamples(n: number, count: number, random: Random): Int32Array[] {
  checkWholeNumber("n", n, 1);
  checkWholeNumber("count", count, 1);
  return Array.from({ length: count }, () => Int32Array.from({ length: n }, () => random.integer(n)));
}

/**
 * @param n number of rows of the data
 * @param resamples lists of positions 0 … n − 1, at least two
 */
export function bootstrap(
  n: number,
  statistic: Statistic,
  resamples: readonly Numbers[],
  { confidence = 0.95 }: { confidence?: number } = {},
): BootstrapResult {
  checkWholeNumber("n", n, 2);
  checkOpenProbability("confidence", confidence);
  checkNotEmpty("resamples", resamples);
  checkWholeNumber("the number of resamples", resamples.length, 2);
  const all = Array.from({ length: n }, (_, i) => i);
  const estimate = statistic(all);
  const values = sortedCopy("the resampled values", resamples.map(statistic));
  const leftOut = all.map((row) => statistic(all.filter((other) => other !== row)));
  const tail = (1 - confidence) / 2;
  const low = quantileSorted(values, tail);
  const high = quantileSorted(values, 1 - tail);
  const bias = biasOf(values, estimate);
  const acceleration = accelerationOf(leftOut);
  const corrected = (probability: number) => {
    const z = bias + normal.quantile(probability, 0, 1);
    const level = normal.cdf(bias + z / (1 - acceleration * z), 0, 1);
    return Number.isNaN(level) ? Number.NaN : quantileSorted(values, level);
  };
  return {
    estimate,
    standardError: Math.sqrt(squaredDeviations(values) / (values.length - 1)),
    percentile: [low, high],
    basic: [2 * estimate - high, 2 * estimate - low],
    bca: [corrected(tail), corrected(1 - tail)],
    bias,
    acceleration,
  };
}

const meanOf = (values: Numbers) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

function squaredDeviations(values: Numbers): number {
  const mean = meanOf(values);
  return Array.from(values).reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function biasOf(values: Float64Array, estimate: number): number {
  let below = 0;
  for (const value of values) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  return normal.quantile(below / values.length, 0, 1);
}

function accelerationOf(leftOut: readonly number[]): number {
  const mean = meanOf(leftOut);
  const cubes = leftOut.reduce((sum, value) => sum + (mean - value) ** 3, 0);
  return cubes / (6 * squaredDeviations(leftOut) ** 1.5);
}
