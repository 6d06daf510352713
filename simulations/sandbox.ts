/** The sandbox for readers' code: one for the page, and one for each worker that runs engines. */
import type { Interpret } from "./runtime/own-code";
import type { FromSandbox, SandboxPort } from "./sandbox/protocol";
import { createSandbox } from "./sandbox/sandbox";

function createPort(): SandboxPort {
  // The literal is what the bundler looks for.
  const worker = new Worker(new URL("./sandbox/worker.ts", import.meta.url), { type: "module" });
  return {
    post: (message) => worker.postMessage(message),
    listen(onMessage, onCrash) {
      worker.addEventListener("message", ({ data }: MessageEvent<FromSandbox>) => onMessage(data));
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        onCrash(event.message || "its worker could not be loaded");
      });
    },
    terminate: () => worker.terminate(),
  };
}

let shared: Interpret | undefined;

export function sandbox(): Interpret {
  shared ??= createSandbox(createPort, `${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}/quickjs/quickjs.wasm`);
  return shared;
}
