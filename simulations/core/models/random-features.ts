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
import { addRows, dotRows, offsetsOf } from "./weighted-rows";

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

/** Features that are made and used together. */
const together = 4;

/**
 * Scores of many fits on new rows, some features at a time, so that the features of all rows are never in memory together.
 * @returns one array of scores for each fit
 */
export function scoresOfFits(features: RandomFeatures, x: Float64Array, fits: readonly Float64Array[]): Float64Array[] {
  const columns = columnsOf(x, features.inputs);
  const rows = x.length / features.inputs;
  const few = new Float64Array(together * rows);
  const offsets = offsetsOf(together, rows);
  const out = fits.map(() => new Float64Array(rows));
  const most = Math.max(0, ...fits.map(({ length }) => length));
  for (let j = 0; j < most; j += together) {
    const count = Math.min(together, most - j);
    for (let k = 0; k < count; k++) fillFeature(features, j + k, columns, few.subarray(k * rows, (k + 1) * rows));
    fits.forEach((fit, f) => {
      if (j < fit.length) addRows(out[f]!, 0, rows, few, offsets, fit.subarray(j, j + count));
    });
  }
  return out;
}

/** Inputs one after the other, so that inner loops run over neighbours. @returns [inputs × rows] */
function columnsOf(x: Float64Array, inputs: number): Float64Array {
  const rows = x.length / inputs;
  const columns = new Float64Array(x.length);
  for (let i = 0; i < rows; i++) for (let k = 0; k < inputs; k++) columns[k * rows + i] = x[i * inputs + k]!;
  return columns;
}

function fillFeature({ inputs, weights }: RandomFeatures, j: number, columns: Float64Array, row: Float64Array): void {
  const rows = row.length;
  if (j === 0) row.fill(1);
  else if (j <= inputs) row.set(columns.subarray((j - 1) * rows, j * rows));
  else {
    const own = j * (inputs + 1);
    row.fill(weights[own]!);
    addRows(row, 0, rows, columns, offsetsOf(inputs, rows), weights.subarray(own + 1, own + 1 + inputs));
    // The positive part, without a branch that nobody can foresee.
    for (let i = 0; i < rows; i++) row[i] = 0.5 * (row[i]! + Math.abs(row[i]!));
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
  const equations = normalEquations(phi, y, few);
  const kernel = new Float64Array(capacities.some((capacity) => capacity > rows) ? rows * rows : 0);
  let done = 0;
  // #region excerpt: fit
  return capacities.map((capacity) => {
    // Few features: the least squared error.
    if (capacity <= rows) return fitOf(equations, offsetsOf(capacity, 1));
    // Many: of all θ that reproduce y, the one of least norm.
    addOuters(kernel, phi.subarray(done * rows, capacity * rows), rows);
    done = capacity;
    const dual = solveSymmetric(regularised(kernel, rows), y, rows);
    const out = new Float64Array(capacity);
    dotRows(out, 0, capacity, phi, dual);
    return out;
  });
  // #endregion
}

/** Φ Φᵀ of features, its lower triangle, and Φ y. */
export interface NormalEquations {
  readonly features: number;
  readonly gram: Float64Array;
  readonly right: Float64Array;
}

/** Of the first features. @param phi [features × rows] */
export function normalEquations(phi: Float64Array, y: Float64Array, features: number): NormalEquations {
  const rows = y.length;
  const gram = new Float64Array(features * features);
  const right = new Float64Array(features);
  dotRows(right, 0, features, phi, y);
  for (let i = 0; i < features; i++) dotRows(gram, i * features, i + 1, phi, phi.subarray(i * rows, (i + 1) * rows));
  return { features, gram, right };
}

/** Coefficients of a model that has some of the features, fewer than examples. */
export function fitOf({ features, gram, right }: NormalEquations, chosen: Int32Array): Float64Array {
  const size = chosen.length;
  const own = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const [a, b] = [chosen[i]!, chosen[j]!];
      own[i * size + j] = gram[Math.max(a, b) * features + Math.min(a, b)]!;
    }
  return solveSymmetric(
    regularised(own, size),
    Float64Array.from(chosen, (j) => right[j]!),
    size,
  );
}

/** Adds the outer products of columns with themselves; the lower triangle only: that is what is read. @param columns [count × rows] */
function addOuters(kernel: Float64Array, columns: Float64Array, rows: number): void {
  const count = columns.length / rows;
  const weights = new Float64Array(count);
  const offsets = offsetsOf(count, rows);
  for (let i = 0; i < rows; i++) {
    for (let f = 0; f < count; f++) weights[f] = columns[f * rows + i]!;
    addRows(kernel, i * rows, i + 1, columns, offsets, weights);
  }
}

function regularised(matrix: Float64Array, size: number): Float64Array {
  const out = matrix.slice();
  let trace = 0;
  for (let i = 0; i < size; i++) trace += out[i * size + i]!;
  for (let i = 0; i < size; i++) out[i * size + i]! += (tiny * trace) / size + Number.MIN_VALUE;
  return out;
}

/**
 * @param phi [features × rows] @param chosen the features that the coefficients belong to: the first so many, unless given
 * @returns [rows]: the sum over these features
 */
export function scoresOf(
  phi: Float64Array,
  coefficients: Float64Array,
  rows: number,
  chosen = offsetsOf(coefficients.length, 1),
): Float64Array {
  const out = new Float64Array(rows);
  addRows(
    out,
    0,
    rows,
    phi,
    chosen.map((j) => j * rows),
    coefficients,
  );
  return out;
}
