/**
 * What lesson 14 says of rules of the reader's own, and its challenges: reached by their solutions, not by the code that the editor opens
 * with. Each seed is a run of 32 replicas on the preset of the challenge; answers are compared on the same cases.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { interpretInNode } from "@/simulations/sandbox/node";
import { createEngine } from "@/simulations/skew/engine";
import type { SkewFrame } from "@/simulations/skew/frames";
import { knobs, presets, type SkewValues } from "@/simulations/skew/knobs";
import { ownCode } from "@/simulations/skew/own-code";
import { resultsOf, type SkewResults } from "@/simulations/skew/results";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const engine = createEngine({ interpret: interpretInNode });

async function resultsWith(rule: string, preset: string, seed: number): Promise<SkewResults> {
  const given = presets[preset as keyof typeof presets].values as Partial<SkewValues>;
  const values: SkewValues = { ...defaultsOf(knobs), ...given, seed, rule };
  const frames: SkewFrame[] = [];
  for (const range of chunksOf(values.replicas))
    for await (const frame of engine.run(values, range)) if (frame) frames.push(frame);
  const { replicas } = values;
  return resultsOf({ values, frames, replicas, replicasDone: replicas, elapsedMs: 1, complete: true });
}

const [costOfMiss, money] = ownCode.challenges as [
  (typeof ownCode.challenges)[number],
  (typeof ownCode.challenges)[number],
];
const against = (results: SkewResults, which: "costDuels" | "moneyDuels", id: string) =>
  results[which].find(({ rival }) => rival.id === id)!;

beforeAll(startWasm);

describe.each(claimSeeds())("seed %i", (seed) => {
  it("reaches each challenge with its solution and none with the original", async () => {
    for (const { isReached, solution, preset } of ownCode.challenges) {
      const solved = await resultsWith(solution, preset, seed);
      expect(isReached(solved, solved.values)).toBe(true);
      const original = await resultsWith(ownCode.original, preset, seed);
      expect(isReached(original, original.values)).toBe(false);
    }
  });

  it("takes score and amount to lose less money than one threshold: the rule of the first challenge does not", async () => {
    const byScore = await resultsWith(costOfMiss.solution, money.preset, seed);
    expect(money.isReached(byScore, byScore.values)).toBe(false);
    const byBoth = await resultsWith(money.solution, money.preset, seed);
    const { won, replicas, isCheaper } = against(byBoth, "moneyDuels", "cheapest");
    expect(isCheaper).toBe(true);
    expect(won / replicas).toBeGreaterThan(0.75);
  });

  it("has no rule of score and amount that beats the cheapest threshold where every miss costs the same", async () => {
    // The rival, number 1, leads.
    for (const { solution, preset } of ownCode.challenges)
      expect(against(await resultsWith(solution, preset, seed), "costDuels", "cheapest")).toMatchObject({
        leader: 1,
        beyondChance: true,
      });
  });
});
