/** A browser Worker as a Port. A Web Lock held by the worker tells at once when it is gone, however it went. */
import type { FromWorker, Port, ToWorker } from "./protocol";

export function createWorkerPort(worker: Worker): Port {
  let ended = false;
  return {
    post: (message: ToWorker) => worker.postMessage(message),
    listen(onMessage, onCrash) {
      worker.addEventListener("message", ({ data }: MessageEvent<FromWorker | { type: "lock"; name: string }>) => {
        if (data.type !== "lock") onMessage(data);
        // Granted when the worker lets go of it, and it never does while it lives.
        else navigator.locks?.request(data.name, () => !ended && onCrash("the worker was ended by the browser"));
      });
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        onCrash(event.message || "the worker could not be started");
      });
      worker.addEventListener("messageerror", () => onCrash("a message from the worker could not be read"));
    },
    terminate() {
      ended = true;
      worker.terminate();
    },
  };
}

/** Called in the worker: holds a lock for as long as the worker lives and tells the page its name. */
export function holdLifeLock(scope: { postMessage(message: unknown): void }, name: string): void {
  if (!("locks" in navigator)) return;
  navigator.locks.request(name, () => {
    scope.postMessage({ type: "lock", name });
    return new Promise(() => {});
  });
}
