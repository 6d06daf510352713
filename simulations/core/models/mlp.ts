/**
 * A network with one hidden layer, for many models at once; gradients derived by hand.
 *
 *   a = tanh(W x),  o = V a + c
 *   regression: ŷ = o, loss ½ (ŷ − y)²;  two classes: p = σ(o), loss −log p(y);  several: p = softmax(o), loss −log p(y)
 *   every loss: ∂/∂o = ŷ − y =: e;  ∂V = e aᵀ,  ∂c = e,  ∂W = Vᵀe (1 − a²) xᵀ   (backpropagation, Rumelhart et al. 1986)
 *
 * Trained by Adam (Kingma and Ba 2015) on small batches drawn afresh for every step, each example with a chance in
 * proportion to its weight; the step size falls to 0 along half a cosine (Loshchilov and Hutter 2017). Many steps of all
 * models are one call of a TensorFlow.js kernel of our own (kernels/): same figures in Node and in any browser, with SIMD and
 * without, and for a model alone or among others.
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
import {
  type LossCode,
  type NetworkShape,
  runAnswer,
  runGradients,
  runTrain,
  weightCount,
} from "./kernels/network-kernels";
import { checkLength } from "./linear";
import { type PoolTable, poolTable, type TrainingPool } from "./pool-table";

export type { TrainingPool } from "./pool-table";

export type MlpTask = "regression" | "classification";

export interface MlpWeights {
  readonly task: MlpTask;
  readonly models: number;
  readonly inputs: number;
  readonly hidden: number;
  /** 1, or the number of classes where there are more than two. */
  readonly outputs: number;
  /**
   * [models, size]: first layer [hidden, inputs + 1], the constant's weight first; second layer [outputs, hidden]; constants
   * [outputs]. size = hidden (inputs + 1) + outputs (hidden + 1).
   */
  readonly values: Float32Array;
}

export interface MlpTraining {
  readonly task: MlpTask;
  readonly inputs: number;
  readonly hidden: number;
  /** 2 unless given; targets are 0 … classes − 1. */
  readonly classes?: number;
  /** One per model; models may share one. */
  readonly pools: readonly TrainingPool[];
  /** One per model, for its first weights and its batches; equal streams give alternatives the same draws. */
  readonly randoms: readonly Random[];
  readonly steps: number;
  readonly batch?: number;
  readonly learningRate?: number;
}

const mostClasses = 12;
/** Multiplications in one call: a few milliseconds, so that whoever waits is heard. */
const workPerCall = { wasm: 8e6, cpu: 4e5 };

/** @throws RangeError when a number is out of range, a length does not fit, or all weights of a pool are 0 */
export const trainMlp = (training: MlpTraining): MlpWeights => atOnce(trainMlpInSteps(training));

/** The same with a breath every few milliseconds. */
export function* trainMlpInSteps(training: MlpTraining): Steps<MlpWeights> {
  const { task, inputs, hidden, classes = 2, pools, randoms, steps, batch = 64, learningRate = 0.05 } = training;
  checkOneOf("task", task, ["regression", "classification"] as const);
  for (const [name, value] of Object.entries({ inputs, hidden, steps, batch })) checkWholeNumber(name, value, 1);
  checkWholeNumber("classes", classes, 2, mostClasses);
  checkPositive("learningRate", learningRate);
  const models = pools.length;
  checkWholeNumber("pools.length", models, 1);
  checkLength("randoms", randoms, models);
  const outputs = task === "classification" && classes > 2 ? classes : 1;
  const shape: NetworkShape = { models, inputs, hidden, outputs, loss: lossOf(task, outputs) };
  const size = weightCount(shape);
  const table = poolTable(pools, inputs, task === "classification" ? classes : undefined);
  const state = new Float32Array(models * 3 * size);
  const words = new Int32Array(models * 4);
  randoms.forEach((random, k) => {
    firstWeights(shape, random, state.subarray(k * 3 * size, k * 3 * size + size));
    for (let i = 0; i < 4; i++) words[4 * k + i] = Math.floor(random.uniform() * 2 ** 32) | 0;
  });
  yield* trainInCalls(shape, table, state, words, { steps, batch, learningRate });
  const values = new Float32Array(models * size);
  for (let k = 0; k < models; k++) values.set(state.subarray(k * 3 * size, k * 3 * size + size), k * size);
  return { task, models, inputs, hidden, outputs, values };
}

const lossOf = (task: MlpTask, outputs: number): LossCode => (task === "regression" ? 0 : outputs === 1 ? 1 : 2);

interface Plan {
  readonly steps: number;
  readonly batch: number;
  readonly learningRate: number;
}

/** Few models and many steps a call rather than many models and few steps: what a model learns from stays in the fastest memory. */
function callsOf(shape: NetworkShape, { steps, batch }: Plan): { readonly together: number; readonly perCall: number } {
  const work = tf.getBackend() === "cpu" ? workPerCall.cpu : workPerCall.wasm;
  const aStep = 3 * batch * weightCount(shape);
  const together = Math.min(shape.models, Math.max(1, Math.floor(work / (steps * aStep))));
  return { together, perCall: Math.max(1, Math.floor(work / (together * aStep))) };
}

