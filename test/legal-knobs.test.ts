/**
 * No legal set of knobs fails: random values of every simulation, ends of ranges among them, are run and summarised. The
 * variable KNOB_SEEDS gives other seeds than those drawn here ("11,12,13").
 */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";
import { findSimulation, simulations } from "@/simulations/find";
import type { AnyValues, Knob, Knobs } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { drawKnob } from "./draw-knob";

const seeds = (process.env.KNOB_SEEDS ?? "1,2").split(",").map(Number);
const runs = 15;

/** Knobs that say how much is computed: their least value and a little more is enough to fail with. */
const amounts = ["months", "requests", "replicas", "pictures"];

const drawOf = (name: string, knob: Knob): fc.Arbitrary<number | string> =>
  drawKnob(knob, knob.kind === "number" && amounts.includes(name) ? knob.min + (knob.max - knob.min) / 10 : undefined);

const valuesOf = (knobs: Knobs): fc.Arbitrary<AnyValues> =>
  fc.record(Object.fromEntries(Object.entries(knobs).map(([name, knob]) => [name, drawOf(name, knob)])));

beforeAll(async () => {
  await startBackend({ wasmPath: nodeWasmPath() });
});

it.each([...simulations.keys()])("%s runs with whatever its knobs allow", async (name) => {
  const { settings, engine, results } = findSimulation(name);
  const [{ knobs }, { createEngine }, { resultsOf }] = await Promise.all([settings(), engine(), results()]);
  const one = createEngine();
  for (const seed of seeds)
    await fc.assert(
      fc.asyncProperty(valuesOf(knobs), async (values) => {
        const frames = await framesOf(one, values, { from: 0, to: 1 });
        expect(frames.length).toBeGreaterThan(0);
        const run = { values: { ...values, replicas: 1 }, frames, replicas: 1, replicasDone: 1 };
        expect(resultsOf({ ...run, elapsedMs: 1, complete: true }).summary).toBeDefined();
      }),
      // Shrinking would run for minutes; the values that failed are printed as they are.
      { seed, numRuns: runs, endOnFailure: true },
    );
});
