/**
 * A linear ranker, trained listwise: the distribution of scores of a query's sites shall be that of their grades.
 *
 *   loss = Σ_q w_q Σ_s − t_qs log softmax(θ · x_q)_s + λ/2 |θ|²,  t = grades / Σ grades   (ListNet's top-one loss: Cao et al. 2007, ICML)
 *
 * Convex, so that Newton's method finds the one optimum; a step is halved while the loss would not fall. Queries without a graded
 * site teach nothing.
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
  /** λ @default 1 */
  readonly ridge?: number;
  /** Where to begin, e.g. the ranker of weights nearby. The optimum is the same. @default zeros */
  readonly from?: Float64Array;
}

const mostSteps = 30;
const mostHalvings = 12;
/** A step that can gain less than this share of the loss is the last one. */
const tiny = 1e-9;

export function trainRanker({ ridge = 1, from, ...training }: RankerTraining): Float64Array {
  const { signals, grades, size, sites, weights } = training;
  checkWholeNumber("size", size, 1);
  checkWholeNumber("sites", sites, 2);
  checkNotNegative("ridge", ridge);
  checkSameLength("grades", grades, "signals", { length: signals.length / size });
  checkSameLength("grades", grades, "queries", { length: weights.length * sites });
  const aims = aimsOf(grades, sites);
  const task: Task = { ...training, ridge, aims };
  let theta = from ? from.slice() : new Float64Array(size);
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  let loss = lossAt(task, theta, gradient, hessian);
  for (let step = 0; step < mostSteps; step++) {
    const move = solveSymmetric(hessian, gradient, size);
    const gain = gradient.reduce((sum, slope, k) => sum + slope * move[k]!, 0);
    if (gain <= tiny * (1 + loss)) break;
    let length = 1;
    let next = theta;
    let nextLoss = loss;
    for (let halving = 0; halving < mostHalvings; halving++, length /= 2) {
      next = theta.map((value, k) => value - length * move[k]!);
      nextLoss = lossAt(task, next, gradient, hessian);
      if (nextLoss <= loss - 1e-4 * length * gain) break;
    }
    if (!(nextLoss < loss)) break;
    theta = next;
    loss = nextLoss;
  }
  return theta;
}

type Task = Omit<RankerTraining, "ridge" | "from"> & { readonly ridge: number; readonly aims: Float64Array };

/** Grades as shares of their query's sum; all 0 where nothing is graded. */
function aimsOf(grades: Float64Array, sites: number): Float64Array {
  const aims = new Float64Array(grades.length);
  for (let first = 0; first < grades.length; first += sites) {
    let sum = 0;
    for (let s = first; s < first + sites; s++) sum += grades[s]!;
    if (sum > 0) for (let s = first; s < first + sites; s++) aims[s] = grades[s]! / sum;
  }
  return aims;
}

/** The loss at θ; its gradient and the lower half of its Hessian go into the arrays given. */
function lossAt(
  { signals, aims, grades, size, sites, weights, ridge }: Task,
  theta: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): number {
  let loss = 0;
  hessian.fill(0);
  for (let k = 0; k < size; k++) {
    loss += 0.5 * ridge * theta[k]! ** 2;
    gradient[k] = ridge * theta[k]!;
    hessian[k * size + k] = ridge;
  }
  const chance = new Float64Array(sites);
  const mean = new Float64Array(size);
  for (let q = 0; q < weights.length; q++) {
    const weight = weights[q]!;
    const first = q * sites;
    if (weight === 0 || !isGraded(grades, first, sites)) continue;
    const logSum = softmaxOf(signals, theta, first, chance);
    mean.fill(0);
    for (let s = 0; s < sites; s++) {
      const at = (first + s) * size;
      const p = chance[s]!;
      const miss = weight * (p - aims[first + s]!);
      let score = 0;
      for (let k = 0; k < size; k++) {
        const x = signals[at + k]!;
        score += theta[k]! * x;
        mean[k]! += p * x;
        gradient[k]! += miss * x;
        const scaled = weight * p * x;
        for (let j = 0; j <= k; j++) hessian[k * size + j]! += scaled * signals[at + j]!;
      }
      loss -= weight * aims[first + s]! * (score - logSum);
    }
    for (let k = 0; k < size; k++) for (let j = 0; j <= k; j++) hessian[k * size + j]! -= weight * mean[k]! * mean[j]!;
  }
  return loss;
}

function isGraded(grades: Float64Array, first: number, sites: number): boolean {
  for (let s = first; s < first + sites; s++) if (grades[s]! > 0) return true;
  return false;
}

/** Chances of a query's sites. @returns log Σ exp score */
function softmaxOf(signals: Float64Array, theta: Float64Array, first: number, out: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < out.length; s++) {
    let score = 0;
    for (let k = 0; k < theta.length; k++) score += theta[k]! * signals[(first + s) * theta.length + k]!;
    out[s] = score;
    highest = Math.max(highest, score);
  }
  let sum = 0;
  for (let s = 0; s < out.length; s++) {
    out[s] = Math.exp(out[s]! - highest);
    sum += out[s]!;
  }
  for (let s = 0; s < out.length; s++) out[s]! /= sum;
  return highest + Math.log(sum);
}
