import { beforeAll, describe, expect, it } from "vitest";
import { run } from "@/simulations/pace/engine";
import { knobs, type PaceValues } from "@/simulations/pace/knobs";
import { bestIntervalOf, exponentOf, intervalCosts, type Totals, totalsOf } from "@/simulations/pace/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const replicas = 24;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

beforeAll(startWasm);

describe.each(claimSeeds())("retraining with seed %i", (seed) => {
  function calendar(changed: Partial<PaceValues> = {}): { totals: Totals; values: PaceValues } {
    const values = { ...defaultsOf(knobs), seed, ...changed } as PaceValues;
    return { totals: totalsOf([...run(values, { from: 0, to: replicas })], values), values };
  }

  it("costs most when it is done every month or hardly ever, and faster change shortens the best interval", () => {
    const { totals, values } = calendar();
    const best = bestIntervalOf(totals.byInterval);
    expect(best).toBeGreaterThan(2);
    expect(best).toBeLessThan(16);
    const means = totals.byInterval.map(mean);
    expect(means[0]!).toBeGreaterThan(1.5 * means[best - 1]!);
    expect(means.at(-1)!).toBeGreaterThan(1.2 * means[best - 1]!);
    const costs = intervalCosts(totals, values);
    expect(costs[0]!.bill).toBeGreaterThan(costs[11]!.bill);
    expect(costs[0]!.staleness.middle).toBeLessThan(costs[11]!.staleness.middle);
    expect(bestIntervalOf(calendar({ pace: 2 }).totals.byInterval)).toBeLessThan(best);
  });

  it("is cheaper by trigger than by any schedule under rare shocks, and dearer than the best schedule under slow steady drift", () => {
    const shocks = calendar({ drift: "shocks" }).totals;
    expect(mean(shocks.policies.trigger)).toBeLessThan(Math.min(...shocks.byInterval.map(mean)));
    const slow = calendar({ drift: "steady", pace: 0.3 }).totals;
    expect(mean(slow.policies.trigger)).toBeGreaterThan(Math.min(...slow.byInterval.map(mean)));
  });

  it("is never cheaper than the schedule of hindsight", () => {
    for (const drift of ["random-walk", "steady", "shocks"] as const) {
      const { policies } = calendar({ drift, retrains: "5:retrain,20:retrain", labelDelay: 2 }).totals;
      for (const name of ["never", "schedule", "trigger", "hand"] as const)
        policies[name].forEach((total, r) => {
          expect(total).toBeGreaterThanOrEqual(policies.optimum[r]! * (1 - 1e-6));
        });
    }
  });

  it("has a best interval that grows with about the square root of its cost under a random walk, the cube root under steady drift", () => {
    const walk = calendar({ pace: 1.5 });
    const steady = calendar({ drift: "steady" });
    expect(exponentOf(walk.totals, walk.values)).toBeGreaterThan(0.4);
    expect(exponentOf(walk.totals, walk.values)).toBeLessThan(0.6);
    expect(exponentOf(steady.totals, steady.values)).toBeGreaterThan(0.28);
    expect(exponentOf(steady.totals, steady.values)).toBeLessThan(0.39);
  });
});
