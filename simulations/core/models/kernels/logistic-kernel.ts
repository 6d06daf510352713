/** The kernel of weighted logistic losses, as engines and backends see it. What is computed stands in core/models/logistic.ts. */
import * as tf from "@tensorflow/tfjs-core";

export const logisticKernel = "LogisticDerivatives";

export type LogisticInputs = {
  /** float32 [replicas, size, rows], the constant 1 first; rows a multiple of eight, the last of them of weight 0. */
  x: tf.Tensor;
  /** float32 [replicas, rows]: 0 or 1. */
  y: tf.Tensor;
  /** float32 [strategies, rows]. */
  weights: tf.Tensor;
  /** int32 [replicas, strategies]: 0 leaves the system out. */
  active: tf.Tensor;
  /** float32 [replicas, strategies, size]. */
  beta: tf.Tensor;
};

export interface LogisticAttributes extends tf.NamedAttrMap {
  readonly replicas: number;
  readonly strategies: number;
  readonly size: number;
  readonly rows: number;
}

/** Gradient and upper triangle of the Hessian, row by row: [replicas, strategies, size + size (size + 1) / 2]. */
export const runLogistic = (inputs: LogisticInputs, attributes: LogisticAttributes): tf.Tensor =>
  tf.engine().runKernel(logisticKernel, inputs, attributes) as tf.Tensor;
