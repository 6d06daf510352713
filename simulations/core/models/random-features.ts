/**
 * Random features with exact least squares: the whole curve from few features to many, in milliseconds.
 *
 *   φⱼ(x) = max(0, wⱼ · x + bⱼ),  w ~ N(0, I / inputs), b ~ N(0, ¼), drawn once and never trained (Rahimi and Recht 2008)
 *   c features ≤ n examples: the coefficients with the least squared error;
 *   c > n: of all that reproduce every label, those of least norm, θ = Φᵀ (Φ Φᵀ)⁻¹ y
 *
 * A model of more features contains the features of the smaller ones, so that only the number changes. Around c = n the
 * error on new examples peaks, and beyond it may fall again (Belkin, Hsu, Ma and Mandal 2019, PNAS 116).
 */
import { checkWholeNumber } from "../check";
import type { Random } from "../random";
import { solveSymmetric } from "./cholesky";

export interface RandomFeatures {
  readonly inputs: number;
  readonly count: number;
  /** [count × (inputs + 1)]: the constant first. */
  readonly weights: Float64Array;
}

export function drawFeatures(random: Random, inputs: number, count: number): RandomFeatures {
  checkWholeNumber("inputs", inputs, 1);
  checkWholeNumber("count", count, 1);
  const weights = random.normals(new Float64Array(count * (inputs + 1)));
  for (let i = 0; i < weights.length; i++) weights[i]! *= i % (inputs + 1) === 0 ? 0.5 : 1 / Math.sqrt(inputs);
  return { inputs, count, weights };
}

/** @param x [rows × inputs] @returns [count × rows], divided by √inputs so that sums stay near 1 */
export function featuresOfRows({ inputs, count, weights }: RandomFeatures, x: Float64Array): Float64Array {
  const rows = x.length / inputs;
  const out = new Float64Array(count * rows);
  for (let j = 0; j < count; j++) {
    const at = j * (inputs + 1);
    for (let i = 0; i < rows; i++) {
      let sum = weights[at]!;
      for (let k = 0; k < inputs; k++) sum += weights[at + 1 + k]! * x[i * inputs + k]!;
      out[j * rows + i] = sum > 0 ? sum : 0;
    }
  }
  return out;
}

/** Against rounding only: relative to the mean of the diagonal. */
const tiny = 1e-9;

/**
 * Coefficients for each of some numbers of features.
 * @param phi [features × rows], as `featuresOfRows` gives them
 * @param capacities rising; each uses the first so many features
 * @returns one array of coefficients for each capacity
 */
export function leastNormFits(phi: Float64Array, y: Float64Array, capacities: readonly number[]): Float64Array[] {
  const rows = y.length;
  const kernel = new Float64Array(rows * rows);
  let done = 0;
  return capacities.map((capacity) => {
    if (capacity <= rows) return fewFeatures(phi, y, capacity);
    for (; done < capacity; done++) addOuter(kernel, phi.subarray(done * rows, (done + 1) * rows));
    const right = y.slice();
    const dual = solveSymmetric(regularised(kernel, rows), right, rows);
    const out = new Float64Array(capacity);
    for (let j = 0; j < capacity; j++) out[j] = dot(phi.subarray(j * rows, (j + 1) * rows), dual);
    return out;
  });
}

function fewFeatures(phi: Float64Array, y: Float64Array, capacity: number): Float64Array {
  const rows = y.length;
  const gram = new Float64Array(capacity * capacity);
  const right = new Float64Array(capacity);
  for (let i = 0; i < capacity; i++) {
    const a = phi.subarray(i * rows, (i + 1) * rows);
    right[i] = dot(a, y);
    for (let j = 0; j <= i; j++) {
      gram[i * capacity + j] = dot(a, phi.subarray(j * rows, (j + 1) * rows));
      gram[j * capacity + i] = gram[i * capacity + j]!;
    }
  }
  return Float64Array.from(solveSymmetric(regularised(gram, capacity), right, capacity));
}

function addOuter(kernel: Float64Array, column: Float64Array): void {
  const rows = column.length;
  for (let i = 0; i < rows; i++) {
    const a = column[i]!;
    if (a === 0) continue;
    const at = i * rows;
    for (let j = 0; j < rows; j++) kernel[at + j]! += a * column[j]!;
  }
}

function regularised(matrix: Float64Array, size: number): Float64Array {
  const out = matrix.slice();
  let trace = 0;
  for (let i = 0; i < size; i++) trace += out[i * size + i]!;
  for (let i = 0; i < size; i++) out[i * size + i]! += (tiny * trace) / size + Number.MIN_VALUE;
  return out;
}

function dot(a: Float64Array, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** @param phi [features × rows] @returns [rows]: the sum over the first so many features as there are coefficients */
export function scoresOf(phi: Float64Array, coefficients: Float64Array, rows: number): Float64Array {
  const out = new Float64Array(rows);
  for (let j = 0; j < coefficients.length; j++) {
    const weight = coefficients[j]!;
    const at = j * rows;
    for (let i = 0; i < rows; i++) out[i]! += weight * phi[at + i]!;
  }
  return out;
}
