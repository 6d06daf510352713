/**
 * Weighted, penalised logistic regression for strategies × replicas at once, by Newton's method, warm-started.
 *
 *   minimise Σᵢ wᵢ log(1 + exp(−sᵢ β·xᵢ)) + λ/2 |β|²   (s = ±1; the constant is not penalised)
 *   step: β ← β − t H⁻¹ g,  g = Σ w (p − y) x + λ β,  H = Σ w p (1 − p) x xᵀ + λ I,  p = σ(β·x)
 *
 * (iteratively reweighted least squares; McCullagh and Nelder 1989, with a ridge: le Cessie and van Houwelingen 1992).
 * The length t is 1 unless the loss turns out to rise steeply at the end of the step: then it is halved. A model is done
 * with the step whose decrement g H⁻¹ g, twice the loss it can still gain, is tiny beside what one example's chance moves
 * it by (Boyd and Vandenberghe 2004). Each model stops on its own, so that none depends on its neighbours.
 *
 * Examples live in blocks of whole months. A month's fit reads the blocks up to that month only; the weights of the
 * examples it must not see are 0.
 *
 * @example
 * const model = createLogistic({ replicas: 1, strategies: 1, inputs: 1, ridge: 1 });
 * model.addBlock(Float32Array.of(1, 1, 1, 1, -2, -1, 1, 2), Float32Array.of(0, 0, 1, 1), 4);
 * model.fit([Float32Array.of(1, 1, 1, 1)]); // constant 0, slope 1.007
 */
import * as tf from "@tensorflow/tfjs-core";
import { checkNotNegative, checkWholeNumber } from "../check";
import { atOnce, type Steps } from "../steps";
import { solveSymmetric } from "./cholesky";
import { compute } from "./compute";
import { checkLength } from "./linear";

export interface LogisticOptions {
  readonly replicas: number;
  readonly strategies: number;
  /** Inputs without the constant. */
  readonly inputs: number;
  /** λ, in units of one example of weight 1 when the inputs have standard deviation 1. Above 0. */
  readonly ridge: number;
}

export interface Logistic {
  /**
   * Adds examples that later fits may read.
   * @param inputs [replicas, inputs + 1, rows], the constant 1 first
   * @param labels [replicas, rows], 0 or 1
   */
  addBlock(inputs: Float32Array, labels: Float32Array, rows: number): void;
  /**
   * Moves the coefficients to the optimum of the weighted loss, from where they are.
   * @param weights per block read, from the first on: [strategies, rows]
   * @returns the number of steps until the last model stood still
   */
  fit(weights: readonly Float32Array[]): number;
  /** The same with a breath after every step. */
  fitInSteps(weights: readonly Float32Array[]): Steps<number>;
  /** [replicas, strategies, inputs + 1], the constant first. The model's own: copy what must outlast the next fit. */
  readonly coefficients: Float32Array;
  dispose(): void;
}

interface Block {
  /** One a feature: [replicas, 1, rows]. */
  readonly features: readonly tf.Tensor3D[];
  /**
   * One a replica: inputs, [1, rows, inputs + 1], and products of two inputs, [1, rows, pairs]; gradient and Hessian are
   * linear in them. The wasm backend has a fast product only of matrices that are neither stacked nor transposed.
   */
  readonly inputs: readonly tf.Tensor3D[];
  readonly products: readonly tf.Tensor3D[];
  readonly labels: tf.Tensor3D;
  readonly rows: number;
}

const mostSteps = 40;
/** A step with this decrement moves the model by a seventh of its standard error, and leaves an error of its square. */
const smallDecrement = 0.02;
/** A step is too long when the loss rises at its end by more than this share of its fall at the start. */
const steepestRise = 0.5;

