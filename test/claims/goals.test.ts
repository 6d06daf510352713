/**
 * The claims of lesson 12. Each seed is a run of 32 replicas (cheap: nearly all models are fitted exactly); what is compared between
 * settings is compared by medians that lie several standard errors apart.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";
import { createEngine } from "@/simulations/goals/engine";
import type { GoalsFrame } from "@/simulations/goals/frames";
import { type GoalsValues, knobs, presets } from "@/simulations/goals/knobs";
import { resultsOf } from "@/simulations/goals/results";
import type { GoalsSummary } from "@/simulations/goals/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "./seeds";

const replicas = 32;
const engine = createEngine();

async function judge(given: Partial<GoalsValues>): Promise<GoalsSummary> {
  const values = { ...defaultsOf(knobs), ...given, replicas } as GoalsValues;
  const frames: GoalsFrame[] = [];
  for (const range of chunksOf(replicas)) frames.push(...(await framesOf(engine, values, range)));
  return resultsOf({ values, frames, replicas, replicasDone: replicas, complete: true, elapsedMs: 0 })
    .summary as GoalsSummary;
}

describe.each(claimSeeds())("seed %i", (seed) => {
  let original: GoalsSummary;
  let clean: GoalsSummary;
  let noisy: GoalsSummary;
  let more: GoalsSummary;
  beforeAll(async () => {
    await startBackend({ wasmPath: nodeWasmPath() });
    const of = (name: keyof typeof presets) => judge({ ...(presets[name].values as Partial<GoalsValues>), seed });
    original = await of("navigational");
    clean = await of("clean");
    noisy = await of("noisy");
    more = await of("more-examples");
  });
  const at = ({ curve }: GoalsSummary, capacity: number) => curve.find((point) => point.capacity === capacity)!;
  const all = () =>
    [
      [original, 100],
      [clean, 100],
      [noisy, 100],
      [more, 200],
    ] as const;

  it("training error falls to zero as capacity grows", () => {
    for (const [run, examples] of all()) {
      run.curve.forEach((point, c) => {
        if (c > 0) expect(point.train).toBeLessThanOrEqual(run.curve[c - 1]!.train + 0.04);
        if (point.capacity >= examples) expect(point.train).toBe(0);
      });
      expect(run.curve[0]!.train).toBeGreaterThan(0.35);
    }
  });

  it("test error turns up towards the number of examples, peaks there, and falls again beyond", () => {
    for (const [run, examples] of all()) {
      const peak = at(run, examples).test;
      const before = Math.min(...run.curve.filter(({ capacity }) => capacity < examples / 2).map(({ test }) => test));
      expect(peak).toBeGreaterThan(before + 0.05);
      expect(Math.max(...run.curve.slice(1).map(({ test }) => test))).toBeLessThan(peak + 0.02);
      expect(at(run, 500).test).toBeLessThan(peak - 0.01);
    }
  });

  it("networks with about as many parameters as examples learn nearly every label, without the peak", () => {
    for (const [run, examples] of all()) {
      const peak = at(run, examples).test;
      const [, middle] = run.networks;
      expect(Math.abs(middle!.parameters - examples)).toBeLessThanOrEqual(3);
      expect(middle!.train).toBeLessThan(0.1);
      for (const { test } of run.networks) expect(test).toBeLessThan(peak - 0.03);
    }
    // Where the text gives numbers.
    expect(original.networks[1]!.train).toBeLessThan(0.05);
    expect(original.networks[1]!.test).toBeLessThan(at(original, 100).test - 0.08);
    expect(Math.abs(original.networks[1]!.test - 0.34)).toBeLessThan(0.03);
  });

  it("with noisy labels the second descent stays above the lowest error before the peak; with clean ones it comes close", () => {
    const lowest = (run: GoalsSummary) => at(run, run.bestByTest).test;
    expect(at(original, 500).test).toBeGreaterThan(lowest(original) + 0.03);
    expect(at(noisy, 500).test).toBeGreaterThan(lowest(noisy) + 0.01);
    expect(Math.abs(at(clean, 500).test - at(clean, 5).test)).toBeLessThan(0.05);
  });

  it("label noise raises the peak", () => {
    expect(at(original, 100).test).toBeGreaterThan(at(clean, 100).test + 0.02);
    expect(at(noisy, 100).test).toBeGreaterThan(at(clean, 100).test + 0.02);
  });

  it("choosing by dev over many tries is optimistic, growing and flattening", () => {
    for (const { optimism } of [original, clean, noisy, more]) {
      const of = (tries: number) => optimism.find((point) => point.tries === tries)!.devMinusTest;
      expect(Math.abs(of(1))).toBeLessThan(1e-6);
      expect(of(10)).toBeGreaterThan(0.005);
      expect(of(50)).toBeGreaterThan(of(5));
      // Of the way from 1 to 200 tries more than half is gone after 20.
      expect(of(20)).toBeGreaterThan(of(200) / 2);
    }
    expect(noisy.optimism.at(-1)!.devMinusTest).toBeGreaterThan(clean.optimism.at(-1)!.devMinusTest);
  });

  it("the model with the lowest test error is not the one with the highest value with 100 examples, where navigational requests count 20", () => {
    // With 200 examples one model can win on both: the claim is about 100.
    expect(original.bestByTest).not.toBe(original.bestByValue);
    const won = at(original, original.bestByValue).value;
    expect(won).toBeGreaterThan(at(original, original.bestByTest).value + 0.02);
    expect(original.bestByTest).toBeLessThan(24);
    expect(original.bestByValue).toBeGreaterThan(original.bestByTest);
  });

  it("where all requests count the same, test error and value choose small models both", async () => {
    const equal = await judge({ ...(presets.equal.values as Partial<GoalsValues>), seed });
    expect(equal.bestByTest).toBe(original.bestByTest);
    expect(equal.bestByValue).toBeLessThan(24);
    // The models are the same: only what an answer is worth has changed.
    expect(equal.curve.map(({ test }) => test)).toEqual(original.curve.map(({ test }) => test));
  });
});
