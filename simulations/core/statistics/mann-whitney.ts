/**
 * Mann–Whitney U test: are values of one sample larger than those of the other more often than not? (Mann and Whitney 1947.)
 *
 *   U = number of pairs with x > y, ties counted ½;  mean nm/2,  variance nm/12 · (N + 1 − Σ(t³ − t)/(N(N − 1))), N = n + m
 *
 * @example mannWhitney([1, 2, 3], [4, 5, 6], { method: "exact" }) // { u: 0, pValue: 0.1 }
 */
import normal from "@stdlib/stats-base-dists-normal";
import { checkNotEmpty, checkOneOf, type Numbers } from "../check";
import { sortedCopy } from "./quantile";

export interface MannWhitneyParams {
  /** asymptotic: normal approximation. exact: counts all orders, valid without ties. */
  method?: "asymptotic" | "exact";
  /** Moves U by ½ towards its mean. */
  continuity?: boolean;
  /** Lowers the variance for tied values. */
  tieCorrection?: boolean;
}

export interface MannWhitneyResult {
  /** U of x, 0 … nm. */
  u: number;
  /** Two-sided. 1 when all values are equal. */
  pValue: number;
}

/** @throws RangeError when a sample is empty or holds NaN. */
export function mannWhitney(
  x: Numbers,
  y: Numbers,
  { method = "asymptotic", continuity = true, tieCorrection = true }: MannWhitneyParams = {},
): MannWhitneyResult {
  checkOneOf("method", method, ["asymptotic", "exact"]);
  checkNotEmpty("x", x);
  checkNotEmpty("y", y);
  const n = x.length;
  const m = y.length;
  const { u, ties } = countPairs(sortedCopy("x", x), sortedCopy("y", y));
  const larger = Math.max(u, n * m - u);
  if (method === "exact") return { u, pValue: Math.min(1, 2 * exactSurvival(n, m, Math.floor(larger))) };
  const size = n + m;
  const tieTerm = tieCorrection ? ties / (size * (size - 1)) : 0;
  const sd = Math.sqrt(((n * m) / 12) * (size + 1 - tieTerm));
  if (sd === 0) return { u, pValue: 1 };
  const z = (larger - (n * m) / 2 - (continuity ? 0.5 : 0)) / sd;
  return { u, pValue: Math.min(1, 2 * normal.cdf(-z, 0, 1)) };
}

/** U of x and Σ(t³ − t) over groups of tied values, by walking both sorted samples. */
function countPairs(x: Numbers, y: Numbers): { u: number; ties: number } {
  let i = 0;
  let j = 0;
  let u = 0;
  let ties = 0;
  while (i < x.length || j < y.length) {
    const at = j >= y.length || (i < x.length && x[i]! <= y[j]!) ? x[i]! : y[j]!;
    const below = j;
    const startI = i;
    while (i < x.length && x[i] === at) i++;
    while (j < y.length && y[j] === at) j++;
    u += (i - startI) * (below + (j - below) / 2);
    const tied = i - startI + (j - below);
    ties += tied ** 3 - tied;
  }
  return { u, ties };
}

/** P(U ≥ u): the orders with each U are the coefficients of ∏ (1 − q^{m+i})/(1 − q^i), i = 1 … n. */
function exactSurvival(n: number, m: number, u: number): number {
  const coefficients = new Float64Array(n * m + 1);
  coefficients[0] = 1;
  for (let i = 1; i <= n; i++) {
    for (let k = n * m; k >= m + i; k--) coefficients[k]! -= coefficients[k - m - i]!;
    // Dividing by the binomial coefficient along the way turns counts into chances and keeps them finite.
    const scale = i / (m + i);
    for (let k = i; k <= n * m; k++) coefficients[k]! += coefficients[k - i]!;
    for (let k = 0; k <= n * m; k++) coefficients[k]! *= scale;
  }
  let survival = 0;
  for (let k = u; k <= n * m; k++) survival += coefficients[k]!;
  return survival;
}
