/** The parts of the slice explorer: the invented groups, the rules of the groups, and rates as the golden measures have them. */
import { beforeAll, describe, expect, it } from "vitest";
import { groupFairness } from "@/simulations/core/metrics/fairness";
import { createRandom } from "@/simulations/core/random";
import { pooledTest } from "@/simulations/core/statistics/pooled-test";
import { drawApplicants, larchRate } from "@/simulations/core/worlds/applicants";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { charts } from "@/simulations/slices/chart";
import { run } from "@/simulations/slices/engine";
import { rulesOf, type Scored } from "@/simulations/slices/engine-rules";
import { scanned } from "@/simulations/slices/finder";
import { countNames, policies } from "@/simulations/slices/frames";
import { knobs } from "@/simulations/slices/knobs";
import { ratesOf } from "@/simulations/slices/rates";
import { resultsOf } from "@/simulations/slices/results";
import { worstOf } from "@/simulations/slices/summary";
import { outcome, words } from "@/simulations/slices/words";
import type { BarChart } from "@/simulations/ui/chart/model";
import { startWasm } from "../core/models/backend-for-tests";

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe("applicants", () => {
  const drawn = drawApplicants(createRandom(3, "applicants"), { count: 20_000, groupShare: 0.3, baseRateGap: 0.15 });
  const of = (g: number, values: ArrayLike<number>) => Array.from(values).filter((_, i) => drawn.group[i] === g);

  it("repay as often as their group does", () => {
    // Standard errors: 0.004 and 0.006.
    expect(Math.abs(mean(of(0, drawn.repaid)) - larchRate)).toBeLessThan(0.018);
    expect(Math.abs(mean(of(1, drawn.repaid)) - (larchRate - 0.15))).toBeLessThan(0.025);
    expect(Math.abs(mean(drawn.group) - 0.3)).toBeLessThan(0.015);
  });

  it("carry their group in the first input, and nothing in the attributes", () => {
    const first = drawn.inputs.subarray(0, drawn.count);
    expect(Math.abs(mean(of(0, first)))).toBeLessThan(0.04);
    expect(Math.abs(mean(of(1, first)) + 1)).toBeLessThan(0.05);
    const branch = drawn.attributes.subarray(drawn.count, 2 * drawn.count);
    const rate = (keep: (i: number) => boolean) => mean(Array.from(drawn.repaid).filter((_, i) => keep(i)));
    expect(Math.abs(rate((i) => branch[i]! < 6) - rate((i) => branch[i]! >= 6))).toBeLessThan(0.025);
  });
});

describe("rules of the groups", () => {
  // Two groups whose scores lie apart, one separated better than the other.
  const random = createRandom(8, "rules");
  const cases: Scored = {
    score: new Float64Array(12_000),
    repaid: new Uint8Array(12_000),
    group: new Uint8Array(12_000),
  };
  for (let i = 0; i < 12_000; i++) {
    const g = i % 3 === 0 ? 1 : 0;
    const repays = random.uniform() < (g === 0 ? 0.6 : 0.4) ? 1 : 0;
    cases.group[i] = g;
    cases.repaid[i] = repays;
    cases.score[i] = 1 / (1 + Math.exp(-((g === 0 ? 1.8 : 0.9) * (repays - 0.5) - 0.5 * g + random.normal())));
  }
  /** Expected rates of a group under its rule. */
  const under = (g: 0 | 1, { threshold, lot, accept }: ReturnType<typeof rulesOf>[0]) => {
    const rate = (keep: (i: number) => boolean) => {
      const inside = Array.from(cases.score).filter((_, i) => cases.group[i] === g && keep(i));
      return (1 - lot) * mean(inside.map((score) => Number(score > threshold))) + lot * accept;
    };
    return {
      selected: rate(() => true),
      tpr: rate((i) => cases.repaid[i] === 1),
      fpr: rate((i) => cases.repaid[i] === 0),
    };
  };
  const gapOf = (policy: (typeof policies)[number], name: "selected" | "tpr" | "fpr") => {
    const [larch, maple] = rulesOf(policy, cases, 0.5);
    return Math.abs(under(0, larch)[name] - under(1, maple)[name]);
  };

  it("leave the gap with one threshold, and close the gap that the policy names", () => {
    expect(gapOf("one", "selected")).toBeGreaterThan(0.15);
    expect(gapOf("parity", "selected")).toBeLessThan(0.01);
    expect(gapOf("opportunity", "tpr")).toBeLessThan(0.01);
    expect(gapOf("opportunity", "fpr")).toBeGreaterThan(0.05);
  });

  it("make both rates equal by a lot in the group that is separated better, and nowhere else", () => {
    const [larch, maple] = rulesOf("odds", cases, 0.5);
    expect(gapOf("odds", "tpr")).toBeLessThan(0.02);
    expect(gapOf("odds", "fpr")).toBeLessThan(0.02);
    expect(larch.lot).toBeGreaterThan(0.1);
    expect(maple.lot).toBe(0);
  });

  it("meet two of TPR, FPR and precision, but never all three while base rates differ", () => {
    // Chouldechova 2017: every pair of thresholds that accepts some and rejects some of each group.
    const points = ([0, 1] as const).map((g) =>
      Array.from({ length: 60 }, (_, i) => {
        const { selected, tpr, fpr } = under(g, { threshold: (i + 1) / 61, lot: 0, accept: 0 });
        const base = mean(Array.from(cases.repaid).filter((_, k) => cases.group[k] === g));
        return { selected, tpr, fpr, ppv: (base * tpr) / selected };
      }).filter(({ selected }) => selected > 0.05 && selected < 0.95),
    );
    const best = (names: readonly ("selected" | "tpr" | "fpr" | "ppv")[]) =>
      Math.min(
        ...points[0]!.flatMap((a) =>
          points[1]!.map((b) => Math.max(...names.map((name) => Math.abs(a[name] - b[name])))),
        ),
      );
    expect(best(["tpr"])).toBeLessThan(0.01);
    expect(best(["selected", "tpr"])).toBeLessThan(0.05);
    expect(best(["tpr", "fpr", "ppv"])).toBeGreaterThan(0.08);
    expect(best(["selected", "tpr", "ppv"])).toBeGreaterThan(0.08);
  });
});

