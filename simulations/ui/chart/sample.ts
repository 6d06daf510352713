/** What a kind's sample is made from: seeded draws, so that the gallery and its test show figures nobody typed in. */
import type { Chart } from "./model";

/** The part of core/random.ts that samples need. */
export interface Draws {
  uniform(): number;
  normal(mean?: number, sd?: number): number;
  integer(n: number): number;
  chance(p: number): boolean;
  exponential(rate: number): number;
}

export interface Sample<C extends Chart = Chart> {
  /** One chart a case worth looking at. */
  readonly charts: readonly C[];
  /** How many rows the tables of each must have: one for every datum drawn and every row of a mark. */
  readonly rows: readonly number[];
}

/** `count` figures from `from` on. */
export const counted = (count: number, from = 0): number[] => Array.from({ length: count }, (_, i) => from + i);

/** A middle and the ends of a band around it. */
export function bandAround(middle: readonly number[], width: (i: number) => number) {
  return {
    y: middle,
    low: middle.map((value, i) => value - width(i)),
    high: middle.map((value, i) => value + width(i)),
  };
}
