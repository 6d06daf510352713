/**
 * A network with one hidden layer, for many models at once; gradients derived by hand.
 *
 *   a = tanh(W x),  o = v·a + c;  regression: ŷ = o, loss ½ (ŷ − y)²;  classes: p = σ(o), loss −log p(y)
 *   both losses: ∂/∂o = ŷ − y =: e;  ∂v = e a,  ∂c = e,  ∂W = e v (1 − a²) xᵀ   (backpropagation, Rumelhart et al. 1986)
 *
 * Trained by Adam (Kingma and Ba 2015) on small batches drawn afresh for every step, each example with a chance in
 * proportion to its weight; the step size falls to 0 along half a cosine (Loshchilov and Hutter 2017). Sums over examples
 * are one tensor program [models, features, batch]; the few hundred weights are updated outside it. tanh z is written as
 * 2 σ(2z) − 1, because the WebAssembly backend has a fast sigmoid and a slow tanh.
 *
 * @example
 * const weights = trainMlp({ task: "regression", inputs: 1, hidden: 4, pools: [line], randoms: [createRandom(1)], steps: 300 });
 * predictMlp(weights, Float32Array.of(0.5), 1) // about line's value at 0.5
 */
import * as tf from "@tensorflow/tfjs-core";
import { checkOneOf, checkPositive, checkWholeNumber } from "../check";
import type { Random } from "../random";
import { atOnce, type Steps } from "../steps";
import { compute } from "./compute";
import { checkLength } from "./linear";

export type MlpTask = "regression" | "classification";

export interface MlpWeights {
  readonly task: MlpTask;
  readonly models: number;
  readonly inputs: number;
  readonly hidden: number;
  /** [models, hidden, inputs + 1], the constant's weight first. */
  readonly first: Float32Array;
  /** [models, hidden]. */
  readonly second: Float32Array;
  /** [models]. */
  readonly constant: Float32Array;
}

/** The examples one model learns from. */
export interface TrainingPool {
  /** [inputs, count], features first, standard deviation about 1. */
  readonly inputs: Float32Array;
  /** [count]: numbers of standard deviation about 1, or classes 0 and 1. */
  readonly targets: Float32Array;
  /** [count], at least 0: chance of being drawn, in proportion. All alike when left out. */
  readonly weights?: Float32Array;
}

export interface MlpTraining {
  readonly task: MlpTask;
  readonly inputs: number;
  readonly hidden: number;
  /** One per model; models may share one. */
  readonly pools: readonly TrainingPool[];
  /** One per model, for its first weights and its batches; equal streams give alternatives the same draws. */
  readonly randoms: readonly Random[];
  readonly steps: number;
  readonly batch?: number;
  readonly learningRate?: number;
}

export interface MlpGradients {
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly constant: Float32Array;
}

/** @throws RangeError when a number is out of range, a length does not fit, or all weights of a pool are 0 */
export const trainMlp = (training: MlpTraining): MlpWeights => atOnce(trainMlpInSteps(training));

/** The same with a breath after every step of Adam. */
export function* trainMlpInSteps(training: MlpTraining): Steps<MlpWeights> {
  const { task, inputs, hidden, pools, randoms, steps, batch = 64, learningRate = 0.05 } = training;
  checkOneOf("task", task, ["regression", "classification"] as const);
  for (const [name, value] of Object.entries({ inputs, hidden, steps, batch })) checkWholeNumber(name, value, 1);
  checkPositive("learningRate", learningRate);
  const models = pools.length;
  checkWholeNumber("pools.length", models, 1);
  checkLength("randoms", randoms, models);
  const pickers = pools.map((pool, k) => {
    checkLength(`pools[${k}].inputs`, pool.inputs, inputs * pool.targets.length);
    return createPicker(pool, randoms[k]!);
  });
  const weights = firstWeights(task, models, inputs, hidden, randoms);
  const adam = [weights.first, weights.second, weights.constant].map((values) => createAdam(values));
  const x = new Float32Array(models * (inputs + 1) * batch);
  const y = new Float32Array(models * batch);
  for (let step = 0; step < steps; step++) {
    pools.forEach((pool, k) => {
      drawBatch(pool, pickers[k]!, inputs, batch, k, x, y);
    });
    const { first, second, constant } = mlpGradients(weights, x, y, batch);
    // Rounded, because cosines differ in the last bit between engines.
    const rate = Math.fround(learningRate * 0.5 * (1 + Math.cos((Math.PI * step) / steps)));
    adam[0]!(first, rate);
    adam[1]!(second, rate);
    adam[2]!(constant, rate);
    yield;
  }
  return weights;
}

/**
 * Gradients of the mean loss over each model's batch.
 * @param x [models, inputs + 1, batch], the constant 1 first
 * @param y [models, batch]
 */
