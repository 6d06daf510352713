/** Simulations by name. */
import type { Simulation } from "./declare";
import * as declared from "./registry";

export const simulations: ReadonlyMap<string, Simulation> = new Map(
  Object.values(declared).map((simulation) => [simulation.name, simulation]),
);

/** @throws RangeError that says which there are */
export function findSimulation(name: string): Simulation {
  const found = simulations.get(name);
  if (!found)
    throw new RangeError(
      `simulations/registry.ts has no simulation whose name is ${name}; it has ${[...simulations.keys()].join(", ")}`,
    );
  return found;
}
