/**
 * A linear ranker, trained listwise: the distribution of scores of a query's sites shall be that of their grades.
 *
 *   loss = Σ_q w_q Σ_s − t_qs log softmax(θ · x_q)_s,  t = grades / Σ grades   (ListNet's top-one loss: Cao et al. 2007, ICML)
 *
 * Convex, so that Newton's method finds the one optimum, with a small ridge. Queries without a graded site teach nothing.
 *
 * @example trainRanker({ signals, grades, size: 5, sites: 10, weights }) // 5 coefficients
 */
import { checkNotNegative, checkSameLength, checkWholeNumber } from "../check";
import { solveSymmetric } from "./cholesky";

export interface RankerTraining {
  /** [queries × sites × size] */
  readonly signals: Float64Array;
  /** [queries × sites], at least 0 */
  readonly grades: Float64Array;
  readonly size: number;
  readonly sites: number;
  /** [queries]: what a query counts. */
  readonly weights: Float64Array;
  /** @default 1 */
  readonly ridge?: number;
}

const mostSteps = 25;

export function trainRanker({ signals, grades, size, sites, weights, ridge = 1 }: RankerTraining): Float64Array {
  checkWholeNumber("size", size, 1);
  checkWholeNumber("sites", sites, 2);
  checkNotNegative("ridge", ridge);
  const queries = weights.length;
  checkSameLength("grades", grades, "signals", { length: signals.length / size });
  const theta = new Float64Array(size);
  const chance = new Float64Array(sites);
  const mean = new Float64Array(size);
  for (let step = 0; step < mostSteps; step++) {
    const gradient = Float64Array.from(theta, (value) => ridge * value);
    const hessian = new Float64Array(size * size);
    for (let k = 0; k < size; k++) hessian[k * size + k] = ridge;
    for (let q = 0; q < queries; q++) {
      const graded = sumOf(grades, q * sites, sites);
      const weight = weights[q]!;
      if (graded === 0 || weight === 0) continue;
      softmaxOf(signals, theta, q * sites, chance);
      mean.fill(0);
      for (let s = 0; s < sites; s++) {
        const at = (q * sites + s) * size;
        const aim = grades[q * sites + s]! / graded;
        for (let k = 0; k < size; k++) {
          mean[k]! += chance[s]! * signals[at + k]!;
          gradient[k]! += weight * (chance[s]! - aim) * signals[at + k]!;
          for (let j = 0; j <= k; j++)
            hessian[k * size + j]! += weight * chance[s]! * signals[at + k]! * signals[at + j]!;
        }
      }
      for (let k = 0; k < size; k++)
        for (let j = 0; j <= k; j++) hessian[k * size + j]! -= weight * mean[k]! * mean[j]!;
    }
    const move = solveSymmetric(hessian, gradient, size);
    let length = 0;
    for (let k = 0; k < size; k++) {
      theta[k]! -= move[k]!;
      length += move[k]! ** 2;
    }
    if (length < 1e-12) break;
  }
  return theta;
}

function sumOf(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += values[i]!;
  return sum;
}

function softmaxOf(signals: Float64Array, theta: Float64Array, from: number, out: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < out.length; s++) {
    let score = 0;
    for (let k = 0; k < theta.length; k++) score += theta[k]! * signals[(from + s) * theta.length + k]!;
    out[s] = score;
    highest = Math.max(highest, score);
  }
  let sum = 0;
  for (let s = 0; s < out.length; s++) {
    out[s] = Math.exp(out[s]! - highest);
    sum += out[s]!;
  }
  for (let s = 0; s < out.length; s++) out[s]! /= sum;
}
