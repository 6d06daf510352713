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
import { runLogistic } from "./kernels/logistic-kernel";
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
  /** [replicas, inputs + 1, rows], rows up to a multiple of eight. */
  readonly x: tf.Tensor3D;
  /** [replicas, rows]. */
  readonly labels: tf.Tensor2D;
  readonly given: number;
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
  const pairs = (size * (size + 1)) / 2;
  const width = size + pairs;
  const blocks: Block[] = [];
  const beta = new Float32Array(systems * size);
  const still = new Uint8Array(systems);
  /** Per system: gradient [size], then the upper triangle of the curvature [pairs]. */
  const derivatives = new Float64Array(systems * width);

  /** Gradient and curvature of the weighted loss without the penalty, of the systems that still move. */
  function derive(weights: readonly Float32Array[]): void {
    derivatives.fill(0);
    const active = Int32Array.from(still, (stands) => 1 - stands);
    compute(() => {
      const shared = {
        active: tf.tensor(active, [replicas, strategies], "int32"),
        beta: tf.tensor(beta.slice(), [replicas, strategies, size], "float32"),
      };
      weights.forEach((weight, b) => {
        const { x, labels, given, rows } = blocks[b]!;
        if (weight.every((value) => value === 0)) return;
        const own = { x, y: labels, weights: tf.tensor(padded(weight, strategies, given, rows), [strategies, rows]) };
        const sums = runLogistic({ ...shared, ...own }, { replicas, strategies, size, rows }).dataSync();
        for (let i = 0; i < sums.length; i++) derivatives[i]! += sums[i]!;
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

  /** Takes one step with every model that still moves. */
  function step(weights: readonly Float32Array[]): void {
    derive(weights);
    for (let system = 0; system < systems; system++) {
      if (still[system]) continue;
      const at = system * width;
      for (let i = 0; i < size; i++) right[i] = derivatives[at + i]! + (i === 0 ? 0 : ridge * beta[system * size + i]!);
      if (tookHalfBack(system)) continue;
      let k = at + size;
      for (let i = 0; i < size; i++)
        for (let j = i; j < size; j++)
          matrix[j * size + i] = derivatives[k++]! + (i === j ? (i === 0 ? 1e-6 : ridge) : 0);
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
      checkLength(`weights[${b}]`, weight, strategies * blocks[b]!.given);
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
      const full = Math.ceil(rows / 8) * 8;
      blocks.push({
        x: tf.tensor3d(padded(values, replicas * size, rows, full), [replicas, size, full]),
        labels: tf.tensor2d(padded(labels, replicas, rows, full), [replicas, full]),
        given: rows,
        rows: full,
      });
    },
    fit: (weights) => atOnce(fitInSteps(weights)),
    fitInSteps,
    dispose() {
      for (const { x, labels } of blocks) tf.dispose([x, labels]);
      blocks.length = 0;
    },
  };
}

/** Lines of `given` numbers as lines of `full`, the rest 0. */
function padded(values: Float32Array, lines: number, given: number, full: number): Float32Array {
  if (given === full) return values;
  const all = new Float32Array(lines * full);
  for (let line = 0; line < lines; line++) all.set(values.subarray(line * given, (line + 1) * given), line * full);
  return all;
}
