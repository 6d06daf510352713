/**
 * The three kernels of networks with one hidden layer, by name and by what goes in and out, as engines and backends see them.
 * What is computed stands in core/models/mlp.ts.
 *
 * A model's weights, [size]: first layer [hidden, inputs + 1], the constant first; second layer [outputs, hidden]; constants
 * [outputs]. size = hidden (inputs + 1) + outputs (hidden + 1).
 */
import * as tf from "@tensorflow/tfjs-core";

/** 0: (ŷ − y)² / 2. 1: −log of the chance of class 0 or 1, one output. 2: the same of several classes, one output each. */
export type LossCode = 0 | 1 | 2;

export interface NetworkShape {
  readonly models: number;
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
  readonly loss: LossCode;
}

export const weightCount = ({ hidden, inputs, outputs }: Omit<NetworkShape, "models" | "loss">): number =>
  hidden * (inputs + 1) + outputs * (hidden + 1);

export const trainKernel = "TrainNetworks";
export const answerKernel = "AnswerNetworks";
export const gradientKernel = "NetworkGradients";

/** Rows a network answers at a time. */
export const answerBlock = 256;

export type TrainInputs = {
  /** float32 [models, 3, size]: weights, and Adam's mean and square. */
  state: tf.Tensor;
  /** int32 [models, 4]: the words of xoshiro128++. */
  random: tf.Tensor;
  /** int32 [models, 3]: first row of the pool, its rows, 1 when drawn by weight. */
  table: tf.Tensor;
  /** float32 [rows, inputs + 2]: inputs, target, weight in the loss. */
  rows: tf.Tensor;
  /** int32 [rows], read as unsigned: a draw below it keeps the row, else its alias is taken. */
  keep: tf.Tensor;
  /** int32 [rows], counted within the pool. */
  alias: tf.Tensor;
  /** float32 [steps, 3]: step size, 1 / (1 − β₁ᵗ), 1 / (1 − β₂ᵗ). */
  schedule: tf.Tensor;
};

export interface TrainAttributes extends NetworkShape, tf.NamedAttrMap {
  readonly batch: number;
  readonly steps: number;
}

/** Some training steps; gives back the new state and the new random words. */
export function runTrain(inputs: TrainInputs, attributes: TrainAttributes): [tf.Tensor, tf.Tensor] {
  return tf.engine().runKernel(trainKernel, inputs, attributes) as unknown as [tf.Tensor, tf.Tensor];
}

export type AnswerInputs = {
  /** float32 [models, size]. */
  weights: tf.Tensor;
  /** float32 [models, inputs, rows], or [1, inputs, rows] for all models alike. */
  x: tf.Tensor;
};

export interface AnswerAttributes extends NetworkShape, tf.NamedAttrMap {
  readonly rows: number;
}

/** What every model says of its rows, [models, outputs, rows]. */
export const runAnswer = (inputs: AnswerInputs, attributes: AnswerAttributes): tf.Tensor =>
  tf.engine().runKernel(answerKernel, inputs, attributes) as tf.Tensor;

export type GradientInputs = AnswerInputs & {
  /** float32 [models, rows]. */
  y: tf.Tensor;
};

/** Gradient of every model's mean loss over its rows, [models, size]. */
export const runGradients = (inputs: GradientInputs, attributes: AnswerAttributes): tf.Tensor =>
  tf.engine().runKernel(gradientKernel, inputs, attributes) as tf.Tensor;
