/** The retraining calendar as its page tells it: what stays hidden while somebody decides, and what is told after. */
import { beforeAll, describe, expect, it } from "vitest";
import { charts } from "@/simulations/pace/chart";
import { createEngine } from "@/simulations/pace/engine";
import type { PaceFrame } from "@/simulations/pace/frames";
import { knobs, type PaceValues, presets } from "@/simulations/pace/knobs";
import { type PaceResults, resultsOf } from "@/simulations/pace/results";
import { knownFrames, knownMonth, lastMonth, revealed } from "@/simulations/pace/story";
import { ageOf, outcome, question, words } from "@/simulations/pace/words";
import { withAct } from "@/simulations/runtime/acts";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import type { Phrase } from "@/simulations/ui/results/verdict";
import { startWasm } from "../core/models/backend-for-tests";

const engine = createEngine();
const text = (phrases: readonly Phrase[]) =>
  phrases.map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : part.guess)).join("");

async function resultsFor(changed: Partial<PaceValues>): Promise<PaceResults> {
  const values = { ...defaultsOf(knobs), replicas: 4, ...changed } as PaceValues;
  const frames = await framesOf(engine, values, { from: 0, to: values.replicas });
  return resultsOf({ values, frames, replicasDone: values.replicas } as unknown as Run<PaceFrame>);
}

beforeAll(startWasm);

describe("four years by hand", () => {
  const byHand = { ...presets["hand-delay"].values, replicas: 1 } as const;
  let results: PaceResults;
  beforeAll(async () => {
    results = await resultsFor({ ...byHand, retrains: withAct("5:retrain", 20, "retrain") });
  });

  it("shows before the last month nothing of other policies, and no error that is not known yet", () => {
    expect(revealed(results, 20)).toBe(false);
    for (const chart of charts(results, results.values, 20)) {
      expect(["error", "retrains"]).toContain(chart.id);
      if (chart.kind === "events") expect(chart.lanes.map(({ label }) => label)).toEqual(["You"]);
      if (chart.kind !== "lines") continue;
      expect(chart.series.map(({ id }) => id)).toEqual(["hand"]);
      expect(Math.max(...chart.series[0]!.x)).toBe(18);
    }
    expect(knownMonth(results.values, 1)).toBeLessThan(0);
    expect(words(results, 20)).not.toMatch(/cheapest|hindsight/i);
    expect(words(results, 1)).toContain("No error is known yet");
  });

  it("leaves everything out of a download that is not known yet", () => {
    const known = knownFrames(results, 20);
    expect(Math.max(...known.map(({ moment }) => moment))).toBe(18);
    for (const frame of known) {
      expect(Object.keys(frame).sort()).toEqual(["error", "moment", "replicas", "retrained"]);
      expect(frame.error).toHaveLength(1);
    }
  });

  it("tells after the last month what was paid, and what hindsight would have paid on the same draws", () => {
    expect(revealed(results, lastMonth)).toBe(true);
    const verdict = text(outcome(results, "trigger").verdict);
    expect(verdict).toMatch(/^With 2 new models your four years cost [\d,.]+ thousand €/);
    expect(verdict).toMatch(/Your guess, trigger, was/);
    const lanes = charts(results, results.values, lastMonth).find(({ id }) => id === "retrains");
    expect(lanes?.kind === "events" && lanes.lanes.map(({ label }) => label)).toEqual([
      "You",
      "Schedule",
      "Trigger",
      "Hindsight",
    ]);
  });

  it("costs as much as the schedule when its months are those of the schedule", async () => {
    const months = Array.from({ length: 7 }, (_, i) => `${6 * (i + 1)}:retrain`).join();
    const { totals } = await resultsFor({ retrains: months });
    expect(totals.policies.hand).toEqual(totals.policies.schedule);
  });

  it("counts the age of the model from the newest one in use", () => {
    expect(ageOf([], 7)).toBe(7);
    expect(ageOf([5, 20], 19)).toBe(14);
    expect(ageOf([5, 20], 20)).toBe(0);
  });
});

describe("the calendar", () => {
  it("shows every model in every month, and the costs of all policies follow from this table", async () => {
    const results = await resultsFor({ drift: "shocks", interval: 5 });
    const chart = charts(results, results.values, lastMonth).find(({ id }) => id === "matrix");
    if (chart?.kind !== "spectrogram") throw new Error("the matrix is a heat map");
    chart.values.forEach((models, used) => {
      models.forEach((cost, made) => {
        if (made > used) expect(cost).toBeNaN();
        else expect(cost).toBeGreaterThanOrEqual(0);
      });
    });
    /** Of replica 1: stale forecasts in all months, and the new models. */
    const costOf = (retrains: readonly number[]) =>
      chart.values.reduce((sum, models, used) => sum + models[retrains.findLast((made) => made <= used) ?? 0]!, 0) +
      results.values.retrainCost * retrains.length;
    for (const policy of ["never", "schedule", "trigger", "optimum"] as const)
      expect(costOf(results.told[policy].retrains)).toBeCloseTo(results.totals.policies[policy][0]!, 2);
    expect(results.told.never.retrains).toEqual([]);
  });

  it("asks what is decided: a schedule at its interval, or one’s own decisions", () => {
    const asked = (changed: Partial<PaceValues>) => question({ ...defaultsOf(knobs), ...changed } as PaceValues);
    expect(asked({})).toContain("one every 6 months (schedule)");
    expect(asked({ interval: 1 })).toContain("one every month (schedule)");
    expect(asked({ policy: "hand" })).toContain("your decisions (you)");
  });

  it("keeps the lowest point in sight, names policies at their level, and draws a power as a straight line", async () => {
    for (const changed of [
      {},
      { drift: "steady", pace: 4 },
      { pace: 0 },
      { retrainCost: 200 },
      { retrainCost: 0.5 },
    ] as const) {
      const results = await resultsFor(changed);
      const [interval, , price] = charts(results, results.values, lastMonth);
      if (interval?.kind !== "lines" || price?.kind !== "scatter") throw new Error("other kinds");
      const total = interval.series[0]!.y;
      expect(Math.min(...total)).toBeLessThan(interval.y.max!);
      for (const mark of interval.marks ?? [])
        if (mark.kind === "level") expect(mark.at).toBeLessThanOrEqual(interval.y.max!);
      for (const { x, y } of price.lines ?? []) {
        const slopes = x.slice(1).map((at, i) => Math.log(y[i + 1]! / y[i]!) / Math.log(at / x[i]!));
        for (const slope of slopes) expect(slope).toBeCloseTo(results.power!.exponent, 6);
      }
    }
  });

  it("tells one rule for who leads: marks, verdict and costs agree", async () => {
    const results = await resultsFor({ drift: "shocks", pace: 2, replicas: 8 });
    const { tally, verdict } = outcome(results, "never");
    expect(tally!.options).toHaveLength(8);
    const cheaper = results.totals.policies.trigger.filter(
      (cost, r) => cost < Math.min(results.totals.policies.schedule[r]!, results.totals.policies.never[r]!),
    ).length;
    expect(tally!.options.filter((id) => id === "trigger")).toHaveLength(cheaper);
    expect(text(verdict)).toContain("The best interval of a schedule is");
  });
});
