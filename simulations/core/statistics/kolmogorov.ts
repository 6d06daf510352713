/**
 * Distribution of the Kolmogorov statistic: how often the largest gap between an empirical distribution function of n values
 * and the true one is at least d.
 *
 * Limit for large n (Kolmogorov 1933), with z = √n·d:  P(gap ≥ d) → 2 Σ (−1)^{j−1} exp(−2 j² z²).
 * For a given n, as Simard and L'Ecuyer (2011) combine the known methods: closed forms at both ends, twice the one-sided law
 * (Birnbaum and Tingey 1951) in the upper tail, the matrix power of Marsaglia, Tsang and Wang (2003) where its matrix is
 * small, the expansion of Pelz and Good (1976) elsewhere.
 *
 * @example kolmogorovLimitSurvival(Math.sqrt(1.5)) // 0.09956184831478034
 */
import gammaln from "@stdlib/math-base-special-gammaln";
import { checkNotNegative, checkProbability, checkWholeNumber } from "../check";

/** P(gap ≥ z/√n) for n → ∞. @param z at least 0 */
export function kolmogorovLimitSurvival(z: number): number {
  checkNotNegative("z", z);
  if (z === 0) return 1;
  let sum = 0;
  if (z < 1) {
    // The same law by Jacobi's identity, which converges fast where the other series does not.
    for (let k = 1; k <= 20; k++) sum += Math.exp((-((2 * k - 1) ** 2) * Math.PI ** 2) / (8 * z * z));
    return 1 - (Math.sqrt(2 * Math.PI) / z) * sum;
  }
  for (let j = 1; j <= 10; j++) sum += (j % 2 === 1 ? 2 : -2) * Math.exp(-2 * j * j * z * z);
  return sum;
}

/** P(gap ≥ d) for n values. @param d 0 … 1 */
export function kolmogorovSurvival(n: number, d: number): number {
  checkWholeNumber("n", n, 1);
  checkProbability("d", d);
  const t = n * d;
  if (t <= 0.5) return 1;
  if (d >= 1) return 0;
  if (t <= 1) return 1 - Math.exp(gammaln(n + 1) + n * Math.log((2 * t - 1) / n));
  if (t >= n - 1) return 2 * (1 - d) ** n;
  const nd2 = t * d;
  if (nd2 >= 370) return 0;
  if (d >= 0.5 || nd2 >= (n <= 140 ? 4 : 2.2)) return Math.min(1, 2 * oneSidedSurvival(n, d));
  const cdf = n <= 140 || n * d ** 1.5 <= 1.4 ? matrixPowerCdf(n, d) : pelzGoodCdf(n, d);
  return Math.min(1, Math.max(0, 1 - cdf));
}

/** P(largest gap in one direction ≥ d): d Σ C(n, j) (d + j/n)^{j−1} (1 − d − j/n)^{n−j}. */
function oneSidedSurvival(n: number, d: number): number {
  let logChoose = 0;
  let sum = 0;
  for (let j = 0; j <= n * (1 - d); j++) {
    const rest = 1 - d - j / n;
    if (rest > 0) sum += Math.exp(logChoose + (j - 1) * Math.log(d + j / n) + (n - j) * Math.log(rest));
    logChoose += Math.log((n - j) / (j + 1));
  }
  return d * sum;
}

function matrixPowerCdf(n: number, d: number): number {
  const k = Math.ceil(n * d);
  const h = k - n * d;
  const size = 2 * k - 1;
  const step = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < Math.min(size, i + 2); j++) {
      let value = 1;
      if (j === 0) value -= h ** (i + 1);
      if (i === size - 1) value -= h ** (size - j);
      if (i === size - 1 && j === 0 && 2 * h > 1) value += (2 * h - 1) ** size;
      step[i * size + j] = value * Math.exp(-gammaln(i - j + 2));
    }
  }
  // One power per value; scaling by 1/n·(value number) along the way is n!/nⁿ in the end, kept in log scale.
  let result: Scaled = { matrix: identity(size), log: 0 };
  let square: Scaled = { matrix: step, log: 0 };
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = product(result, square, size);
    if (rest > 1) square = product(square, square, size);
  }
  const centre = result.matrix[(k - 1) * size + (k - 1)]!;
  return Math.exp(Math.log(centre) + result.log + gammaln(n + 1) - n * Math.log(n));
}

/** matrix · exp(log) */
interface Scaled {
  matrix: Float64Array;
  log: number;
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

function product(a: Scaled, b: Scaled, size: number): Scaled {
  const matrix = new Float64Array(size * size);
  let largest = 0;
  for (let i = 0; i < size; i++) {
    for (let l = 0; l < size; l++) {
      const factor = a.matrix[i * size + l]!;
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) matrix[i * size + j]! += factor * b.matrix[l * size + j]!;
    }
  }
  for (const value of matrix) largest = Math.max(largest, value);
  for (let i = 0; i < matrix.length; i++) matrix[i]! /= largest;
  return { matrix, log: a.log + b.log + Math.log(largest) };
}

/** Expansion in powers of 1/√n around the limit law. */
function pelzGoodCdf(n: number, d: number): number {
  const z = Math.sqrt(n) * d;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const pi2 = Math.PI ** 2;
  let k0 = 0;
  let k1 = 0;
  let k2 = 0;
  let k3 = 0;
  for (let k = 1; k <= Math.ceil((16 * z) / Math.PI) + 1; k++) {
    const odd2 = (2 * k - 1) ** 2 * (pi2 / 4);
    const weight = Math.exp(-odd2 / (2 * z2));
    k0 += weight;
    k1 += weight * (odd2 - z2);
    k2 += weight * (6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * odd2 + (1 - 2 * z2) * odd2 ** 2);
    k3 +=
      weight *
      (-30 * z6 -
        90 * z4 * z4 +
        (135 * z4 - 96 * z6) * odd2 +
        (212 * z4 - 60 * z2) * odd2 ** 2 +
        (5 - 30 * z2) * odd2 ** 3);
  }
  let extra2 = 0;
  let extra3 = 0;
  for (let k = 1; k <= Math.ceil((16 * z) / Math.PI) + 1; k++) {
    const even2 = k * k * pi2;
    const weight = Math.exp(-even2 / (2 * z2));
    extra2 += even2 * weight;
    extra3 += (3 * z2 - even2) * even2 * weight;
  }
  const terms = [
    k0 / z,
    k1 / (6 * z4),
    k2 / (72 * z6 * z) - extra2 / (36 * z2 * z),
    k3 / (6480 * z6 * z4) + extra3 / (216 * z6),
  ];
  return Math.sqrt(2 * Math.PI) * terms.reduce((sum, term, power) => sum + term / n ** (power / 2), 0);
}