/** @param state [models, 3 · size]: weights, means and squares, changed in place @param words [models, 4] */
function* trainInCalls(
  shape: NetworkShape,
  { count, ...pools }: PoolTable,
  state: Float32Array,
  words: Int32Array,
  plan: Plan,
): Steps<void> {
  const { steps, batch, learningRate } = plan;
  const { together, perCall } = callsOf(shape, plan);
  const length = state.length / shape.models;
  const rows = tf.tensor(pools.rows, [count, shape.inputs + 2], "float32");
  const keep = tf.tensor(pools.keep, [count], "int32");
  const alias = tf.tensor(pools.alias, [count], "int32");
  const kept = [rows, keep, alias];
  try {
    for (let from = 0; from < shape.models; from += together) {
      const to = Math.min(shape.models, from + together);
      const models = to - from;
      const own = state.subarray(from * length, to * length);
      const table = tf.tensor(pools.table.subarray(3 * from, 3 * to), [models, 3], "int32");
      let trained: tf.Tensor = tf.tensor(own, [models, length], "float32");
      let random: tf.Tensor = tf.tensor(words.subarray(4 * from, 4 * to), [models, 4], "int32");
      kept.push(table, trained, random);
      for (let done = 0; done < steps; done += perCall) {
        const part = Math.min(perCall, steps - done);
        const schedule = tf.tensor(scheduleOf(done, part, steps, learningRate), [part, 3], "float32");
        const inputs = { state: trained, random, table, rows, keep, alias, schedule };
        [trained, random] = runTrain(inputs, { ...shape, models, batch, steps: part });
        kept.push(schedule, trained, random);
        yield;
      }
      own.set(trained.dataSync<"float32">());
      tf.dispose(kept.splice(3));
    }
  } finally {
    tf.dispose(kept);
  }
}

/** Step size and what Adam's averages are divided by, [count, 3], rounded because cosines and powers differ in the last bit between engines. */
function scheduleOf(from: number, count: number, steps: number, learningRate: number): Float32Array {
  const schedule = new Float32Array(3 * count);
  for (let i = 0; i < count; i++) {
    const step = from + i;
    schedule[3 * i] = learningRate * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
    schedule[3 * i + 1] = 1 / (1 - 0.9 ** (step + 1));
    schedule[3 * i + 2] = 1 / (1 - 0.999 ** (step + 1));
  }
  return schedule;
}

const shapeOf = ({ models, inputs, hidden, outputs, task }: MlpWeights): NetworkShape => ({
  models,
  inputs,
  hidden,
  outputs,
  loss: lossOf(task, outputs),
});

/**
 * Gradients of the mean loss over each model's batch, as `values` of the weights.
 * @param x [models, inputs, batch], features first
 * @param y [models, batch]
 */
export function mlpGradients(weights: MlpWeights, x: Float32Array, y: Float32Array, batch: number): Float32Array {
  const { models, inputs, values } = weights;
  checkLength("x", x, models * inputs * batch);
  checkLength("y", y, models * batch);
  return compute(
    () =>
      runGradients(
        {
          weights: tf.tensor(values, [models, values.length / models], "float32"),
          x: tf.tensor(x, [models, inputs, batch], "float32"),
          y: tf.tensor(y, [models, batch], "float32"),
        },
        { ...shapeOf(weights), rows: batch },
      ).dataSync() as Float32Array,
  );
}

/**
 * @param inputs [models, inputs, rows], features first, or [inputs, rows] for all models alike
 * @returns [models, rows]: the predicted number, or the probability of class 1; [models, classes, rows] with several classes
 */
export function predictMlp(weights: MlpWeights, inputs: Float32Array, rows: number): Float32Array {
  const { models, values } = weights;
  const shared = inputs.length === weights.inputs * rows && models > 1;
  if (!shared) checkLength("inputs", inputs, models * weights.inputs * rows);
  return compute(
    () =>
      runAnswer(
        {
          weights: tf.tensor(values, [models, values.length / models], "float32"),
          x: tf.tensor(inputs, [shared ? 1 : models, weights.inputs, rows], "float32"),
        },
        { ...shapeOf(weights), rows },
      ).dataSync() as Float32Array,
  );
}

/** Hidden weights with variance 1 / (inputs + 1) (LeCun et al. 1998); the second layer starts small, the constants at 0. */
function firstWeights({ inputs, hidden, outputs }: NetworkShape, random: Random, weights: Float32Array): void {
  const first = hidden * (inputs + 1);
  for (let i = 0; i < first; i++) weights[i] = random.normal(0, 1 / Math.sqrt(inputs + 1));
  for (let i = 0; i < outputs * hidden; i++) weights[first + i] = random.normal(0, 0.5 / Math.sqrt(hidden));
}
