/**
 * Divergences between two discrete distributions. Counts may stand for shares: each vector is scaled to sum 1 first.
 *
 *   KL(p ‖ q) = Σ pᵢ ln(pᵢ / qᵢ)                      (Kullback and Leibler 1951), not symmetric, infinite where only q is 0
 *   JS(p, q)  = ½ KL(p ‖ m) + ½ KL(q ‖ m), m = ½(p + q)  (Lin 1991), symmetric, at most ln 2
 *
 * The square root of JS is a distance (Endres and Schindelin 2003).
 *
 * @example jensenShannonDistance([0.5, 0.5, 0], [0, 0.5, 0.5], 2) // 0.7071067811865476
 */
import { checkEach, checkNotEmpty, checkNotNegative, checkSameLength, type Numbers } from "../check";

/** Base of the logarithm: "e" gives nats, 2 gives bits. */
export type LogBase = "e" | number;

function logOf(base: LogBase): number {
  if (base === "e") return 1;
  if (!(base > 0 && base !== 1 && Number.isFinite(base))) {
    throw new RangeError(`base must be "e" or a finite number above 0 other than 1, got ${base}`);
  }
  return Math.log(base);
}

function shares(name: string, values: Numbers): number[] {
  checkNotEmpty(name, values);
  checkEach(name, values, checkNotNegative);
  const list = Array.from(values);
  const total = list.reduce((sum, value) => sum + value, 0);
  return list.map((value) => value / total);
}

function relativeEntropy(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, pi, i) => (pi === 0 ? sum : sum + pi * Math.log(pi / q[i]!)), 0);
}

/**
 * KL(p ‖ q). Infinity when q is 0 where p is not; NaN when a vector is all 0.
 * @throws RangeError for empty vectors, different lengths, negative values or NaN.
 */
export function klDivergence(p: Numbers, q: Numbers, base: LogBase = "e"): number {
  checkSameLength("p", p, "q", q);
  return relativeEntropy(shares("p", p), shares("q", q)) / logOf(base);
}

/** JS(p, q), 0 … ln 2 in nats, 0 … 1 in bits; NaN when a vector is all 0. */
export function jensenShannonDivergence(p: Numbers, q: Numbers, base: LogBase = "e"): number {
  checkSameLength("p", p, "q", q);
  const left = shares("p", p);
  const right = shares("q", q);
  const middle = left.map((value, i) => (value + right[i]!) / 2);
  const divergence = (relativeEntropy(left, middle) + relativeEntropy(right, middle)) / 2;
  // Rounding may leave equal vectors a hair below 0; NaN must stay NaN.
  return Math.max(0, divergence) / logOf(base);
}

/** Square root of the divergence. */
export function jensenShannonDistance(p: Numbers, q: Numbers, base: LogBase = "e"): number {
  return Math.sqrt(jensenShannonDivergence(p, q, base));
}
