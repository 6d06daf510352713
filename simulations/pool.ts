/** The page's pool of workers, shared by every experiment on it. */
import { createPool, type Pool } from "./runtime/pool";
import { createWorkerPort } from "./runtime/worker-port";

let pool: Pool | undefined;

/**
 * At most four: beyond that training small models gains nothing and phones get warm. One core is left to the page: two
 * workers on two cores finish a run a fifth sooner, but hold up a dragged slider and the first answer with it.
 */
const MAX_WORKERS = 4;

export function pagePool(): Pool {
  pool ??= createPool({
    // The literal is what the bundler looks for.
    createPort: () => createWorkerPort(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" })),
    size: Math.max(1, Math.min(MAX_WORKERS, (navigator.hardwareConcurrency || 2) - 1)),
    wasmPath: `${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}/tfjs/`,
  });
  return pool;
}
