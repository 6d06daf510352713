/** Starts the WebAssembly backend in Node; a test that needs it must not quietly run on another. */
import { startBackend } from "@/simulations/core/models/backend";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";

export async function startWasm(): Promise<void> {
  const started = await startBackend({ wasmPath: nodeWasmPath() });
  if (started.backend !== "wasm") throw new Error(`expected wasm, got ${started.backend}: ${started.note}`);
}
