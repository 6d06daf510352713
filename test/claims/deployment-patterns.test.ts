/**
 * What lesson 8 says of releases: every line of its recap, on five seeds, replica by replica, and under settings that try to
 * break it.
 */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { peekingInflation } from "@/simulations/core/statistics/peeking";
import { run } from "@/simulations/deployment-patterns/engine";
import type { ReleaseValues } from "@/simulations/deployment-patterns/knobs";
import { endsOf, summarize } from "@/simulations/deployment-patterns/summary";
import { startWasm } from "../core/models/backend-for-tests";
import { ends, mean, release, releaseValues, shareLarger } from "./deployment-runs";
import { claimSeeds } from "./seeds";

type Given = Partial<ReleaseValues>;
/** Five seeds of eight replicas each: forty pairs for every comparison. */
const seeds = claimSeeds();
const replicas = 8;
const pairsOf = (given: Given) => seeds.flatMap((seed) => ends({ ...given, replicas, seed }));
const harmOf = (given: Given) => pairsOf(given).map(({ harmed }) => harmed);

/** Other belts, audits, steps and numbers of checks than the lesson's, all with many cases between two checks. */
const otherSettings: readonly Given[] = [{}, { auditShare: 60 }, { firstStep: 20 }, { looks: 3 }];
/** Settings in which few cases arrive between two checks. */
const fewBetweenChecks: readonly Given[] = [{ phonesPerMinute: 60 }, { looks: 60, rule: "sequential" }];

beforeAll(startWasm);

describe.each(["worse", "slow"] as const)("a release that is %s", (candidate) => {
  it("harms most under blue-green without analysis, less as a canary, and nobody in shadow", () => {
    for (const belt of [{}, { phonesPerMinute: 60 }, { firstStep: 40 }]) {
      const at = (pattern: ReleaseValues["pattern"]) => harmOf({ ...belt, pattern, candidate, judge: "none" });
      const [switched, canary, shadow] = [at("blue-green"), at("canary"), at("shadow")];
      expect(shareLarger(switched, canary)).toBe(1);
      expect(shareLarger(canary, shadow)).toBe(1);
      expect(Math.max(...shadow)).toBe(0);
      expect(at("replace")).toEqual(switched);
    }
  });

  it("is stopped by an analysis; a canary harms far fewer than a switch, and it finds nothing sooner", () => {
    for (const given of otherSettings) {
      const at = (pattern: ReleaseValues["pattern"]) => pairsOf({ ...given, pattern, candidate, judge: "analysis" });
      const [switched, canary, shadow] = [at("blue-green"), at("canary"), at("shadow")];
      const found = canary.filter(({ detectedAt }) => detectedAt >= 0);
      expect(found.length / canary.length).toBeGreaterThan(0.7);
      expect(switched.every(({ detectedAt }) => detectedAt >= 0)).toBe(true);
      expect(canary.every(({ detectedAt }, i) => detectedAt < 0 || detectedAt >= switched[i]!.detectedAt)).toBe(true);
      expect(
        shareLarger(
          switched.map(({ harmed }) => harmed),
          canary.map(({ harmed }) => harmed),
        ),
      ).toBeGreaterThan(0.9);
      expect(shadow.filter(({ detectedAt }) => detectedAt >= 0).every(({ harmed }) => harmed === 0)).toBe(true);
    }
  });

  it("harms no more as a canary than after a switch, but hardly fewer when few cases arrive between two checks", () => {
    for (const given of fewBetweenChecks) {
      const at = (pattern: ReleaseValues["pattern"]) =>
        mean(harmOf({ ...given, pattern, candidate, judge: "analysis" }));
      const ratio = at("canary") / at("blue-green");
      expect(ratio).toBeLessThan(1.1);
      if (candidate === "worse") expect(ratio).toBeGreaterThan(0.6);
    }
  });

  it("is gone at once where blue kept running, and after its start where blue was recreated", () => {
    const waits = (pattern: ReleaseValues["pattern"]) =>
      pairsOf({ pattern, candidate, judge: "analysis" })
        .filter(({ detectedAt }) => detectedAt >= 0)
        .map(({ detectedAt, rolledBackAt }) => rolledBackAt - detectedAt);
    for (const pattern of ["blue-green", "canary", "shadow"] as const)
      expect(Math.max(...waits(pattern)), pattern).toBe(0);
    for (const wait of waits("replace")) expect(wait).toBeCloseTo(15, 5);
    const harm = (pattern: ReleaseValues["pattern"]) => harmOf({ pattern, candidate, judge: "analysis" });
    expect(shareLarger(harm("replace"), harm("blue-green"))).toBeGreaterThan(0.95);
  });
});

