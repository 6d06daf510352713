/**
 * Random features with exact least squares: the whole curve from few features to many, in milliseconds.
 *
 *   φ₀ = 1, then the inputs themselves: the first 1 + inputs features are the linear model
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
  /** [count × (inputs + 1)]: the constant first. Those of the linear features are not used. */
  readonly weights: Float64Array;
}

export function drawFeatures(random: Random, inputs: number, count: number): RandomFeatures {
  checkWholeNumber("inputs", inputs, 1);
  checkWholeNumber("count", count, 1);
  const weights = random.normals(new Float64Array(count * (inputs + 1)));
  for (let i = 0; i < weights.length; i++) weights[i]! *= i % (inputs + 1) === 0 ? 0.5 : 1 / Math.sqrt(inputs);
  return { inputs, count, weights };
}

/** @param x [rows × inputs] @returns [count × rows] */
export function featuresOfRows(features: RandomFeatures, x: Float64Array): Float64Array {
  const { inputs, count } = features;
  const rows = x.length / inputs;
  const out = new Float64Array(count * rows);
  const columns = columnsOf(x, inputs);
  for (let j = 0; j < count; j++) fillFeature(features, j, columns, out.subarray(j * rows, (j + 1) * rows));
  return out;
}

/**
 * Scores of many fits on new rows, feature by feature, so that the features of all rows are never in memory together.
 * @returns one array of scores for each fit
 */
export function scoresOfFits(features: RandomFeatures, x: Float64Array, fits: readonly Float64Array[]): Float64Array[] {
  const columns = columnsOf(x, features.inputs);
  const rows = x.length / features.inputs;
  const row = new Float64Array(rows);
  const out = fits.map(() => new Float64Array(rows));
  const most = Math.max(0, ...fits.map(({ length }) => length));
  for (let j = 0; j < most; j++) {
    fillFeature(features, j, columns, row);
    for (let f = 0; f < fits.length; f++) {
      if (j >= fits[f]!.length) continue;
      const weight = fits[f]![j]!;
      const scores = out[f]!;
      for (let i = 0; i < rows; i++) scores[i]! += weight * row[i]!;
    }
  }
  return out;
}

/** Inputs one after the other, so that inner loops run over neighbours. */
function columnsOf(x: Float64Array, inputs: number): Float64Array[] {
  const rows = x.length / inputs;
  return Array.from({ length: inputs }, (_, k) => {
    const column = new Float64Array(rows);
    for (let i = 0; i < rows; i++) column[i] = x[i * inputs + k]!;
    return column;
  });
}

function fillFeature(
  { inputs, weights }: RandomFeatures,
  j: number,
  columns: readonly Float64Array[],
  row: Float64Array,
) {
  if (j === 0) row.fill(1);
  else if (j <= inputs) row.set(columns[j - 1]!);
  else {
    const at = j * (inputs + 1);
    row.fill(weights[at]!);
    for (let k = 0; k < inputs; k++) {
      const weight = weights[at + 1 + k]!;
      const column = columns[k]!;
      for (let i = 0; i < row.length; i++) row[i]! += weight * column[i]!;
    }
    for (let i = 0; i < row.length; i++) if (row[i]! < 0) row[i] = 0;
  }
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
  const few = Math.max(0, ...capacities.filter((capacity) => capacity <= rows));
  const { gram, right } = normalEquations(phi, y, few);
  const kernel = new Float64Array(capacities.some((capacity) => capacity > rows) ? rows * rows : 0);
  let done = 0;
  // #region excerpt: fit
  return capacities.map((capacity) => {
    if (capacity <= rows) {
      const own = new Float64Array(capacity * capacity);
      for (let i = 0; i < capacity; i++) own.set(gram.subarray(i * few, i * few + capacity), i * capacity);
      return solveSymmetric(regularised(own, capacity), right.subarray(0, capacity), capacity);
    }
    for (; done < capacity; done++) addOuter(kernel, phi.subarray(done * rows, (done + 1) * rows));
    const dual = solveSymmetric(regularised(kernel, rows), y, rows);
    const out = new Float64Array(capacity);
    for (let j = 0; j < capacity; j++) out[j] = dot(phi.subarray(j * rows, (j + 1) * rows), dual);
    return out;
  });
  // #endregion
}

/** Φ Φᵀ of the first features, of which fewer features use the upper left part, and Φ y. */
function normalEquations(phi: Float64Array, y: Float64Array, features: number) {
  const rows = y.length;
  const gram = new Float64Array(features * features);
  const right = new Float64Array(features);
  for (let i = 0; i < features; i++) {
    const a = phi.subarray(i * rows, (i + 1) * rows);
    right[i] = dot(a, y);
    for (let j = 0; j <= i; j++) gram[i * features + j] = dot(a, phi.subarray(j * rows, (j + 1) * rows));
  }
  return { gram, right };
}

/** Lower triangle only: that is what is read. */
function addOuter(kernel: Float64Array, column: Float64Array): void {
  const rows = column.length;
  for (let i = 0; i < rows; i++) {
    const a = column[i]!;
    if (a === 0) continue;
    const at = i * rows;
    for (let j = 0; j <= i; j++) kernel[at + j]! += a * column[j]!;
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
