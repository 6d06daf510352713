/**
 * First Wasserstein distance of two samples on the line (earth mover's distance; Vallender 1974): the mean distance mass has
 * to travel to turn one sample into the other, in the unit of the values.
 *
 *   W₁ = ∫ |F(t) − G(t)| dt = ∫ |F⁻¹(q) − G⁻¹(q)| dq
 *
 * @example wasserstein([1, 3, 5, 7, 9], [2, 4, 6]) // 1.5333333333333332
 */
import { checkAllFinite, checkEach, checkNotEmpty, checkNotNegative, checkSameLength, type Numbers } from "../check";

/** For samples that are already sorted and finite. O(n + m). @throws RangeError when one is empty. */
export function wassersteinSorted(x: Numbers, y: Numbers): number {
  checkNotEmpty("x", x);
  checkNotEmpty("y", y);
  const n = x.length;
  const m = y.length;
  // Quantile by quantile, counted in whole parts of 1/(n·m): each value of x has m parts, each value of y has n.
  let total = 0;
  let part = 0;
  let i = 0;
  for (let j = 0; j < m; j++) {
    const value = y[j]!;
    const end = (j + 1) * n;
    for (; (i + 1) * m <= end; i++) {
      total += ((i + 1) * m - part) * Math.abs(x[i]! - value);
      part = (i + 1) * m;
    }
    if (part < end) total += (end - part) * Math.abs(x[i]! - value);
    part = end;
  }
  return total / (n * m);
}

export interface WassersteinWeights {
  /** Mass of each value of x, at least 0, not all 0. Equal masses when left out. */
  xWeights?: Numbers;
  yWeights?: Numbers;
}

/** @throws RangeError when a sample is empty, a value is not finite, or weights are negative, all 0 or of another length. */
export function wasserstein(x: Numbers, y: Numbers, { xWeights, yWeights }: WassersteinWeights = {}): number {
  checkNotEmpty("x", x);
  checkNotEmpty("y", y);
  checkAllFinite("x", x);
  checkAllFinite("y", y);
  if (xWeights || yWeights) return weighted(x, y, xWeights, yWeights);
  return wassersteinSorted(Float64Array.from(x).sort(), Float64Array.from(y).sort());
}

function weighted(x: Numbers, y: Numbers, xWeights?: Numbers, yWeights?: Numbers): number {
  // Each value carries its share of mass, counted positive for x and negative for y; |F − G| is their running sum.
  const points = [...masses("x", x, xWeights), ...masses("y", y, yWeights).map((p) => ({ ...p, share: -p.share }))];
  points.sort((a, b) => a.at - b.at);
  let gap = 0;
  let distance = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    gap += points[i]!.share;
    distance += Math.abs(gap) * (points[i + 1]!.at - points[i]!.at);
  }
  return distance;
}

function masses(name: string, values: Numbers, weights?: Numbers): { at: number; share: number }[] {
  if (weights) {
    checkSameLength(name, values, `${name}Weights`, weights);
    checkEach(`${name}Weights`, weights, checkNotNegative);
  }
  const weightAt = (i: number) => (weights ? weights[i]! : 1);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += weightAt(i);
  if (total === 0) throw new RangeError(`${name}Weights must have a sum above 0, got 0`);
  return Array.from(values, (at, i) => ({ at, share: weightAt(i) / total }));
}
