/** A new seed, world or coverage trains everything anew: how long until the first replicas, and until all of them, on one thread. */
import { findSimulation } from "@/simulations/find";
import { type AnyValues, defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import type { BenchRow } from "./instruments";
import { median } from "./timing";

const seeds = [101, 102, 103, 104, 105];
const replicas = 32;

export const runs: readonly { readonly name: string; readonly simulation: string; readonly values: AnyValues }[] = [
  { name: "Drift injector, houses", simulation: "drift", values: { world: "houses" } },
  { name: "Drift injector, queries", simulation: "drift", values: { world: "queries", kind: "data" } },
  {
    name: "Retraining race, queries, 14 examples",
    simulation: "retraining",
    values: { world: "queries", examplesPerMonth: 14 },
  },
  {
    name: "Retraining race, queries, 200 examples",
    simulation: "retraining",
    values: { world: "queries", examplesPerMonth: 200 },
  },
  { name: "Release desk", simulation: "deployment-patterns", values: {} },
  { name: "How much automation", simulation: "automation", values: {} },
  { name: 'print("0")', simulation: "skew", values: {} },
  { name: "Voice-command project", simulation: "lifecycle", values: {} },
  { name: "Labelling desk", simulation: "labelling", values: {} },
  { name: "Error-analysis bench", simulation: "error-analysis", values: {} },
  { name: "VAD and recogniser", simulation: "pipelines", values: {} },
  { name: "Alarm bench", simulation: "monitoring", values: {} },
  { name: "How often to retrain", simulation: "pace", values: {} },
  { name: "Missing parts", simulation: "missing-parts", values: {} },
  { name: "Three scoreboards", simulation: "goals", values: {} },
  { name: "Slice explorer", simulation: "slices", values: {} },
  { name: "Must-be-right queries", simulation: "must-be-right", values: {} },
];

async function newSeed(simulation: string, values: AnyValues): Promise<{ first: number; all: number }> {
  const engine = (await findSimulation(simulation).engine()).createEngine();
  const began = performance.now();
  let first = 0;
  for (const range of chunksOf(replicas)) {
    for await (const _ of engine.run(values, range));
    first ||= performance.now() - began;
  }
  return { first, all: performance.now() - began };
}

export async function benchNewSeeds(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, simulation, values } of runs) {
    const { knobs } = await findSimulation(simulation).settings();
    const base = { ...defaultsOf(knobs), ...values, replicas };
    // The first seed warms up.
    const times: { first: number; all: number }[] = [];
    for (const seed of seeds) times.push(await newSeed(simulation, { ...base, seed }));
    const of = (part: "first" | "all") => median(times.slice(1).map((time) => time[part])).toFixed(0);
    rows.push({
      name: `${name}, a new seed, one thread: first 8 replicas / all ${replicas}`,
      value: `${of("first")} / ${of("all")} ms`,
    });
  }
  return rows;
}
