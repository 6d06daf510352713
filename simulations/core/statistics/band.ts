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
