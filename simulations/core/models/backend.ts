/**
 * Starts TensorFlow.js on the WebAssembly backend, or on the plain JavaScript one when WebAssembly cannot start.
 *
 * The backend is always chosen by name: left alone, TensorFlow.js would look for WebGL first, whose float arithmetic differs
 * from machine to machine. Threads are not asked for; they need SharedArrayBuffer and gain nothing with models this small.
 *
 * @example
 * await startBackend({ backend: "cpu" }) // { backend: "cpu", arithmetic: "cpu" }
 */
import "@tensorflow/tfjs-backend-cpu";
import { type BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { registerPlainKernels } from "./kernels/on-cpu";
import { startWasmKernels } from "./kernels/on-wasm";

export type BackendName = "wasm" | "cpu";

export interface BackendOptions {
  /** Folder of the wasm files with a slash at its end: a URL path in the browser, a directory in Node. */
  readonly wasmPath?: string;
  readonly backend?: BackendName;
  /** Whether our own kernels use SIMD: as the machine can, unless given. The figures are the same. */
  readonly simd?: boolean;
}

export interface StartedBackend {
  readonly backend: BackendName;
  /** What sums are made with: between two of them the last digits of figures may differ. */
  readonly arithmetic: "simd" | "wasm" | "cpu";
  /** Why it is not the backend asked for, in words for the page. */
  readonly note?: string;
}

/** The files found so far; a second start in the same thread must not name other ones. */
let pathInUse: string | undefined;

/** @throws Error when not even the plain JavaScript backend starts. */
export async function startBackend(options: BackendOptions = {}): Promise<StartedBackend> {
  const { wasmPath, backend = "wasm" } = options;
  // Skips checks of every tensor for NaN and the like; the engines check their own arguments.
  tf.enableProdMode();
  if (backend === "cpu") return startPlain();
  try {
    if (wasmPath !== undefined && wasmPath !== pathInUse) {
      setWasmPaths(wasmPath);
      pathInUse = wasmPath;
    }
    if (await tf.setBackend("wasm")) {
      await tf.ready();
      const simd = Boolean(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"));
      await startWasmKernels(tf.backend() as BackendWasm, options.simd ?? simd);
      return { backend: "wasm", arithmetic: simd ? "simd" : "wasm" };
    }
  } catch {
    // What went wrong is the browser's or the host's business; the learner needs to know what it means for them.
  }
  const plain = await startPlain();
  return {
    ...plain,
    note: "WebAssembly could not start here, so the models train in plain JavaScript. The lesson is the same, only slower.",
  };
}

async function startPlain(): Promise<StartedBackend> {
  if (!(await tf.setBackend("cpu"))) throw new Error("TensorFlow.js could not start on any backend.");
  await tf.ready();
  registerPlainKernels();
  return { backend: "cpu", arithmetic: "cpu" };
}
