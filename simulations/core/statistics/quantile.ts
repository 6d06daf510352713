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
  return between(low, sorted[below + 1]!, share);
}

/** Interpolating from the nearer end keeps the result exact at both ends. */
const between = (low: number, high: number, share: number): number =>
  share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);

/**
 * Quantile of values in any order; what lies on either side of it is not sorted.
 * @throws RangeError when empty, when a value is NaN or q is outside 0–1.
 */
export function quantile(values: Numbers, q: number): number {
  checkNotEmpty("values", values);
  checkProbability("q", q);
  const all = Float64Array.from(values);
  if (all.includes(Number.NaN))
    throw new RangeError(`values must not hold NaN, got NaN among its ${all.length} values`);
  const position = q * (all.length - 1);
  const below = Math.floor(position);
  const low = select(all, below);
  const share = position - below;
  if (share === 0) return low;
  let high = all[below + 1]!;
  for (let i = below + 2; i < all.length; i++) if (all[i]! < high) high = all[i]!;
  return between(low, high, share);
}

/** Moves the k-th smallest to position k, nothing larger before it and nothing smaller after it (FIND; Hoare 1961). */
function select(values: Float64Array, k: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[k]!;
    let i = from;
    let j = to;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const kept = values[i]!;
      values[i++] = values[j]!;
      values[j--] = kept;
    }
    if (j < k) from = i;
    if (i > k) to = j;
  }
  return values[k]!;
}
