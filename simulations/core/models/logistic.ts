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
  /** [replicas, strategies, inputs + 1], the constant first. The model's own: copy what must outlast the next fit. */
  readonly coefficients: Float32Array;
  dispose(): void;
}

interface Block {
  readonly inputs: tf.Tensor3D;
  /** Products of two inputs, [replicas, pairs, rows]: the Hessian is linear in them. */
  readonly products: tf.Tensor3D;
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

  /** Gradient [systems, size] and curvature [systems, pairs] of the weighted loss without the penalty. */
  function derivatives(weights: readonly tf.Tensor3D[]) {
    return compute(() => {
      const coefficients = tf.tensor3d(beta, [replicas, strategies, size]);
      let gradient: tf.Tensor | undefined;
      let curvature: tf.Tensor | undefined;
      weights.forEach((weight, b) => {
        const block = blocks[b]!;
        const odds = tf.matMul(coefficients, block.inputs);
        const p = tf.sigmoid(odds);
        const wrong = tf.mul(weight, tf.sub(p, block.labels)) as tf.Tensor3D;
        const slope = tf.matMul(wrong, block.inputs, false, true);
        const v = tf.mul(p, tf.sub(1, p));
        const bend = tf.matMul(tf.mul(weight, v) as tf.Tensor3D, block.products, false, true);
        gradient = gradient ? tf.add(gradient, slope) : slope;
        curvature = curvature ? tf.add(curvature, bend) : bend;
      });
      return { gradient: gradient!.dataSync(), curvature: curvature!.dataSync() };
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

  /** Takes one step with every model that still moves. */
  function step(weights: readonly tf.Tensor3D[]): void {
    const { gradient, curvature } = derivatives(weights);
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

  return {
    coefficients: beta,
    addBlock(values, labels, rows) {
      checkWholeNumber("rows", rows, 1);
      checkLength("inputs", values, replicas * size * rows);
      checkLength("labels", labels, replicas * rows);
      const products = new Float32Array(replicas * pairs.length * rows);
      for (let r = 0; r < replicas; r++) {
        pairs.forEach(([i, j], k) => {
          const a = (r * size + i) * rows;
          const b = (r * size + j) * rows;
          const out = (r * pairs.length + k) * rows;
          for (let row = 0; row < rows; row++) products[out + row] = values[a + row]! * values[b + row]!;
        });
      }
      blocks.push({
        inputs: tf.tensor3d(values, [replicas, size, rows]),
        products: tf.tensor3d(products, [replicas, pairs.length, rows]),
        labels: tf.tensor3d(labels, [replicas, 1, rows]),
        rows,
      });
    },
    fit(weights) {
      if (weights.length === 0 || weights.length > blocks.length)
        throw new RangeError(`weights must cover 1 to ${blocks.length} blocks, got ${weights.length}`);
      weights.forEach((weight, b) => {
        checkLength(`weights[${b}]`, weight, strategies * blocks[b]!.rows);
      });
      const tensors = weights.map((weight, b) => tf.tensor3d(weight, [1, strategies, blocks[b]!.rows]));
      still.fill(0);
      decrements.fill(0);
      let steps = 0;
      try {
        for (; steps < mostSteps && still.includes(0); steps++) step(tensors);
      } finally {
        tf.dispose(tensors);
      }
      return steps;
    },
    dispose() {
      for (const { inputs: x, products, labels } of blocks) tf.dispose([x, products, labels]);
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