/** @throws RangeError when an option is out of range */
export function createLogistic({ replicas, strategies, inputs, ridge }: LogisticOptions): Logistic {
  for (const [name, value] of Object.entries({ replicas, strategies, inputs })) checkWholeNumber(name, value, 1);
  checkNotNegative("ridge", ridge);
  const size = inputs + 1;
  const systems = replicas * strategies;
  const pairs = pairsOf(size);
  const blocks: Block[] = [];
  const beta = new Float32Array(systems * size);
  const still = new Uint8Array(systems);
  const gradient = new Float64Array(systems * size);
  const curvature = new Float64Array(systems * pairs.length);

  /** β·x, [replicas, strategies, rows], by broadcasting: several times faster than stacked matrices of few rows. */
  function oddsOf(coefficients: readonly tf.Tensor[], { features }: Block): tf.Tensor {
    return features.map((feature, i) => tf.mul(coefficients[i]!, feature)).reduce((sum, term) => tf.add(sum, term));
  }

  /** Adds to `sums` what the rates of the active strategies, [replicas, active, rows], and the columns give per replica. */
  function accumulate(
    sums: Float64Array,
    rates: tf.Tensor,
    columns: readonly tf.Tensor3D[],
    active: readonly number[],
  ) {
    const all = rates.dataSync() as Float32Array;
    columns.forEach((column, r) => {
      const [, rows, width] = column.shape;
      const length = active.length * rows;
      // A slice of a tensor copies the whole tensor; one of a typed array does not.
      const own = tf.tensor3d(all.subarray(r * length, (r + 1) * length), [1, active.length, rows]);
      const products = tf.matMul(own, column).dataSync();
      active.forEach((s, a) => {
        const at = (r * strategies + s) * width;
        for (let k = 0; k < width; k++) sums[at + k]! += products[a * width + k]!;
      });
    });
  }

  /** Gradient [systems, size] and curvature [systems, pairs] of the weighted loss without the penalty, of the active strategies. */
  function derive(weights: readonly Float32Array[], active: readonly number[]): void {
    gradient.fill(0);
    curvature.fill(0);
    const own = new Float32Array(replicas * active.length);
    compute(() => {
      const coefficients = Array.from({ length: size }, (_, i) => {
        for (let r = 0; r < replicas; r++)
          active.forEach((s, a) => {
            own[r * active.length + a] = beta[(r * strategies + s) * size + i]!;
          });
        return tf.tensor3d(own.slice(), [replicas, active.length, 1]);
      });
      weights.forEach((weight, b) => {
        const block = blocks[b]!;
        const { rows } = block;
        const parts = active.map((s) => weight.subarray(s * rows, (s + 1) * rows));
        if (parts.every((part) => part.every((value) => value === 0))) return;
        const weighed = new Float32Array(active.length * rows);
        parts.forEach((part, a) => {
          weighed.set(part, a * rows);
        });
        const w = tf.tensor3d(weighed, [1, active.length, rows]);
        const p = tf.sigmoid(oddsOf(coefficients, block));
        accumulate(gradient, tf.mul(w, tf.sub(p, block.labels)), block.inputs, active);
        accumulate(curvature, tf.mul(w, tf.mul(p, tf.sub(1, p))), block.products, active);
      });
    });
  }

  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  /** The step each model has just taken, so that one too long can be taken back. */
  const moves = new Float64Array(systems * size);
  const decrements = new Float64Array(systems);

  /** true when the model's last step ended where the loss rises: takes half of it back. */
  function tookHalfBack(system: number): boolean {
    if (decrements[system] === 0) return false;
    let slope = 0;
    for (let i = 0; i < size; i++) slope += right[i]! * moves[system * size + i]!;
    if (slope >= -steepestRise * decrements[system]!) return false;
    for (let i = system * size; i < (system + 1) * size; i++) {
      moves[i]! /= 2;
      beta[i]! += moves[i]!;
    }
    decrements[system]! /= 2;
    return true;
  }

  /** Strategies with a model, in any replica, that still moves. */
  const movingStrategies = (): number[] =>
    Array.from({ length: strategies }, (_, s) => s).filter((s) => {
      for (let r = 0; r < replicas; r++) if (!still[r * strategies + s]) return true;
      return false;
    });

  /** Takes one step with every model that still moves. */
  function step(weights: readonly Float32Array[]): void {
    derive(weights, movingStrategies());
    for (let system = 0; system < systems; system++) {
      if (still[system]) continue;
      for (let i = 0; i < size; i++)
        right[i] = gradient[system * size + i]! + (i === 0 ? 0 : ridge * beta[system * size + i]!);
      if (tookHalfBack(system)) continue;
      pairs.forEach(([i, j], k) => {
        matrix[j * size + i] = curvature[system * pairs.length + k]! + (i === j ? (i === 0 ? 1e-6 : ridge) : 0);
      });
      const move = solveSymmetric(matrix, right, size);
      moves.set(move, system * size);
      decrements[system] = move.reduce((sum, value, i) => sum + value * right[i]!, 0);
      for (let i = 0; i < size; i++) beta[system * size + i]! -= move[i]!;
      if (decrements[system]! < smallDecrement) still[system] = 1;
    }
  }

  function* fitInSteps(weights: readonly Float32Array[]): Steps<number> {
    if (weights.length === 0 || weights.length > blocks.length)
      throw new RangeError(`weights must cover 1 to ${blocks.length} blocks, got ${weights.length}`);
    weights.forEach((weight, b) => {
      checkLength(`weights[${b}]`, weight, strategies * blocks[b]!.rows);
    });
    still.fill(0);
    decrements.fill(0);
    let steps = 0;
    for (; steps < mostSteps && still.includes(0); steps++) {
      step(weights);
      yield;
    }
    return steps;
  }

  return {
    coefficients: beta,
    addBlock(values, labels, rows) {
      checkWholeNumber("rows", rows, 1);
      checkLength("inputs", values, replicas * size * rows);
      checkLength("labels", labels, replicas * rows);
      const column = (r: number, i: number) => values.subarray((r * size + i) * rows, (r * size + i + 1) * rows);
      const perReplica = Array.from({ length: replicas }, (_, r) => r);
      blocks.push({
        features: Array.from({ length: size }, (_, i) => {
          const feature = new Float32Array(replicas * rows);
          for (const r of perReplica) feature.set(column(r, i), r * rows);
          return tf.tensor3d(feature, [replicas, 1, rows]);
        }),
        inputs: perReplica.map((r) => {
          const design = new Float32Array(rows * size);
          for (let i = 0; i < size; i++)
            column(r, i).forEach((value, row) => {
              design[row * size + i] = value;
            });
          return tf.tensor3d(design, [1, rows, size]);
        }),
        products: perReplica.map((r) => {
          const design = new Float32Array(rows * pairs.length);
          pairs.forEach(([i, j], k) => {
            const [a, b] = [column(r, i), column(r, j)];
            for (let row = 0; row < rows; row++) design[row * pairs.length + k] = a[row]! * b[row]!;
          });
          return tf.tensor3d(design, [1, rows, pairs.length]);
        }),
        labels: tf.tensor3d(labels, [replicas, 1, rows]),
        rows,
      });
    },
    fit: (weights) => atOnce(fitInSteps(weights)),
    fitInSteps,
    dispose() {
      for (const { features, inputs: x, products, labels } of blocks)
        tf.dispose([...features, ...x, ...products, labels]);
      blocks.length = 0;
    },
  };
}

/** The positions i ≤ j of the upper triangle. */
function pairsOf(size: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < size; i++) for (let j = i; j < size; j++) pairs.push([i, j]);
  return pairs;
}
