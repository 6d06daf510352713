/**
 * No legal set of knobs fails: random values of every simulation, ends of ranges among them, are run, summarised, asked about
 * and drawn. The variable KNOB_SEEDS gives other seeds than those drawn here ("11,12,13").
 */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";
import { findSimulation, simulations } from "@/simulations/find";
import type { AnyValues, Knob, Knobs } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { interpretInNode } from "@/simulations/sandbox/node";
import { tablesOf } from "@/simulations/ui/chart/table";
import { drawKnob } from "./draw-knob";

const seeds = (process.env.KNOB_SEEDS ?? "1,2").split(",").map(Number);
const runs = 15;

/** Knobs that say how much is computed: their least value and a little more is enough to fail with. */
const amounts = ["months", "requests", "replicas", "pictures", "clips", "examples"];

const drawOf = (name: string, knob: Knob): fc.Arbitrary<number | string> =>
  drawKnob(knob, knob.kind === "number" && amounts.includes(name) ? knob.min + (knob.max - knob.min) / 10 : undefined);

const valuesOf = (knobs: Knobs): fc.Arbitrary<AnyValues> =>
  fc.record(Object.fromEntries(Object.entries(knobs).map(([name, knob]) => [name, drawOf(name, knob)])));

beforeAll(async () => {
  await startBackend({ wasmPath: nodeWasmPath() });
});

it.each([...simulations.keys()])("%s runs with whatever its knobs allow", async (name) => {
  const parts = findSimulation(name);
  const [{ knobs }, { createEngine }, { resultsOf }] = await Promise.all([
    parts.settings(),
    parts.engine(),
    parts.results(),
  ]);
  const [{ charts }, { question }] = await Promise.all([parts.charts(), parts.words()]);
  const one = createEngine({ interpret: interpretInNode });
  for (const seed of seeds)
    await fc.assert(
      fc.asyncProperty(valuesOf(knobs), async (values) => {
        const frames = await framesOf(one, values, { from: 0, to: 1 });
        expect(frames.length).toBeGreaterThan(0);
        const run = { values: { ...values, replicas: 1 }, frames, replicas: 1, replicasDone: 1 };
        const results = resultsOf({ ...run, elapsedMs: 1, complete: true });
        expect(results.summary).toBeDefined();
        expect(question(values)).not.toMatch(/^$|undefined|NaN/);
        const { moment } = frames.at(-1)!;
        // Before the first run too: a page shows axes then.
        expect(charts(undefined, values, frames[0]!.moment).length).toBeGreaterThan(0);
        for (const chart of charts(results, values, moment)) tablesOf(chart, moment);
      }),
      // Shrinking would run for minutes; the values that failed are printed as they are.
      { seed, numRuns: runs, endOnFailure: true },
    );
});