describe("rates, gaps and the finder", () => {
  const values = { ...defaultsOf(knobs), replicas: 3, seed: 5, groupShare: 20 };
  let frames: ReturnType<typeof run> extends Generator<infer F> ? F[] : never;
  beforeAll(async () => {
    await startWasm();
    frames = [...run(values, { from: 0, to: 3 })];
  });

  it("are those of the golden measures for the same decisions", () => {
    const [frame] = frames;
    for (const [p, policy] of policies.entries()) {
      const rates = ratesOf(frames, policy);
      for (let r = 0; r < 3; r++) {
        const [truth, decided, names]: [number[], number[], string[]] = [[], [], []];
        for (const [g, name] of ["larch", "maple"].entries())
          for (const [k, kind] of countNames.entries())
            for (let i = 0; i < frame!.counts[((p * 2 + g) * 4 + k) * 3 + r]!; i++) {
              truth.push(Number(kind === "tp" || kind === "fn"));
              decided.push(Number(kind === "tp" || kind === "fp"));
              names.push(name);
            }
        const golden = groupFairness(truth, decided, names);
        expect(rates.accuracy[r]).toBeCloseTo(golden.overall.accuracy, 12);
        expect(rates.gaps.parity[r]).toBeCloseTo(golden.betweenGroups.demographicParityDifference, 12);
        expect(rates.gaps.opportunity[r]).toBeCloseTo(golden.betweenGroups.equalOpportunityDifference, 12);
        expect(rates.gaps.odds[r]).toBeCloseTo(golden.betweenGroups.equalizedOddsDifference, 12);
      }
    }
  });

  it("list the slice with the most errors first, and count every slice’s cases", () => {
    const results = resultsOf({ values, frames, replicasDone: 3, replicas: 3, elapsedMs: 1, complete: true });
    const list = scanned(results, 1);
    expect(list).toHaveLength(62);
    const shares = list.map(({ n, wrong }) => wrong / n);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    // Groups, and the slices of five attributes: each divides all 4,000 applications.
    expect(list.reduce((sum, { n }) => sum + n, 0)).toBe(6 * 4000);
    const told = outcome(results, "maple");
    expect(told.tally!.options).toHaveLength(3);
    expect(words(results)).toContain("p-value below 0.05 in");
  });

  it("have bars whose edges are both limits, so that bars left of a limit hold the replicas that words count", () => {
    const results = resultsOf({ values, frames, replicasDone: 3, replicas: 3, elapsedMs: 1, complete: true });
    const bars = charts(results).find(({ id }) => id === "chance") as BarChart;
    for (const limit of [0.05, 0.05 / 60]) {
      const left = bars.bars.filter(({ from }) => from < limit * (1 - 1e-9));
      expect(Math.max(...left.map(({ to }) => to))).toBeCloseTo(limit, 12);
      const counted = worstOf(results.slices).filter((p) => p < limit).length;
      expect(3 * left.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(counted, 9);
    }
    expect(bars.bars.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(1, 9);
  });

  it("have no precision where nobody is accepted, and say so", () => {
    // Everybody of Maple who was accepted is rejected instead.
    const rejected = structuredClone(frames);
    for (const { counts } of rejected) {
      const at = (k: number) => (policies.indexOf(values.policy) * 2 + 1) * countNames.length * 3 + 3 * k;
      for (let r = 0; r < 3; r++)
        for (const [accepted, instead] of [
          [0, 2],
          [1, 3],
        ] as const) {
          counts[at(instead) + r]! += counts[at(accepted) + r]!;
          counts[at(accepted) + r] = 0;
        }
    }
    const told = words(
      resultsOf({ values, frames: rejected, replicasDone: 3, replicas: 3, elapsedMs: 1, complete: true }),
    );
    expect(told).toContain("Nobody is accepted in Maple, so precision and predictive parity cannot be measured.");
    expect(told).not.toContain("repay in Maple and");
    expect(told.match(/predictive parity/g)).toHaveLength(1);
  });

  it("call a slice worse by the usual test of two shares", () => {
    // 30 of 100 against 200 of 1,000: z = 0.1 / √(p (1 − p) (1/100 + 1/1000)) with p = 230/1100.
    const p = 230 / 1100;
    expect(pooledTest(30, 100, 200, 1000).z).toBeCloseTo(0.1 / Math.sqrt(p * (1 - p) * 0.011), 12);
    expect(pooledTest(30, 100, 200, 1000).pValue).toBeCloseTo(0.0195, 3);
    expect(pooledTest(0, 5, 0, 5).pValue).toBeNaN();
  });
});
