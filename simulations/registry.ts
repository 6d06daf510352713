/** Every simulation by name. The engine is loaded only where it runs: in the worker, on the command line, in tests. */
import type { SimulationEntry } from "./runtime/simulation";

export const registry: Readonly<Record<string, SimulationEntry>> = {};