export function mlpGradients(weights: MlpWeights, x: Float32Array, y: Float32Array, batch: number): MlpGradients {
  const { task, models, hidden, inputs } = weights;
  checkLength("x", x, models * (inputs + 1) * batch);
  checkLength("y", y, models * batch);
  return compute(() => {
    const input = tf.tensor3d(x, [models, inputs + 1, batch]);
    const second = tf.tensor3d(weights.second, [models, 1, hidden]);
    const { activation, output } = forward(weights, input, second);
    const predicted = task === "classification" ? tf.sigmoid(output) : output;
    const error = tf.div(tf.sub(predicted, tf.tensor3d(y, [models, 1, batch])), batch) as tf.Tensor3D;
    const back = tf.mul(tf.reshape(second, [models, hidden, 1]), error);
    const inner = tf.mul(back, tf.sub(1, tf.square(activation))) as tf.Tensor3D;
    return {
      first: tf.matMul(inner, input, false, true).dataSync() as Float32Array,
      second: tf.matMul(error, activation, false, true).dataSync() as Float32Array,
      constant: tf.sum(error, 2).dataSync() as Float32Array,
    };
  });
}

/**
 * @param inputs [models, inputs, rows], features first, or [inputs, rows] for all models alike
 * @returns [models, rows]: the predicted number, or the probability of class 1
 */
export function predictMlp(weights: MlpWeights, inputs: Float32Array, rows: number): Float32Array {
  const { models, hidden, task } = weights;
  const shared = inputs.length === weights.inputs * rows && models > 1;
  if (!shared) checkLength("inputs", inputs, models * weights.inputs * rows);
  const size = weights.inputs * rows;
  const x = new Float32Array(models * (size + rows));
  for (let k = 0; k < models; k++) {
    const at = k * (size + rows);
    x.fill(1, at, at + rows);
    x.set(shared ? inputs : inputs.subarray(k * size, (k + 1) * size), at + rows);
  }
  return compute(() => {
    const input = tf.tensor3d(x, [models, weights.inputs + 1, rows]);
    const { output } = forward(weights, input, tf.tensor3d(weights.second, [models, 1, hidden]));
    return (task === "classification" ? tf.sigmoid(output) : output).dataSync() as Float32Array;
  });
}

function forward(weights: MlpWeights, input: tf.Tensor3D, second: tf.Tensor3D) {
  const { models, hidden, inputs } = weights;
  const first = tf.tensor3d(weights.first, [models, hidden, inputs + 1]);
  const activation = tf.sub(tf.mul(tf.sigmoid(tf.mul(tf.matMul(first, input), 2)), 2), 1) as tf.Tensor3D;
  const output = tf.add(tf.matMul(second, activation), tf.tensor3d(weights.constant, [models, 1, 1]));
  return { activation, output };
}

/** Hidden weights with variance 1 / (inputs + 1) (LeCun et al. 1998); the second layer starts small. */
function firstWeights(
  task: MlpTask,
  models: number,
  inputs: number,
  hidden: number,
  randoms: readonly Random[],
): MlpWeights {
  const first = new Float32Array(models * hidden * (inputs + 1));
  const second = new Float32Array(models * hidden);
  for (let k = 0; k < models; k++) {
    const random = randoms[k]!;
    for (let i = 0; i < hidden * (inputs + 1); i++)
      first[k * hidden * (inputs + 1) + i] = random.normal(0, 1 / Math.sqrt(inputs + 1));
    for (let i = 0; i < hidden; i++) second[k * hidden + i] = random.normal(0, 0.5 / Math.sqrt(hidden));
  }
  return { task, models, inputs, hidden, first, second, constant: new Float32Array(models) };
}

function createPicker({ targets, weights }: TrainingPool, random: Random): () => number {
  if (!weights) return () => random.integer(targets.length);
  checkLength("weights", weights, targets.length);
  const sums = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, i) => {
    total += weight;
    sums[i] = total;
  });
  if (!(total > 0)) throw new RangeError(`weights must have a sum above 0, got ${total}`);
  return () => {
    const at = random.uniform() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Fills model k's part of the batch. */
function drawBatch(
  pool: TrainingPool,
  pick: () => number,
  inputs: number,
  batch: number,
  k: number,
  x: Float32Array,
  y: Float32Array,
): void {
  const count = pool.targets.length;
  const at = k * (inputs + 1) * batch;
  for (let b = 0; b < batch; b++) {
    const row = pick();
    x[at + b] = 1;
    for (let f = 0; f < inputs; f++) x[at + (f + 1) * batch + b] = pool.inputs[f * count + row]!;
    y[k * batch + b] = pool.targets[row]!;
  }
}

/** Adam on one list of weights, changed in place. */
function createAdam(values: Float32Array): (gradient: Float32Array, rate: number) => void {
  const mean = new Float64Array(values.length);
  const square = new Float64Array(values.length);
  let meanLeft = 1;
  let squareLeft = 1;
  return (gradient, rate) => {
    meanLeft *= 0.9;
    squareLeft *= 0.999;
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i]!;
      mean[i] = 0.9 * mean[i]! + 0.1 * g;
      square[i] = 0.999 * square[i]! + 0.001 * g * g;
      const direction = mean[i]! / (1 - meanLeft) / (Math.sqrt(square[i]! / (1 - squareLeft)) + 1e-8);
      values[i]! -= rate * direction;
    }
  };
}
