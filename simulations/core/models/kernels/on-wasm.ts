/** The kernels on the WebAssembly backend: addresses and sizes for the compiled code. */
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { type KernelFunc, registerKernel, type TensorInfo } from "@tensorflow/tfjs-core";
import { type LogisticAttributes, type LogisticInputs, logisticKernel } from "./logistic-kernel";
import { addressOf, type CompiledKernels, copyOf, loadKernels, withScratch } from "./memory";
import {
  type AnswerAttributes,
  type AnswerInputs,
  answerBlock,
  answerKernel,
  type GradientInputs,
  gradientKernel,
  type TrainAttributes,
  type TrainInputs,
  trainKernel,
  weightCount,
} from "./network-kernels";

let kernels: CompiledKernels | undefined;
let registered = false;

const compiled = (): CompiledKernels => {
  if (!kernels) throw new Error("the training kernels were not loaded: start the backend with startBackend");
  return kernels;
};

/** Loads the compiled code into the backend that has just started, and registers the kernels once. */
export async function startWasmKernels(backend: BackendWasm, simd: boolean): Promise<void> {
  kernels = await loadKernels(backend, simd);
  if (registered) return;
  registered = true;
  const register = <I, A>(
    name: string,
    work: (inputs: I, attributes: A, backend: BackendWasm) => TensorInfo | TensorInfo[],
  ) =>
    registerKernel({
      kernelName: name,
      backendName: "wasm",
      kernelFunc: (({ inputs, attrs, backend: own }) =>
        work(inputs as I, attrs as A, own as BackendWasm)) satisfies KernelFunc,
    });
  register(trainKernel, train);
  register(answerKernel, answer);
  register(gradientKernel, gradients);
  register(logisticKernel, derive);
}

function train(inputs: TrainInputs, shape: TrainAttributes, backend: BackendWasm): TensorInfo[] {
  const code = compiled();
  const state = copyOf(backend, inputs.state);
  const random = copyOf(backend, inputs.random);
  const at = (info: TensorInfo) => addressOf(backend, info);
  withScratch(backend, code.scratchBytes(shape.inputs, shape.hidden, shape.outputs, shape.batch), (scratch) =>
    code.trainNetworks(
      ...[shape.models, shape.inputs, shape.hidden, shape.outputs, shape.loss, shape.batch, shape.steps],
      ...[at(state), at(random), at(inputs.table), at(inputs.rows), at(inputs.keep), at(inputs.alias)],
      ...[at(inputs.schedule), scratch],
    ),
  );
  return [state, random];
}

function answer({ weights, x }: AnswerInputs, shape: AnswerAttributes, backend: BackendWasm): TensorInfo {
  const code = compiled();
  const { models, inputs, hidden, outputs, loss, rows } = shape;
  const out = backend.makeOutput([models, outputs, rows], "float32");
  const shared = x.shape[0] === 1 ? 1 : 0;
  withScratch(backend, code.scratchBytes(inputs, hidden, outputs, answerBlock), (scratch) =>
    code.answerNetworks(
      ...[models, inputs, hidden, outputs, loss, rows, answerBlock, shared],
      ...[addressOf(backend, weights), weightCount(shape), addressOf(backend, x), addressOf(backend, out), scratch],
    ),
  );
  return out;
}

function gradients({ weights, x, y }: GradientInputs, shape: AnswerAttributes, backend: BackendWasm): TensorInfo {
  const code = compiled();
  const { models, inputs, hidden, outputs, loss, rows } = shape;
  const out = backend.makeOutput([models, weightCount(shape)], "float32");
  const at = (info: TensorInfo) => addressOf(backend, info);
  withScratch(backend, code.scratchBytes(inputs, hidden, outputs, rows), (scratch) =>
    code.gradients(models, inputs, hidden, outputs, loss, rows, at(weights), at(x), at(y), at(out), scratch),
  );
  return out;
}

function derive(inputs: LogisticInputs, shape: LogisticAttributes, backend: BackendWasm): TensorInfo {
  const code = compiled();
  const { replicas, strategies, size, rows } = shape;
  const out = backend.makeOutput([replicas, strategies, size + (size * (size + 1)) / 2], "float32");
  const at = (info: TensorInfo) => addressOf(backend, info);
  withScratch(backend, code.logisticScratchBytes(size), (scratch) =>
    code.deriveLogistic(
      ...[replicas, strategies, size, rows],
      ...[at(inputs.x), at(inputs.y), at(inputs.weights), at(inputs.active), at(inputs.beta), at(out), scratch],
    ),
  );
  return out;
}
