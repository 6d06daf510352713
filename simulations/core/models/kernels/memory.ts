/**
 * The compiled kernels, working in the memory of TensorFlow.js's own WebAssembly backend: tensors are read and written where
 * they are, and the backend stays in charge of them.
 */
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { scalarKernels, simdKernels } from "./compiled";

/** What assembly/index.ts exports; every argument is a whole number or an address in bytes. */
export interface CompiledKernels {
  trainNetworks(...numbers: number[]): void;
  answerNetworks(...numbers: number[]): void;
  gradients(...numbers: number[]): void;
  scratchBytes(inputs: number, hidden: number, outputs: number, batch: number): number;
  deriveLogistic(...numbers: number[]): void;
  logisticScratchBytes(size: number): number;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
};

/** The parts of the backend's module that are needed; its types name none of them. */
interface BackendModule {
  readonly asm?: Readonly<Record<string, unknown>>;
}

function memoryOf(backend: BackendWasm): WebAssembly.Memory {
  const { asm = {} } = backend.wasm as unknown as BackendModule;
  const memory = Object.values(asm).find((value) => value instanceof WebAssembly.Memory);
  if (!memory) throw new Error("the memory of TensorFlow.js's WebAssembly backend was not found");
  return memory;
}

/** @param simd whether the machine has SIMD; the figures do not depend on it */
export async function loadKernels(backend: BackendWasm, simd: boolean): Promise<CompiledKernels> {
  const bytes = bytesOf(simd ? simdKernels : scalarKernels);
  const env = { memory: memoryOf(backend), abort: () => {} };
  const { instance } = await WebAssembly.instantiate(bytes, { env });
  return instance.exports as unknown as CompiledKernels;
}

/** Where a tensor begins. */
export const addressOf = (backend: BackendWasm, { dataId }: TensorInfo): number =>
  backend.dataIdMap.get(dataId).memoryOffset;

/** Lends `bytes` of the backend's memory for one piece of work. */
export function withScratch<T>(backend: BackendWasm, bytes: number, work: (address: number) => T): T {
  const scratch = backend.makeOutput([Math.ceil(bytes / 4)], "int32");
  try {
    return work(addressOf(backend, scratch));
  } finally {
    backend.disposeData(scratch.dataId);
  }
}

/** A new tensor with the same numbers, to be changed in place. */
export function copyOf(backend: BackendWasm, from: TensorInfo): TensorInfo {
  const copy = backend.makeOutput(from.shape, from.dtype);
  backend.typedArrayFromHeap(copy).set(backend.typedArrayFromHeap(from));
  return copy;
}
