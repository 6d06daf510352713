/**
 * Population stability index: how far the shares of a current sample have moved from those of a reference.
 *
 *   PSI = Σ (cᵢ − rᵢ) ln(cᵢ / rᵢ)
 *
 * It is the sum of the two Kullback–Leibler divergences (Jeffreys 1946); the name and the rules of thumb 0.1 and 0.25 come
 * from credit scoring (Siddiqi 2006). Without any drift its expectation is about (B − 1)(1/n + 1/m) for B bins
 * (Yurdakul and Naranjo 2020), so a threshold means little without the sample sizes.
 *
 * @example psiFromProportions([0.5, 0.5], [0.9, 0.1]) // 0.8788898309344878
 */

import type { Numbers } from "../check";
import { checkAllProbabilities, checkNotEmpty, checkPositive, checkSameLength, checkWholeNumber } from "../check";
import { quantileSorted, sortedCopy } from "./quantile";

/** Replaces empty shares; without it one empty bin would make the index infinite. */
export const DEFAULT_ZERO_FILL = 1e-4;

export interface PsiOfBins {
  psi: number;
  /** Edges between the bins; the outermost bins are open. Bin i holds edge[i − 1] ≤ x < edge[i]. */
  innerEdges: number[];
  referenceCounts: number[];
  currentCounts: number[];
}

/**
 * @param reference share of each bin in the reference sample, each 0 … 1
 * @param current share of each bin in the current sample
 * @param zeroFill takes the place of a share of 0 on either side; nothing is renormalised. Leave it out to keep zeros:
 *   a bin empty on one side then gives Infinity, a bin empty on both sides counts 0.
 */
export function psiFromProportions(reference: Numbers, current: Numbers, zeroFill?: number): number {
  checkNotEmpty("reference", reference);
  checkSameLength("reference", reference, "current", current);
  checkAllProbabilities("reference", reference);
  checkAllProbabilities("current", current);
  if (zeroFill !== undefined) checkPositive("zeroFill", zeroFill);
  let psi = 0;
  for (let i = 0; i < reference.length; i++) {
    const r = reference[i]! === 0 ? (zeroFill ?? 0) : reference[i]!;
    const c = current[i]! === 0 ? (zeroFill ?? 0) : current[i]!;
    if (r !== c) psi += (c - r) * Math.log(c / r);
  }
  return psi;
}

/** The `bins` + 1 quantiles that cut the reference into equal shares, from smallest to largest; equal ones are merged. */
export function distinctQuantiles(sortedReference: Numbers, bins: number): number[] {
  checkWholeNumber("bins", bins, 2);
  const edges: number[] = [];
  for (let i = 0; i <= bins; i++) {
    // i · (1 / bins), not i / bins: the edge of a tied value must come out as numpy's does.
    const edge = quantileSorted(sortedReference, i === bins ? 1 : i * (1 / bins));
    if (edges.length === 0 || edge > edges[edges.length - 1]!) edges.push(edge);
  }
  return edges;
}

/** Edges of `bins` bins that each hold about the same share of the reference; equal edges are merged. */
export function quantileEdges(sortedReference: Numbers, bins: number): number[] {
  const edges = distinctQuantiles(sortedReference, bins);
  if (edges.length < 3) {
    throw new RangeError(
      `reference must have quantiles that split it into at least two bins, got ${edges.length} distinct edges (${edges.join(", ")})`,
    );
  }
  return edges.slice(1, -1);
}

/** Counts of values in bins (−∞, e₀), [e₀, e₁), …, [e_last, ∞). */
export function countBetween(innerEdges: Numbers, values: Numbers): number[] {
  const counts = new Array<number>(innerEdges.length + 1).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let low = 0;
    let high = innerEdges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (innerEdges[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    counts[low] = counts[low]! + 1;
  }
  return counts;
}

/** PSI of two samples on given inner edges, for one reference that meets many current samples. */
export function psiOnEdges(
  innerEdges: Numbers,
  reference: Numbers,
  current: Numbers,
  zeroFill = DEFAULT_ZERO_FILL,
): PsiOfBins {
  checkNotEmpty("reference", reference);
  checkNotEmpty("current", current);
  const referenceCounts = countBetween(innerEdges, reference);
  const currentCounts = countBetween(innerEdges, current);
  const psi = psiFromProportions(
    referenceCounts.map((count) => count / reference.length),
    currentCounts.map((count) => count / current.length),
    zeroFill,
  );
  return { psi, innerEdges: Array.from(innerEdges), referenceCounts, currentCounts };
}

/**
 * PSI on bins cut at the reference's quantiles (type 7, equal edges merged, outermost bins open).
 * @throws RangeError when a sample is empty or holds NaN, or when the reference has too few distinct values for two bins.
 */
export function psiQuantileBins(
  reference: Numbers,
  current: Numbers,
  bins = 10,
  zeroFill = DEFAULT_ZERO_FILL,
): PsiOfBins {
  checkNotEmpty("reference", reference);
  checkNotEmpty("current", current);
  const edges = quantileEdges(sortedCopy("reference", reference), bins);
  for (let i = 0; i < current.length; i++) {
    if (Number.isNaN(current[i])) throw new RangeError(`current[${i}] must be a number, got NaN`);
  }
  return psiOnEdges(edges, reference, current, zeroFill);
}
