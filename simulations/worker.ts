/** The one worker of the page: every simulation's engine, loaded when first asked for, on one training library. */
import { startBackend } from "./core/models/backend";
import { registry } from "./registry";
import { serve } from "./runtime/serve";
import type { Engine, SimulationEntry } from "./runtime/simulation";
import { holdLifeLock } from "./runtime/worker-port";

function entryOf(simulation: string): SimulationEntry {
  const entry = registry[simulation];
  if (!entry)
    throw new RangeError(`there is no simulation ${simulation}; there are ${Object.keys(registry).join(", ")}`);
  return entry;
}

/** One a simulation and worker: what it remembers saves training while a slider is dragged. */
const engines = new Map<string, Promise<Engine>>();

serve({
  scope: self as never,
  start: (wasmPath, backend) => startBackend({ wasmPath, backend }),
  async load(simulation) {
    const engine = engines.get(simulation) ?? entryOf(simulation).engine();
    engines.set(simulation, engine);
    // What could not be loaded may be there the next time.
    engine.catch(() => engines.delete(simulation));
    return engine;
  },
  asks: async (simulation) => entryOf(simulation).asks,
});
holdLifeLock(self, `driftlab-worker-${crypto.randomUUID?.() ?? performance.now()}`);
