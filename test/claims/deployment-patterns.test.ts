/** The claims of lesson 8, each on every seed with 32 replicas. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { run as runAutomation } from "@/simulations/automation/engine";
import {
  type AutomationValues,
  knobs as automationKnobs,
  presets as automationPresets,
} from "@/simulations/automation/knobs";
import { summarize as summarizeAutomation } from "@/simulations/automation/summary";
import { peekingInflation } from "@/simulations/core/statistics/peeking";
import { run } from "@/simulations/deployment-patterns/engine";
import { knobs, type ReleaseValues } from "@/simulations/deployment-patterns/knobs";
import { type ReleaseSummary, summarize } from "@/simulations/deployment-patterns/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const framesOf = (values: Partial<ReleaseValues>) => {
  const all = { ...defaultsOf(knobs), ...values } as ReleaseValues;
  return chunksOf(all.replicas).flatMap((range) => [...run(all, range)]);
};
const release = (values: Partial<ReleaseValues>): ReleaseSummary => summarize(framesOf(values));

const automate = (values: Partial<AutomationValues>) => {
  const all = { ...defaultsOf(automationKnobs), ...values } as AutomationValues;
  return summarizeAutomation(
    chunksOf(all.replicas).flatMap((range) => [...runAutomation(all, range)]),
    all,
  );
};

beforeAll(startWasm);

describe.each(claimSeeds(1))("seed %i", (seed) => {
  it("a bad release harms most when switched in and left alone, less as a canary, and not at all in shadow", () => {
    for (const candidate of ["worse", "slow"] as const) {
      const at = (pattern: ReleaseValues["pattern"], judge: ReleaseValues["judge"]) =>
        release({ pattern, candidate, judge, seed });
      const left = at("blue-green", "none");
      const ramp = at("canary", "none");
      expect(left.harmedP10).toBeGreaterThan(1.5 * ramp.harmedP90 - ramp.harmed / 2);
      const judged = (["replace", "blue-green", "canary", "shadow"] as const).map((pattern) => at(pattern, "analysis"));
      const [replaced, switched, canary, shadow] = judged.map(({ harmed }) => harmed);
      expect(left.harmed).toBeGreaterThan(3 * switched!);
      expect(replaced).toBeGreaterThan(1.5 * switched!);
      expect(switched).toBeGreaterThan(2 * canary!);
      expect(ramp.harmed).toBeGreaterThan(3 * canary!);
      expect(shadow).toBe(0);
      for (const { detectedShare } of judged) expect(detectedShare).toBeGreaterThan(0.9);
      // Replaced blue has to be set up again; beside green it only waited.
      expect(judged[0]!.timeToRollback! - judged[0]!.timeToDetect!).toBeCloseTo(15, 5);
      expect(judged[1]!.timeToRollback).toBe(judged[1]!.timeToDetect);
    }
  });

  it("shadow computes everything twice and delays a good release", () => {
    const at = (pattern: ReleaseValues["pattern"]) =>
      release({ pattern, candidate: "better", judge: "analysis", seed });
    const [switched, canary, shadow] = [at("blue-green"), at("canary"), at("shadow")];
    expect([switched.extraCompute, canary.extraCompute, shadow.extraCompute]).toEqual([0, 0, 1]);
    expect(switched.timeToFull).toBe(0);
    expect(shadow.timeToFull).toBe(60);
    expect(switched.missed).toBe(0);
    expect(shadow.missed).toBeGreaterThan(1.2 * canary.missed);
    expect(switched.saved).toBeGreaterThan(2 * shadow.saved);
    expect(shadow.promotedShare).toBeGreaterThan(0.9);
  });

  it("a regression on one line is found when the analysis looks at each line, and seldom when it looks at all together", () => {
    for (const pattern of ["canary", "blue-green", "shadow"] as const) {
      const at = (slices: ReleaseValues["slices"]) =>
        release({ pattern, candidate: "slice-regression", judge: "analysis", slices, seed });
      const [together, each] = [at("off"), at("on")];
      expect(each.detectedShare).toBeGreaterThan(0.65);
      expect(together.detectedShare).toBeLessThan(0.45);
      expect(each.detectedShare - together.detectedShare).toBeGreaterThan(0.35);
      expect(each.harmed).toBeLessThan(0.6 * together.harmed);
    }
  });

  it("the learner's decision acts at its minute and changes nothing before", () => {
    const waiting = framesOf({ candidate: "hidden", replicas: 4, seed });
    const decided = framesOf({ candidate: "hidden", replicas: 4, decision: "rollback", decideAt: 25, seed });
    expect(waiting.at(-1)!.candidates).toBeUndefined();
    expect(decided.at(-1)!.candidates).toHaveLength(4);
    expect(decided.slice(0, 25)).toEqual(waiting.slice(0, 25));
    expect(Array.from(decided[25]!.weight)).toEqual(new Array(4).fill(0));
    const summary = summarize(decided);
    expect(summary).toMatchObject({ detectedShare: 1, rolledBackShare: 1, timeToDetect: 25, timeToRollback: 25 });
    const promoted = release({ candidate: "hidden", replicas: 4, decision: "promote", decideAt: 25, seed });
    expect(promoted).toMatchObject({ promotedShare: 1, rolledBackShare: 0, timeToFull: 25 });
  });

  it("partial automation beats both ends for some costs, and either end for others", () => {
    const values = (name: keyof typeof automationPresets) =>
      automationPresets[name].values as Partial<AutomationValues>;
    const costOf = (summary: ReturnType<typeof automate>, name: string) =>
      summary.degrees.find((degree) => degree.name === name)!.cost;
    const middle = automate({ ...values("middle"), seed });
    expect(middle.partialBeatsBothShare).toBeGreaterThan(0.9);
    expect(middle.bestThreshold).toBeGreaterThan(60);
    expect(costOf(middle, "partial")).toBeLessThan(0.7 * Math.min(costOf(middle, "human"), costOf(middle, "full")));
    const cheap = automate({ ...values("cheap-mistakes"), seed });
    expect(costOf(cheap, "full")).toBeLessThan(Math.min(costOf(cheap, "human"), costOf(cheap, "partial")));
    const dear = automate({ ...values("dear-mistakes"), threshold: 70, seed });
    expect(costOf(dear, "human")).toBeLessThan(Math.min(costOf(dear, "full"), costOf(dear, "partial")));
    const few = automate({ ...values("too-few-inspectors"), seed });
    const overloaded = few.degrees.filter((degree) => degree.overloaded).map(({ name }) => name);
    expect(overloaded).toEqual(["human", "shadow", "assistance"]);
  });
});

describe("looking often", () => {
  const replicas = 128;
  const again = { pattern: "blue-green", candidate: "same", judge: "analysis", stageMinutes: 12 } as const;
  const seeds = claimSeeds(2).slice(0, 2);
  /** Share of releases of blue in a new box that the analysis sends back. */
  const falseRollbacks = (values: Partial<ReleaseValues>) =>
    seeds
      .map((seed) => release({ ...again, replicas, seed, ...values }))
      .reduce((sum, { falseRollbackShare }) => sum + falseRollbackShare! / seeds.length, 0);
  const runs = replicas * seeds.length;

  it("inflates false rollbacks as theory says: half of the two-sided chance at twice the level", () => {
    for (const looks of [1, 5, 20]) {
      const expected = peekingInflation(looks, 0.1) / 2;
      const margin = 4 * Math.sqrt((expected * (1 - expected)) / runs);
      expect(Math.abs(falseRollbacks({ looks }) - expected)).toBeLessThan(margin);
    }
    expect(falseRollbacks({ looks: 60 })).toBeGreaterThan(2 * 0.05);
  });

  it("does not under a sequential rule, which still finds a worse version", () => {
    expect(falseRollbacks({ looks: 60, rule: "sequential" })).toBeLessThan(0.05);
    const worse = release({ candidate: "worse", judge: "analysis", looks: 60, rule: "sequential", seed: seeds[0]! });
    expect(worse.detectedShare).toBeGreaterThan(0.9);
  });
});

it("a replica's models do not depend on which others were trained beside them", async () => {
  const values = { ...defaultsOf(knobs), candidate: "slice-regression", stageMinutes: 1, seed: 4711 } as ReleaseValues;
  const together = [...run(values, { from: 0, to: 3 })].at(-1)!;
  vi.resetModules();
  const fresh = await import("@/simulations/deployment-patterns/engine");
  const alone = [...fresh.run(values, { from: 1, to: 2 })].at(-1)!;
  expect(fresh.run).not.toBe(run);
  for (const name of ["blueWrong", "greenWrong", "harmed", "missed"] as const) {
    const size = together[name].length / 3;
    const middle = together[name].filter((_, i) => i % 3 === 1);
    expect(middle).toHaveLength(size);
    expect(alone[name]).toEqual(middle);
  }
});
