/**
 * A year of a service that predicts rents, with faults that come at drawn times.
 *
 *   rent = w · x + ε, five inputs with the means and spreads below, ε with standard deviation 60 €
 *   unit     an upstream system begins to send the size in square feet (× 10.76)
 *   null     an upstream system stops to send a column; 0 stands in its place
 *   skew     serving computes the distance otherwise than training did (by road instead of by air, × 1.4)
 *   spike    four times as many requests for five days, more than the servers can answer
 *   stale    rents begin to rise: 0.15 % a day for 120 days, whether anybody notices or not
 *
 * Model trouble is `skew` and `stale`; the others are ordinary faults of data and servers, and come more often, as in the one
 * published count (Papasian and Underwood 2020, OpML: most outages of one pipeline had nothing to do with ML).
 *
 * @example faultKinds.find(({ name }) => name === "stale")!.kind // "ml"
 */
import { checkNotNegative } from "../check";
import type { Random } from "../random";

export const columns = [
  { name: "size", unit: "m²", mean: 70, sd: 25, weight: 11 },
  { name: "rooms", unit: "", mean: 3, sd: 1, weight: 40 },
  { name: "floor", unit: "", mean: 3, sd: 2, weight: 6 },
  { name: "age", unit: "years", mean: 40, sd: 20, weight: -2.5 },
  { name: "distance", unit: "km", mean: 8, sd: 4, weight: -18 },
] as const;
export const columnCount = columns.length;
export const noise = 60;
export const constant = 300;

export const faultKinds = [
  { name: "unit", kind: "other", share: 3 },
  { name: "null", kind: "other", share: 3 },
  { name: "spike", kind: "other", share: 3 },
  { name: "skew", kind: "ml", share: 2 },
  { name: "stale", kind: "ml", share: 2 },
] as const;
export type FaultKind = (typeof faultKinds)[number]["name"];

export interface Fault {
  readonly name: FaultKind;
  /** The day it comes. */
  readonly day: number;
  /** The column it touches, for `null`. */
  readonly column: number;
}

export const days = 365;
/** No fault comes before it, and none in the last 60 days, so that there is time to notice it. */
export const firstDay = 30;
/** Requests a day that are simulated; each stands for 100. */
export const requestsADay = 30;
export const spikeDays = 5;
export const spikeFactor = 4;
/** Rents move by this share a day while they move, and for so many days. */
export const moveADay = 0.0015;
export const moveDays = 120;

export interface Year {
  readonly faults: readonly Fault[];
  /** [days × requests × 5] */
  readonly inputs: Float32Array;
  /** [days × requests]: rents before any movement. */
  readonly rents: Float32Array;
}

export function drawExamples(random: Random, count: number): { inputs: Float32Array; rents: Float32Array } {
  const inputs = new Float32Array(count * columnCount);
  const rents = new Float32Array(count);
  // #region excerpt: rent
  for (let i = 0; i < count; i++) {
    let rent = constant + noise * random.normal();
    for (let c = 0; c < columnCount; c++) {
      const { mean, sd, weight } = columns[c]!;
      const value = Math.max(0, mean + sd * random.normal());
      inputs[i * columnCount + c] = value;
      rent += weight * value;
    }
    rents[i] = rent;
  }
  // #endregion
  return { inputs, rents };
}

/** @param faultsAYear mean of a Poisson number */
export function drawFaults(random: Random, faultsAYear: number): Fault[] {
  checkNotNegative("faultsAYear", faultsAYear);
  const all = faultKinds.reduce((sum, { share }) => sum + share, 0);
  const count = random.poisson(faultsAYear);
  const faults = Array.from({ length: count }, () => {
    let at = random.uniform() * all;
    const found = faultKinds.find(({ share }) => {
      at -= share;
      return at < 0;
    })!;
    return {
      name: found.name,
      day: firstDay + random.integer(days - firstDay - 60),
      column: random.integer(columnCount),
    };
  });
  return faults.sort((a, b) => a.day - b.day);
}

export function drawYear(random: Random, faults: readonly Fault[]): Year {
  return { faults, ...drawExamples(random, days * requestsADay) };
}
