/**
 * How far one column of a table has moved between two groups of rows: numbers by PSI, Kolmogorov–Smirnov and Wasserstein, as
 * input-distance.ts compares a model's inputs; categories by PSI over the categories.
 *
 * Beside each PSI stands what it is on average when nothing has moved, about (B − 1)(1/n + 1/m) (Yurdakul and Naranjo 2020).
 * What is undefined (a reference that never varies has no bins and no unit) is NaN.
 *
 * @example numberDistance([1, 2, 3, 4], [2, 3, 4, 5]).wasserstein // 1
 */
import { checkAllFinite, checkNotEmpty, type Numbers } from "../check";
import { binsFor, referenceEdges } from "./bins";
import { ksTwoSampleSorted } from "./ks";
import { DEFAULT_ZERO_FILL, psiFromProportions, psiOnEdges } from "./psi";
import { wassersteinSorted } from "./wasserstein";

export interface NumberDistance {
  readonly psi: number;
  readonly psiByChance: number;
  /** D, 0 … 1. */
  readonly ks: number;
  readonly ksPValue: number;
  /** In the unit of the values. */
  readonly wasserstein: number;
  /** In standard deviations of the reference. */
  readonly wassersteinSd: number;
}

const byChance = (bins: number, n: number, m: number) => (bins - 1) * (1 / n + 1 / m);

function deviation(sorted: Float64Array): number {
  // Rounding may leave a spread where there is none.
  if (sorted[0] === sorted.at(-1)) return 0;
  const mean = sorted.reduce((sum, value) => sum + value / sorted.length, 0);
  return Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2 / sorted.length, 0));
}

/** @throws RangeError when a sample is empty or a value is not finite */
export function numberDistance(reference: Numbers, current: Numbers): NumberDistance {
  checkNotEmpty("reference", reference);
  checkNotEmpty("current", current);
  checkAllFinite("reference", reference);
  checkAllFinite("current", current);
  const x = Float64Array.from(reference).sort();
  const y = Float64Array.from(current).sort();
  const edges = referenceEdges(x, binsFor(y.length));
  const ks = ksTwoSampleSorted(x, y);
  const wasserstein = wassersteinSorted(x, y);
  const sd = deviation(x);
  return {
    psi: edges.length > 0 ? psiOnEdges(edges, x, y).psi : Number.NaN,
    psiByChance: edges.length > 0 ? byChance(edges.length + 1, x.length, y.length) : Number.NaN,
    ks: ks.statistic,
    ksPValue: ks.pValue,
    wasserstein,
    wassersteinSd: sd > 0 ? wasserstein / sd : Number.NaN,
  };
}

/** @param reference and current: cases by category, each category in the same place of both */
export function categoryDistance(
  reference: Numbers,
  current: Numbers,
): Pick<NumberDistance, "psi" | "psiByChance"> & { readonly shares: readonly (readonly [number, number])[] } {
  checkNotEmpty("reference", reference);
  const total = (counts: Numbers) => Array.from(counts).reduce((sum, count) => sum + count, 0);
  const [n, m] = [total(reference), total(current)];
  const shares = Array.from(reference, (count, i) => [count / n, current[i]! / m] as const);
  const [before, now] = [shares.map(([share]) => share), shares.map(([, share]) => share)];
  return {
    psi: psiFromProportions(before, now, DEFAULT_ZERO_FILL),
    psiByChance: byChance(shares.length, n, m),
    shares,
  };
}
