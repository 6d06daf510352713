/** The one worker of the page: every simulation's engine, loaded when first asked for, on one training library. */
import { startBackend } from "./core/models/backend";
import { findSimulation } from "./find";
import { serve } from "./runtime/serve";
import type { Engine } from "./runtime/simulation";
import { holdLifeLock } from "./runtime/worker-port";
import { sandbox } from "./sandbox";

const newEngine = async (simulation: string): Promise<Engine> =>
  (await findSimulation(simulation).engine()).createEngine({ interpret: sandbox() });

/** One a simulation and worker: what it remembers saves training while a slider is dragged. */
const engines = new Map<string, Promise<Engine>>();

serve({
  scope: self as never,
  start: (wasmPath, backend) => startBackend({ wasmPath, backend }),
  async load(simulation) {
    const engine = engines.get(simulation) ?? newEngine(simulation);
    engines.set(simulation, engine);
    // What could not be loaded may be there the next time.
    engine.catch(() => engines.delete(simulation));
    return engine;
  },
  asks: async (simulation) => findSimulation(simulation).asks,
});
holdLifeLock(self, `driftlab-worker-${crypto.randomUUID?.() ?? performance.now()}`);
