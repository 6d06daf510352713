/**
 * Weighted, penalised logistic regression for strategies × replicas at once, by Newton's method, warm-started.
 *
 *   minimise Σᵢ wᵢ log(1 + exp(−sᵢ β·xᵢ)) + λ/2 |β|²   (s = ±1; the constant is not penalised)
 *   step: β ← β − H⁻¹ g,  g = Σ w (p − y) x + λ β,  H = Σ w v x xᵀ + λ I,  p = σ(β·x),  v = p (1 − p)
 *
 * (iteratively reweighted least squares; McCullagh and Nelder 1989, with a ridge: le Cessie and van Houwelingen 1992).
 * Newton's own v makes steps too long where p is near 0 or 1; the first steps after a change therefore use
 * v = (p − ½) / (β·x), the smallest quadratic upper bound (Jaakkola and Jordan 2000), whose steps never raise the loss.
 *
 * Examples live in blocks of whole months. A month's fit reads the blocks up to that month only; the weights of the
 * examples it must not see are 0.
 *
 * @example
 * const model = createLogistic({ replicas: 1, strategies: 1, inputs: 1, ridge: 1 });
 * model.addBlock(Float32Array.of(1, 1, 1, 1, -2, -1, 1, 2), Float32Array.of(0, 0, 1, 1), 4);
 * model.fit([Float32Array.of(1, 1, 1, 1)]); // constant 0, slope 1.077
 */
import * as tf from "@tensorflow/tfjs-core";
import { checkNotNegative, checkWholeNumber } from "../check";
import { checkLength, penalty } from "./linear";
import { solveSymmetric } from "./solve";

export interface LogisticOptions {
  readonly replicas: number;
  readonly strategies: number;
  /** Inputs without the constant. */
  readonly inputs: number;
  /** λ, in units of one example of weight 1 when the inputs have standard deviation 1. */
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
   * @param bounded steps with the upper bound, then `newton` steps
   */
  fit(weights: readonly Float32Array[], bounded?: number, newton?: number): void;
  /** [replicas, strategies, inputs + 1], the constant first. Stays the model's: copy what must outlast the next fit. */
  coefficients(): tf.Tensor3D;
  dispose(): void;
}

interface Block {
  readonly inputs: tf.Tensor3D;
  /** Products of two inputs, [replicas, pairs, rows]: the Hessian is linear in them. */
  readonly products: tf.Tensor3D;
  readonly labels: tf.Tensor3D;
  readonly rows: number;
}

/** @throws RangeError when an option is out of range */
export function createLogistic({ replicas, strategies, inputs, ridge }: LogisticOptions): Logistic {
  for (const [name, value] of Object.entries({ replicas, strategies, inputs })) checkWholeNumber(name, value, 1);
  checkNotNegative("ridge", ridge);
  const size = inputs + 1;
  const systems = replicas * strategies;
  const blocks: Block[] = [];
  const { pairs, square } = pairIndices(size);
  const squareIndex = tf.tensor1d(square, "int32");
  const diagonal = penalty(inputs, ridge);
  const shrink = tf.tensor1d(Float32Array.from({ length: size }, (_, i) => (i === 0 ? 0 : ridge)));
  let beta: tf.Tensor3D = tf.zeros([replicas, strategies, size]);

  function step(weights: readonly tf.Tensor3D[], bounded: boolean): void {
    const next = tf.tidy(() => {
      let gradient: tf.Tensor = tf.mul(beta, shrink);
      let curvature: tf.Tensor | undefined;
      weights.forEach((weight, b) => {
        const block = blocks[b]!;
        const odds = tf.matMul(beta, block.inputs);
        const p = tf.sigmoid(odds);
        const wrong = tf.mul(weight, tf.sub(p, block.labels)) as tf.Tensor3D;
        gradient = tf.add(gradient, tf.matMul(wrong, block.inputs, false, true));
        const v = bounded ? boundOf(p, odds) : tf.mul(p, tf.sub(1, p));
        const part = tf.matMul(tf.mul(weight, v) as tf.Tensor3D, block.products, false, true);
        curvature = curvature ? tf.add(curvature, part) : part;
      });
      const hessian = tf.reshape(tf.gather(curvature!, squareIndex, 2), [systems, size, size]);
      const augmented = tf.concat([hessian, tf.reshape(gradient, [systems, size, 1])], 2);
      const move = solveSymmetric(tf.add(augmented, diagonal) as tf.Tensor3D);
      return tf.sub(beta, tf.reshape(move, [replicas, strategies, size])) as tf.Tensor3D;
    });
    beta.dispose();
    beta = next;
  }

  return {
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
    fit(weights, bounded = 2, newton = 2) {
      if (weights.length === 0 || weights.length > blocks.length)
        throw new RangeError(`weights must cover 1 to ${blocks.length} blocks, got ${weights.length}`);
      weights.forEach((weight, b) => {
        checkLength(`weights[${b}]`, weight, strategies * blocks[b]!.rows);
      });
      const tensors = weights.map((weight, b) => tf.tensor3d(weight, [1, strategies, blocks[b]!.rows]));
      try {
        for (let i = 0; i < bounded + newton; i++) step(tensors, i < bounded);
      } finally {
        tf.dispose(tensors);
      }
    },
    coefficients: () => beta,
    dispose() {
      tf.dispose([beta, squareIndex, diagonal, shrink]);
      for (const { inputs: x, products, labels } of blocks) tf.dispose([x, products, labels]);
      blocks.length = 0;
    },
  };
}

/** (p − ½) / odds, which tends to ¼ at 0; the shift keeps the quotient defined and moves it by less than 1e-4. */
function boundOf(p: tf.Tensor, odds: tf.Tensor): tf.Tensor {
  const size = tf.add(tf.abs(odds), 1e-3);
  return tf.div(tf.add(tf.abs(tf.sub(p, 0.5)), 2.5e-4), size);
}

/** The pairs i ≤ j, and for each cell of the full matrix the position of its pair. */
function pairIndices(size: number): { pairs: [number, number][]; square: Int32Array } {
  const pairs: [number, number][] = [];
  const square = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      square[i * size + j] = pairs.length;
      square[j * size + i] = pairs.length;
      pairs.push([i, j]);
    }
  }
  return { pairs, square };
}
