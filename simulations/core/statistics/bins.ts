/**
 * Bins for comparing samples with a reference, whatever values the reference holds: cut at its quantiles where these differ.
 * Where one value is so frequent that no quantile lies between the ends, there are two bins, cut at the median: below it and
 * from it on, or up to it and above when the median is the smallest value. A reference that never varies gives one bin: its
 * shares cannot change, and an index over them is 0.
 *
 * @example referenceEdges([0, 0, 0, 1], 3) // [1]: below 1, and from 1 on
 */
import { checkNotEmpty, type Numbers } from "../check";
import { distinctQuantiles } from "./psi";
import { quantileSorted } from "./quantile";

/** Ten bins, fewer for small samples: a bin expects six examples, or an index would be made of empty bins. */
export const binsFor = (sampleSize: number): number => Math.max(3, Math.min(10, Math.floor(sampleSize / 6)));

/** Inner edges of at most `bins` bins; bin i holds edge[i − 1] ≤ x < edge[i]. */
export function referenceEdges(sorted: Numbers, bins: number): number[] {
  checkNotEmpty("sorted", sorted);
  const inner = distinctQuantiles(sorted, bins).slice(1, -1);
  if (inner.length > 0) return inner;
  const smallest = sorted[0]!;
  const median = quantileSorted(sorted, 0.5);
  if (median > smallest) return [median];
  const above = Array.from(sorted).find((value) => value > smallest);
  return above === undefined ? [] : [above];
}
