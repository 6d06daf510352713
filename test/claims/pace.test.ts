/** What lesson 11 claims of retraining intervals and policies, on several seeds; each claim also where it might break. */
import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "@/simulations/pace/engine";
import type { PaceFrame } from "@/simulations/pace/frames";
import { knobs, type PaceValues } from "@/simulations/pace/knobs";
import { bestByCost, bestIntervalOf, intervalCosts, powerOf, type Totals, totalsOf } from "@/simulations/pace/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const replicas = 32;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

beforeAll(startWasm);

describe.each(claimSeeds(2))("retraining with seed %i", (seed) => {
  // What was drawn is kept: other prices, policies and limits cost next to nothing.
  const engine = createEngine();

  async function calendar(changed: Partial<PaceValues> = {}): Promise<{ totals: Totals; values: PaceValues }> {
    const values = { ...defaultsOf(knobs), seed, ...changed } as PaceValues;
    const frames: PaceFrame[] = await framesOf(engine, values, { from: 0, to: replicas });
    return { totals: totalsOf(frames, values), values };
  }

  /** Of the cheapest schedule. */
  const bestMean = ({ byInterval }: Totals) => Math.min(...byInterval.map(mean));

  it("costs most when a model is made every month or hardly ever", async () => {
    for (const pace of [1, 2]) {
      const { totals, values } = await calendar({ pace });
      const best = bestIntervalOf(totals.byInterval);
      expect(best).toBeGreaterThan(1);
      expect(best).toBeLessThan(16);
      const means = totals.byInterval.map(mean);
      expect(means[0]!).toBeGreaterThan(1.25 * means[best - 1]!);
      expect(means.at(-1)!).toBeGreaterThan(1.2 * means[best - 1]!);
      const costs = intervalCosts(totals, values);
      expect(costs[0]!.bill).toBeGreaterThan(costs[11]!.bill);
      expect(costs[0]!.staleness.middle).toBeLessThan(costs[11]!.staleness.middle);
    }
  });

  it("has a shorter best interval where change is faster, and a longer one where a model costs more", async () => {
    const best = async (changed: Partial<PaceValues>) => bestIntervalOf((await calendar(changed)).totals.byInterval);
    expect(await best({ pace: 2 })).toBeLessThan(await best({ pace: 1 }));
    expect(await best({ drift: "steady", pace: 1 })).toBeLessThan(await best({ drift: "steady", pace: 0.3 }));
    for (const pace of [1, 2])
      expect(await best({ pace, retrainCost: 40 })).toBeGreaterThan(await best({ pace, retrainCost: 5 }));
  });

  it("costs less by trigger than by any schedule under rare shocks, with expensive models and late labels too", async () => {
    for (const changed of [{}, { retrainCost: 40 }, { pace: 2 }, { labelDelay: 2 }]) {
      const { policies, byInterval } = (await calendar({ drift: "shocks", ...changed })).totals;
      expect(mean(policies.trigger)).toBeLessThan(0.95 * Math.min(...byInterval.map(mean)));
    }
  });

  it("costs less by the best schedule than by trigger under slow steady drift, whatever the sensitivity", async () => {
    for (const alarm of [1, 2, 3, 4, 6]) {
      const { totals } = await calendar({ drift: "steady", pace: 0.3, alarm });
      expect(mean(totals.policies.trigger), `sensitivity ${alarm}`).toBeGreaterThan(1.03 * bestMean(totals));
    }
  });

  it("never costs less than with hindsight", async () => {
    const by = { retrains: "5:retrain,20:retrain", retrainCost: 20 };
    for (const changed of [{}, { drift: "shocks", labelDelay: 2 }, { drift: "steady", pace: 0.3 }] as const) {
      const { policies, byInterval } = (await calendar({ ...by, ...changed })).totals;
      for (const totals of [policies.never, policies.schedule, policies.trigger, policies.hand, ...byInterval])
        totals.forEach((total, r) => {
          expect(total).toBeGreaterThanOrEqual(policies.optimum[r]! * (1 - 1e-6));
        });
    }
  });

  it("has a best interval that grows with the square root of the cost under a random walk, with the cube root under steady drift", async () => {
    const exponent = async (changed: Partial<PaceValues>) => {
      const { totals, values } = await calendar(changed);
      return powerOf(bestByCost(totals, values))!.exponent;
    };
    for (const pace of [1, 2]) {
      expect(await exponent({ pace })).toBeGreaterThan(0.38);
      expect(await exponent({ pace })).toBeLessThan(0.6);
    }
    for (const pace of [0.3, 1]) {
      expect(await exponent({ drift: "steady", pace })).toBeGreaterThan(0.28);
      expect(await exponent({ drift: "steady", pace })).toBeLessThan(0.38);
    }
  });
});
