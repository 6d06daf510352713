/** The numbers in lesson 12: each computed from the settings that stand beside it, over several seeds where it comes from a run. */
import { describe, expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";
import { navigationalShare, requestInputs } from "@/simulations/core/worlds/requests";
import { createEngine } from "@/simulations/goals/engine";
import {
  capacitiesOf,
  featuresOfTry,
  type GoalsFrame,
  hiddenUnitsOf,
  networkSteps,
  setSizes,
  tryPoints,
} from "@/simulations/goals/frames";
import { type GoalsValues, knobs } from "@/simulations/goals/knobs";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "../claims/seeds";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("goals").replace(/\s+/g, " ");
const says = (text: string) => expect(source).toContain(text);

describe("what lesson 12 computes by hand", () => {
  it("compares two models by accuracy and by value", () => {
    says(
      "94 ordinary and 6 navigational requests. Model A answers 80 ordinary requests correctly and 1 navigational one",
    );
    says("Model B answers 70 and 4. A has 81 correct answers, B has 74");
    says("A brings 80 + 20 = 100 and B brings 70 + 80 = 150");
    expect([80 + 1, 70 + 4, 80 + 20 * 1, 70 + 20 * 4]).toEqual([81, 74, 100, 150]);
  });

  it("asks for a share of the possible value", () => {
    const asked = piecesOf(treeOf("goals"), "Checkpoint").find(({ attributes }) => attributes.answer)!;
    const { value } = asked.attributes.answer as { value: number };
    expect(value).toBeCloseTo((100 * (900 + 10 * 15)) / (940 + 10 * 60), 1);
    says("91.5 % of all requests");
    expect((900 + 15) / 1000).toBe(0.915);
  });

  it("tells the world and the sets of the experiment", () => {
    says("The first five features are a constant and the four inputs");
    expect(1 + requestInputs).toBe(5);
    says("Six of 100 requests are *navigational*");
    expect(navigationalShare).toBe(0.06);
    says("On 200 dev requests");
    expect(setSizes.dev).toBe(200);
    says("200 models with 16 features each");
    expect([tryPoints.at(-1), featuresOfTry]).toEqual([200, 16]);
    says("three networks with one hidden layer");
    says("Only three networks are trained step by step, for 300 steps each");
    expect([hiddenUnitsOf(100).length, networkSteps]).toEqual([3, 300]);
  });
});

describe.each(claimSeeds(2))("with seed %i", (seed) => {
  it("has a linear model that is wrong on most navigational requests, and a peak near a coin's error", async () => {
    await startBackend({ wasmPath: nodeWasmPath() });
    says("For navigational requests it is wrong most of the time");
    says("to nearly 50 %, which is no better than guessing");
    const values = { ...defaultsOf(knobs), seed } as GoalsValues;
    const engine = createEngine();
    const frames: GoalsFrame[] = [];
    for (const range of chunksOf(16)) frames.push(...(await framesOf(engine, values, range)));
    let [right, all, peak] = [0, 0, 0];
    for (const frame of frames) {
      const size = frame.navigational.length;
      const capacities = capacitiesOf(values.examples);
      for (let r = 0; r < size; r++) {
        right += frame.rightNavigational[capacities.indexOf(5) * size + r]!;
        all += frame.navigational[r]!;
        peak += frame.test[capacities.indexOf(100) * size + r]! / 16;
      }
    }
    expect(right / all).toBeLessThan(0.4);
    expect(peak).toBeGreaterThan(0.44);
    expect(peak).toBeLessThan(0.53);
  });
});
