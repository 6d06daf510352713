/** The kernels on the plain JavaScript backend. */
import {
  type KernelBackend,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  type TypedArray,
} from "@tensorflow/tfjs-core";
import { type LogisticAttributes, type LogisticInputs, logisticKernel } from "./logistic-kernel";
import {
  type AnswerAttributes,
  type AnswerInputs,
  answerKernel,
  type GradientInputs,
  gradientKernel,
  type TrainAttributes,
  type TrainInputs,
  trainKernel,
  weightCount,
} from "./network-kernels";
import { derivePlainly } from "./plain-logistic";
import { answerPlainly, gradientsPlainly, trainPlainly } from "./plain-network";

/** What the backend can do that its general type does not say. */
interface PlainBackend extends KernelBackend {
  makeTensorInfo(shape: number[], dtype: "float32" | "int32", values: TypedArray): TensorInfo;
}

let registered = false;

export function registerPlainKernels(): void {
  if (registered) return;
  registered = true;
  const register = <I, A>(
    name: string,
    work: (inputs: I, attributes: A, backend: PlainBackend) => TensorInfo | TensorInfo[],
  ) =>
    registerKernel({
      kernelName: name,
      backendName: "cpu",
      kernelFunc: (({ inputs, attrs, backend }) =>
        work(inputs as I, attrs as A, backend as PlainBackend)) satisfies KernelFunc,
    });
  register<TrainInputs, TrainAttributes>(trainKernel, (inputs, shape, backend) => {
    const floats = (info: TensorInfo) => backend.readSync(info.dataId) as Float32Array;
    const whole = (info: TensorInfo) => backend.readSync(info.dataId) as Int32Array;
    const state = floats(inputs.state).slice();
    const random = whole(inputs.random).slice();
    const { table, rows, keep, alias, schedule } = inputs;
    trainPlainly(shape, state, random, {
      table: whole(table),
      rows: floats(rows),
      keep: whole(keep),
      alias: whole(alias),
      schedule: floats(schedule),
    });
    return [
      backend.makeTensorInfo(inputs.state.shape, "float32", state),
      backend.makeTensorInfo(inputs.random.shape, "int32", random),
    ];
  });
  register<AnswerInputs, AnswerAttributes>(answerKernel, ({ weights, x }, shape, backend) => {
    const [w, rows] = [weights, x].map(({ dataId }) => backend.readSync(dataId) as Float32Array);
    const { models, outputs } = shape;
    return backend.makeTensorInfo([models, outputs, shape.rows], "float32", answerPlainly(shape, w!, rows!));
  });
  register<GradientInputs, AnswerAttributes>(gradientKernel, ({ weights, x, y }, shape, backend) => {
    const [w, rows, targets] = [weights, x, y].map(({ dataId }) => backend.readSync(dataId) as Float32Array);
    const values = gradientsPlainly(shape, w!, rows!, targets!);
    return backend.makeTensorInfo([shape.models, weightCount(shape)], "float32", values);
  });
  register<LogisticInputs, LogisticAttributes>(logisticKernel, (inputs, shape, backend) => {
    const floats = (info: TensorInfo) => backend.readSync(info.dataId) as Float32Array;
    const values = derivePlainly(shape, {
      x: floats(inputs.x),
      y: floats(inputs.y),
      weights: floats(inputs.weights),
      active: backend.readSync(inputs.active.dataId) as Int32Array,
      beta: floats(inputs.beta),
    });
    const { replicas, strategies, size } = shape;
    return backend.makeTensorInfo([replicas, strategies, size + (size * (size + 1)) / 2], "float32", values);
  });
}
