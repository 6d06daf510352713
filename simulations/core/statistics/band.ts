/** What is said of many replicas: the middle one, and where 80 of 100 lie. */
import { quantile } from "./quantile";

export interface Band {
  /** 10 % quantile. */
  readonly low: number;
  /** Median. */
  readonly middle: number;
  /** 90 % quantile. */
  readonly high: number;
}

export const bandOf = (values: readonly number[]): Band => ({
  low: quantile(values, 0.1),
  middle: quantile(values, 0.5),
  high: quantile(values, 0.9),
});
