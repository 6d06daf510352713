import { vi } from "vitest";
import { defineKnobs, definePresets } from "@/simulations/runtime/knobs";
import { createPool } from "@/simulations/runtime/pool";
import type { Engine } from "@/simulations/runtime/simulation";
import { createExperiment, type Experiment, type ExperimentOptions } from "@/simulations/runtime/store";
import { type CountFrame, countingEngine, createFakeWorker } from "./fake-port";

export const knobs = defineKnobs({
  world: { kind: "choice", label: "World", help: "", default: "houses", options: { houses: "Houses", mail: "Mail" } },
  ink: { kind: "choice", label: "Ink", help: "", default: "blue", options: { blue: "Blue", red: "Red" } },
  strength: { kind: "number", label: "Strength", help: "", default: 2, min: 0, max: 4, step: 0.1 },
  seed: { kind: "number", label: "Seed", help: "", default: 7, min: 0, max: 1000, step: 1, hidden: true },
  replicas: { kind: "number", label: "Replicas", help: "", default: 8, min: 1, max: 128, step: 1 },
});
export const presets = definePresets(knobs, {
  strong: { label: "Strong", help: "", values: { strength: 4 } },
  mail: { label: "Mail", help: "", values: { world: "mail" } },
});

/** An experiment that asks about its world and its strength; ink is not in the question. */
export const sampleExperiment = (options: Partial<ExperimentOptions> = {}): Experiment<CountFrame> =>
  createExperiment<CountFrame>({
    id: "race",
    simulation: "count",
    knobs,
    presets,
    moments: () => ({ min: 0, max: 12, step: 1, unit: "month" }),
    asked: ({ world, strength }) => `${world} ${strength}`,
    pool: createPool({
      size: 2,
      wasmPath: "",
      createPort: () => createFakeWorker(countingEngine as unknown as Engine),
    }),
    ...options,
  });

export const isDone = ({ store }: Experiment<CountFrame>): Promise<void> =>
  vi.waitFor(
    () => {
      const { status, run, values } = store.getState();
      if (status !== "done" || run?.values !== values) throw new Error(`status is ${status}`);
    },
    { timeout: 5000, interval: 1 },
  );
