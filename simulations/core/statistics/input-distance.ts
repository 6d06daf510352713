/**
 * How far a sample of many features has moved from a reference: per feature PSI, Kolmogorov–Smirnov and Wasserstein, then
 * the largest of each.
 *
 * Looking at several features is looking several times: the smallest of k p-values is multiplied by k (Bonferroni 1936).
 * The Wasserstein distance of a feature is divided by the standard deviation of its reference, so that metres and years can
 * be compared. A feature that never varies in the reference has no bins and no unit: PSI and Wasserstein leave it out, the
 * Kolmogorov–Smirnov distance is defined for it as for any other.
 *
 * @example
 * createInputReference(Float32Array.of(1, 2, 3, 4), 1).distance(Float32Array.of(2, 3, 4, 5)).wasserstein // 1 / 1.118
 */
import { checkWholeNumber, type Numbers } from "../check";
import { binsFor, referenceEdges } from "./bins";
import { kolmogorovLimitSurvival } from "./kolmogorov";
import { ksStatisticSorted } from "./ks";
import { DEFAULT_ZERO_FILL, psiFromProportions } from "./psi";
import { sortFloats } from "./sort-floats";
import { wassersteinSorted } from "./wasserstein";

export interface InputDistance {
  /** Largest population stability index over the features, on bins with equal shares of the reference. */
  readonly psi: number;
  /** Largest D over the features, 0–1. */
  readonly ks: number;
  /** Smallest p-value over the features, multiplied by their number, at most 1. */
  readonly ksPValue: number;
  /** Largest distance over the features, in standard deviations of the reference. */
  readonly wasserstein: number;
}

export interface InputReference {
  /** @param inputs [features, count], features first. @throws RangeError when the length does not fit */
  distance(inputs: Float32Array): InputDistance;
}

/** Shares in the bins (−∞, e₀), [e₀, e₁), …: in a sorted sample each edge is found once, not each value. */
function sharesOfSorted(edges: Numbers, sorted: Numbers): number[] {
  const shares: number[] = [];
  let below = 0;
  for (let e = 0; e <= edges.length; e++) {
    let low = below;
    let high = sorted.length;
    while (e < edges.length && low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < edges[e]!) low = middle + 1;
      else high = middle;
    }
    const end = e < edges.length ? low : sorted.length;
    shares.push((end - below) / sorted.length);
    below = end;
  }
  return shares;
}

/** Prepares a reference that many samples are compared with. @param inputs [features, count], features first, no NaN */
export function createInputReference(inputs: Float32Array, features: number): InputReference {
  checkWholeNumber("features", features, 1);
  checkWholeNumber("inputs.length / features", inputs.length / features, 2);
  const count = inputs.length / features;
  const references = Array.from({ length: features }, (_, f) => {
    const sorted = sortFloats(inputs.slice(f * count, (f + 1) * count));
    let mean = 0;
    for (let i = 0; i < count; i++) mean += sorted[i]! / count;
    let square = 0;
    for (let i = 0; i < count; i++) square += (sorted[i]! - mean) ** 2 / count;
    // Rounding may leave a spread where there is none.
    const sd = sorted[0]! < sorted[count - 1]! ? Math.sqrt(square) : 0;
    return { sorted, sd };
  });
  /** One feature of the sample that is being compared, sorted: the same memory for every feature and sample. */
  let sortedSample = new Float32Array(0);
  const currentOf = (size: number) => {
    if (sortedSample.length !== size) sortedSample = new Float32Array(size);
    return sortedSample;
  };
  const binned = new Map<number, { edges: number[]; shares: number[] }[]>();
  function binsOf(size: number) {
    const bins = binsFor(size);
    const known = binned.get(bins);
    if (known) return known;
    const made = references.map(({ sorted }) => {
      const edges = referenceEdges(sorted, bins);
      return { edges, shares: sharesOfSorted(edges, sorted) };
    });
    binned.set(bins, made);
    return made;
  }
  return {
    distance(sample) {
      const size = sample.length / features;
      checkWholeNumber("inputs.length / features", size, 1);
      const current = currentOf(size);
      const bins = binsOf(size);
      let psi = 0;
      let ks = 0;
      let wasserstein = 0;
      for (let f = 0; f < features; f++) {
        const { sorted, sd } = references[f]!;
        const { edges, shares } = bins[f]!;
        sortFloats(sample, f * size, current);
        psi = Math.max(psi, psiFromProportions(shares, sharesOfSorted(edges, current), DEFAULT_ZERO_FILL));
        ks = Math.max(ks, ksStatisticSorted(sorted, current));
        if (sd > 0) wasserstein = Math.max(wasserstein, wassersteinSorted(sorted, current) / sd);
      }
      // The limit law errs on the quiet side with few examples, and costs nothing with many.
      const effective = (count * size) / (count + size);
      return {
        psi,
        ks,
        ksPValue: Math.min(1, features * kolmogorovLimitSurvival(Math.sqrt(effective) * ks)),
        wasserstein,
      };
    },
  };
}
