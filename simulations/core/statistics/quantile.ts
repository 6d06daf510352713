/**
 * Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), the default of R and numpy.
 *
 *   position = q (n − 1);  quantile = x[floor] + (x[floor + 1] − x[floor]) · (position − floor)
 *
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
import { checkNotEmpty, checkProbability, type Numbers } from "../check";

/** A sorted copy, smallest first. @throws RangeError when a value is NaN. */
export function sortedCopy(name: string, values: Numbers): Float64Array {
  const sorted = Float64Array.from(values).sort();
  // The numeric sort of typed arrays puts NaN last.
  if (Number.isNaN(sorted[sorted.length - 1])) {
    throw new RangeError(`${name} must not hold NaN, got NaN among its ${sorted.length} values`);
  }
  return sorted;
}

/** Quantile of values that are already sorted. */
export function quantileSorted(sorted: Numbers, q: number): number {
  checkNotEmpty("sorted", sorted);
  checkProbability("q", q);
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const share = position - below;
  const low = sorted[below]!;
  if (share === 0) return low;
  const high = sorted[below + 1]!;
  // Interpolating from the nearer end keeps the result exact at both ends.
  return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
}

/** Quantile of values in any order. @throws RangeError when empty, when a value is NaN or q is outside 0–1. */
export function quantile(values: Numbers, q: number): number {
  checkNotEmpty("values", values);
  return quantileSorted(sortedCopy("values", values), q);
}
