/** What a worker is asked about a reader's own columns in two periods, and what it answers. */
import type { NumberDistance } from "../core/statistics/column-distance";

/** From one period to another, both included, by their places. */
export type PeriodRange = readonly [from: number, to: number];

/** Columns by their place, from 0. What is left out is guessed. */
export interface PeriodsChoice {
  readonly period?: number | undefined;
  readonly reference?: PeriodRange | undefined;
  readonly current?: PeriodRange | undefined;
}

export interface PeriodsQuestion {
  readonly bytes: Uint8Array;
  readonly choice: PeriodsChoice;
}

/** A column's values in one of the two periods. */
export interface Side {
  readonly count: number;
  readonly missing: number;
}

/** Shares of the reference and of the current rows. */
export type ColumnShape =
  | {
      readonly kind: "numbers";
      /** One more than bins; the outer bins hold what lies beyond. */
      readonly edges: readonly number[];
      readonly reference: readonly number[];
      readonly current: readonly number[];
    }
  | {
      readonly kind: "categories";
      readonly labels: readonly string[];
      readonly reference: readonly number[];
      readonly current: readonly number[];
    };

type Always = "psi" | "psiByChance";

/** Of categories there is PSI only. */
export interface ComparedColumn extends Pick<NumberDistance, Always>, Partial<Omit<NumberDistance, Always>> {
  readonly name: string;
  readonly reference: Side;
  readonly current: Side;
  readonly shape: ColumnShape;
}

export interface ComparedPeriods {
  readonly referenceRows: number;
  readonly currentRows: number;
  /** Largest PSI first. */
  readonly columns: readonly ComparedColumn[];
  /** Columns that cannot be compared, and why. */
  readonly left: readonly string[];
}

export interface PeriodsAnswer {
  readonly columns: readonly string[];
  readonly rows: number;
  /** What was read as what. */
  readonly choice: PeriodsChoice;
  readonly periods: { readonly by: string; readonly labels: readonly string[]; readonly counts: readonly number[] };
  readonly notes: readonly string[];
  /** Why these periods cannot be compared, for the reader. */
  readonly problem?: string;
  readonly compared?: ComparedPeriods;
}
