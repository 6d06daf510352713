/** What is said of many replicas: the middle one, and where 80 of 100 lie. Quantiles as in quantile.ts. */
import { quantileSorted, sortedCopy } from "./quantile";

export interface Band {
  /** 10 % quantile. */
  readonly low: number;
  /** Median. */
  readonly middle: number;
  /** 90 % quantile. */
  readonly high: number;
}

/** @throws RangeError when empty or when a value is NaN */
export function bandOf(values: ArrayLike<number>): Band {
  const sorted = sortedCopy("values", values);
  return { low: quantileSorted(sorted, 0.1), middle: quantileSorted(sorted, 0.5), high: quantileSorted(sorted, 0.9) };
}

/** Of the values that are there, NaN standing for none; NaN throughout where none is. */
export function bandOfKnown(values: readonly number[]): Band {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length > 0 ? bandOf(known) : { low: Number.NaN, middle: Number.NaN, high: Number.NaN };
}

/** A band under the names of a summary: `error`, `errorP10`, `errorP90`. */
export type Named<Name extends string, V = number> = { readonly [Key in Name | `${Name}P10` | `${Name}P90`]: V };

export const namedBand = <Name extends string, V>(
  name: Name,
  { low, middle, high }: { readonly [Key in keyof Band]: V },
): Named<Name, V> => ({ [name]: middle, [`${name}P10`]: low, [`${name}P90`]: high }) as Named<Name, V>;
