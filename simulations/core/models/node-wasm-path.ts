/**
 * Where Node finds the wasm files of TensorFlow.js: in the installed package. Only for callers that run in Node (command
 * line, tests); the browser is given the path of the files served with the page.
 *
 * @example await startBackend({ wasmPath: nodeWasmPath() })
 */
import { createRequire } from "node:module";
import { dirname, sep } from "node:path";

export function nodeWasmPath(): string {
  const entry = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  return `${dirname(entry)}${sep}`;
}
