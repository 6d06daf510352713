/**
 * Weighted linear regression for every replica, strategy and month at once, in closed form.
 *
 *   minimise Σᵢ wᵢ (yᵢ − β·xᵢ)² + λ |β|²   (the constant is not penalised)   ⇒   (Σ w x xᵀ + λ I) β = Σ w x y
 *
 * (ridge regression, Hoerl and Kennard 1970). When all examples of a month weigh the same, the sums are additive: one Gram
 * matrix per replica and month serves every strategy, whose own sums are a weighted sum of those matrices. Two batched
 * matrix products do all of it; no step size, no number of steps, no optimisation noise.
 *
 * @example
 * // one replica, one month, the points (0, 1), (1, 3), (2, 5): constant 1, slope 2
 * const examples = Float32Array.of(1, 1, 1, 0, 1, 2, 1, 3, 5);
 * fitLinear({ examples, replicas: 1, months: 1, inputs: 1, rows: 3, weights: Float32Array.of(1), systems: 1, ridge: 0 })
 * // [1, 2]
 */
import * as tf from "@tensorflow/tfjs-core";
import { checkNotNegative, checkWholeNumber } from "../check";
import { solveSymmetric } from "./cholesky";
import { compute } from "./compute";

export interface LinearProblem {
  /** [replicas, months, inputs + 2, rows]: the constant 1, the inputs, then the target, features first. */
  readonly examples: Float32Array;
  readonly replicas: number;
  readonly months: number;
  /** Inputs without the constant. */
  readonly inputs: number;
  /** Examples a month. */
  readonly rows: number;
  /** [systems, months]: the weight each system gives to each month's examples, at least 0. */
  readonly weights: Float32Array;
  readonly systems: number;
  /** λ, in units of one example of weight 1 when the inputs have standard deviation 1. Keeps few examples solvable. */
  readonly ridge: number;
}

/** Guards systems that the examples do not determine; far below what float32 sums can tell apart. */
const leastPenalty = 1e-6;

/**
 * @returns coefficients [replicas, systems, inputs + 1], the constant first
 * @throws RangeError when a length does not fit the shape, or a number is out of range
 */
export function fitLinear(problem: LinearProblem): Float32Array {
  const { examples, replicas, months, inputs, rows, weights, systems, ridge } = problem;
  for (const [name, value] of Object.entries({ replicas, months, inputs, rows, systems }))
    checkWholeNumber(name, value, 1);
  checkNotNegative("ridge", ridge);
  const size = inputs + 2;
  checkLength("examples", examples, replicas * months * size * rows);
  checkLength("weights", weights, systems * months);
  const sums = compute(() => {
    const monthly = tf.tensor3d(examples, [replicas * months, size, rows]);
    const grams = tf.reshape(tf.matMul(monthly, monthly, false, true), [replicas, months, size * size]);
    return tf.matMul(tf.tensor3d(weights, [1, systems, months]), grams).dataSync();
  });
  const unknowns = inputs + 1;
  const coefficients = new Float32Array(replicas * systems * unknowns);
  const matrix = new Float64Array(unknowns * unknowns);
  const right = new Float64Array(unknowns);
  for (let system = 0; system < replicas * systems; system++) {
    const at = system * size * size;
    for (let i = 0; i < unknowns; i++) {
      for (let j = 0; j < unknowns; j++) matrix[i * unknowns + j] = sums[at + i * size + j]!;
      matrix[i * unknowns + i]! += i === 0 ? leastPenalty : Math.max(ridge, leastPenalty);
      right[i] = sums[at + i * size + unknowns]!;
    }
    coefficients.set(solveSymmetric(matrix, right, unknowns), system * unknowns);
  }
  return coefficients;
}

/**
 * @param coefficients [batch, models, inputs + 1]
 * @param inputs [batch, inputs + 1, rows], the constant 1 first
 * @returns [batch, models, rows]: the predicted target; for a logistic model the log-odds
 */
export function predictLinear(coefficients: tf.Tensor3D, inputs: tf.Tensor3D): tf.Tensor3D {
  return tf.matMul(coefficients, inputs);
}

export function checkLength(name: string, values: { readonly length: number }, expected: number): void {
  if (values.length !== expected)
    throw new RangeError(`${name} must hold ${expected} values to fit its shape, got ${values.length}`);
}
