/** The one worker of the page: every simulation's engine, loaded when first asked for, on one training library. */
import { memory } from "@tensorflow/tfjs-core";
import { startBackend } from "./core/models/backend";
import { registry } from "./registry";
import { serve } from "./runtime/serve";
import { holdLifeLock } from "./runtime/worker-port";

serve({
  scope: self as never,
  start: (wasmPath, backend) => startBackend({ wasmPath, backend }),
  load(simulation) {
    const entry = registry[simulation];
    if (!entry)
      throw new RangeError(`there is no simulation ${simulation}; there are ${Object.keys(registry).join(", ")}`);
    return entry.engine();
  },
  tensors: () => memory().numTensors,
});
holdLifeLock(self, `driftlab-worker-${crypto.randomUUID?.() ?? performance.now()}`);
