/**
 * Two-sample Kolmogorov–Smirnov test (Smirnov 1939): the largest gap between two empirical distribution functions.
 *
 *   D = max over t of |F(t) − G(t)|
 *
 * Exact p-value: the share of all orders of n + m values without ties whose gap is at least D. With n = m by the reflection
 * sum Σ ± C(2n, n − jh)/C(2n, n) (Gnedenko and Koroljuk 1951), otherwise by walking the lattice of orders and adding up the
 * chance of having left the band |i/n − j/m| < D (Viehmann 2021). With ties it is conservative.
 *
 * @example ksTwoSample([1, 3, 5, 7, 9], [2, 4, 6]) // { statistic: 0.4, pValue: 0.8571428571428572, method: "exact" }
 */
import { checkNotEmpty, checkWholeNumber, type Numbers } from "../check";
import { kolmogorovLimitSurvival, kolmogorovSurvival } from "./kolmogorov";
import { sortedCopy } from "./quantile";

/**
 * exact: by counting, O(n) for n = m, else O(n·m·D). asymptotic: law of one sample with nm/(n + m) values, rounded.
 * limit: Kolmogorov's limit law. auto: exact for n = m or n·m ≤ 250,000, else asymptotic.
 */
export type KsMethod = "auto" | "exact" | "asymptotic" | "limit";

export interface KsResult {
  /** D, 0 … 1. */
  statistic: number;
  /** Two-sided. */
  pValue: number;
  method: Exclude<KsMethod, "auto">;
}

/**
 * D · n · m, a whole number, so that equal gaps compare equal. Samples sorted, without NaN.
 *
 * F − G is largest just before a value of y and G − F just at one. A gap larger than the largest so far would need so many of
 * x below that value, or so few up to it, that one look at x tells whether there is one; only then are they counted. That is
 * O(m + n) like merging the samples, but nearly every look says no, which processors guess well.
 */
function latticeGap(x: Numbers, y: Numbers): number {
  const n = x.length;
  const m = y.length;
  let largest = 0;
  for (let j = 0; j < m; j++) {
    const value = y[j]!;
    let below = Math.floor((largest + j * n) / m);
    if (below < n && x[below]! < value) {
      while (below < n && x[below]! < value) below++;
      largest = below * m - j * n;
    }
    let upTo = Math.ceil(((j + 1) * n - largest) / m) - 1;
    if (upTo >= 0 && x[upTo]! > value) {
      while (upTo > 0 && x[upTo - 1]! > value) upTo--;
      largest = (j + 1) * n - upTo * m;
    }
  }
  return largest;
}

/** D of two samples that are already sorted and free of NaN. @throws RangeError when one is empty. */
export function ksStatisticSorted(x: Numbers, y: Numbers): number {
  checkNotEmpty("x", x);
  checkNotEmpty("y", y);
  return latticeGap(x, y) / (x.length * y.length);
}

/** Exact two-sided P(D ≥ gap/(n·m)) without ties. @param gap D·n·m, a whole number */
export function ksExactPValue(n: number, m: number, gap: number): number {
  checkWholeNumber("n", n, 1);
  checkWholeNumber("m", m, 1);
  checkWholeNumber("gap", gap, 0, n * m);
  if (gap === 0) return 1;
  return Math.min(1, n === m ? equalSizes(n, gap / n) : leavesBand(n, m, gap));
}

function equalSizes(n: number, h: number): number {
  // Nested from the inside: 2 p₁(1 − p₂(1 − …)) with p_k = C(2n, n − kh)/C(2n, n − (k − 1)h).
  let nested = 0;
  for (let k = Math.floor(n / h); k >= 1; k--) {
    let ratio = 1;
    for (let j = (k - 1) * h; j < k * h; j++) ratio *= (n - j) / (n + j + 1);
    nested = ratio * (1 - nested);
  }
  return 2 * nested;
}

function leavesBand(n: number, m: number, gap: number): number {
  // left[j]: chance that a random order of i and j values has left the band by then. Outside the band it is 1.
  const left = new Float64Array(m + 1).fill(1);
  for (let i = 0; i <= n; i++) {
    const low = Math.max(0, Math.floor((i * m - gap) / n) + 1);
    const high = Math.min(m, Math.ceil((i * m + gap) / n) - 1);
    if (low > 0) left[low - 1] = 1;
    let beside = low > 0 ? 1 : 0;
    for (let j = low; j <= high; j++) {
      // The last of the i + j values was one of the i with chance i/(i + j).
      beside = i + j === 0 ? 0 : ((i === 0 ? 0 : i * left[j]!) + j * beside) / (i + j);
      left[j] = beside;
    }
  }
  return left[m]!;
}

/** Test for samples that are already sorted and free of NaN. */
export function ksTwoSampleSorted(x: Numbers, y: Numbers, method: KsMethod = "auto"): KsResult {
  checkNotEmpty("x", x);
  checkNotEmpty("y", y);
  const n = x.length;
  const m = y.length;
  const gap = latticeGap(x, y);
  const statistic = gap / (n * m);
  const used = method !== "auto" ? method : n === m || n * m <= 250_000 ? "exact" : "asymptotic";
  return { statistic, pValue: pValueOf(used, n, m, gap), method: used };
}

function pValueOf(method: KsResult["method"], n: number, m: number, gap: number): number {
  if (method === "exact") return ksExactPValue(n, m, gap);
  const statistic = gap / (n * m);
  const effective = (n * m) / (n + m);
  if (method === "limit") return kolmogorovLimitSurvival(Math.sqrt(effective) * statistic);
  return kolmogorovSurvival(Math.max(1, roundHalfEven(effective)), statistic);
}

/** Halves go to the even neighbour, as in IEEE 754 and numpy. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Two-sided test. @throws RangeError when a sample is empty or holds NaN. */
export function ksTwoSample(x: Numbers, y: Numbers, method: KsMethod = "auto"): KsResult {
  checkNotEmpty("x", x);
  checkNotEmpty("y", y);
  return ksTwoSampleSorted(sortedCopy("x", x), sortedCopy("y", y), method);
}