describe("a good release", () => {
  it("waits in shadow, where everything is computed twice, and longer than as a canary", () => {
    for (const given of [{}, { phonesPerMinute: 60 }, { firstStep: 20 }]) {
      const at = (pattern: ReleaseValues["pattern"]) =>
        pairsOf({ ...given, pattern, candidate: "better", judge: "none" }).map(({ missed }) => missed);
      const [switched, canary, shadow] = [at("blue-green"), at("canary"), at("shadow")];
      expect(shareLarger(shadow, canary)).toBe(1);
      expect(shareLarger(canary, switched)).toBe(1);
      expect(Math.max(...switched)).toBe(0);
    }
    const compute = (pattern: ReleaseValues["pattern"]) =>
      release({ pattern, candidate: "better", judge: "analysis", replicas, seed: seeds[0]! }).extraCompute;
    expect(["blue-green", "canary", "shadow"].map((name) => compute(name as ReleaseValues["pattern"]))).toEqual([
      0, 0, 1,
    ]);
  });
});

describe("a regression on one line", () => {
  it("is mostly missed by an analysis of all phones and mostly found by one that counts each line", () => {
    for (const pattern of ["canary", "blue-green", "shadow"] as const)
      for (const given of [{}, { auditShare: 60 }, { looks: 12 }]) {
        const found = (slices: ReleaseValues["slices"]) =>
          pairsOf({ ...given, pattern, candidate: "slice-regression", judge: "analysis", slices }).map(
            ({ detectedAt }) => Number(detectedAt >= 0),
          );
        const [together, each] = [found("off"), found("on")];
        expect(mean(together), pattern).toBeLessThan(0.5);
        expect(mean(each), pattern).toBeGreaterThan(0.6);
        expect(shareLarger(each, together)).toBeGreaterThan(0.65);
      }
  });
});

describe("checking often", () => {
  const many = 64;
  const harmless = { pattern: "blue-green", candidate: "same", judge: "analysis", stageMinutes: 12 } as const;
  /** Share of releases of blue itself that the analysis rolls back. */
  const falseAlarms = (given: Given, of: readonly number[] = seeds) =>
    mean(of.map((seed) => release({ ...harmless, replicas: many, seed, ...given }).falseRollbackShare!));
  const margin = (share: number, of: readonly number[] = seeds) =>
    4 * Math.sqrt((share * (1 - share)) / (many * of.length));

  it("costs more false alarms with every check, though no more than theory says", () => {
    const counts = [1, 5, 20, 60];
    const shares = counts.map((looks) => falseAlarms({ looks }));
    for (let i = 1; i < shares.length; i++) expect(shares[i]).toBeGreaterThan(shares[i - 1]!);
    expect(Math.abs(shares[0]! - 0.05)).toBeLessThan(margin(0.05));
    expect(shares[2]).toBeGreaterThan(0.05 + margin(0.05));
    counts.forEach((looks, i) => {
      const expected = peekingInflation(looks, 0.1) / 2;
      expect(shares[i]).toBeLessThan(expected + margin(expected));
    });
  });

  it("does so for other patterns and audits too", () => {
    const two = seeds.slice(0, 2);
    for (const given of [{ pattern: "shadow" }, { auditShare: 60 }] as const)
      expect(falseAlarms({ looks: 20, ...given }, two)).toBeGreaterThan(2 * falseAlarms({ looks: 1, ...given }, two));
  });

  it("costs less than 5 in 100 with a sequential test, which still finds a worse version", () => {
    expect(falseAlarms({ looks: 60, rule: "sequential" })).toBeLessThan(0.05);
    const found = pairsOf({ candidate: "worse", judge: "analysis", looks: 60, rule: "sequential" });
    expect(found.every(({ detectedAt }) => detectedAt >= 0)).toBe(true);
  });
});

it("the learner's decision acts at its minute and changes nothing before", () => {
  const framesOf = (given: Given) => [...run(releaseValues({ candidate: "hidden", ...given }), { from: 0, to: 4 })];
  const seed = seeds[0]!;
  const waiting = framesOf({ seed });
  const decided = framesOf({ decisions: "25:rollback", seed });
  expect(waiting.at(-1)!.candidates).toBeUndefined();
  expect(decided.at(-1)!.candidates).toHaveLength(4);
  expect(decided.slice(0, 25)).toEqual(waiting.slice(0, 25));
  expect(Array.from(decided[25]!.weight)).toEqual(new Array(4).fill(0));
  expect(summarize(endsOf(decided))).toMatchObject({
    detectedShare: 1,
    rolledBackShare: 1,
    timeToDetect: 25,
    timeToRollback: 25,
  });
  const promoted = summarize(endsOf(framesOf({ decisions: "25:promote", seed })));
  expect(promoted).toMatchObject({ promotedShare: 1, rolledBackShare: 0, timeToFull: 25 });
});

it("a replica's models do not depend on which others were trained beside them", async () => {
  const values = releaseValues({ candidate: "slice-regression", stageMinutes: 1, seed: 4711 });
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
