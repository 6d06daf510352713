import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Measure } from "@/simulations/core/serving/analysis-run";
import { planRollout, spreadLooks } from "@/simulations/core/serving/patterns";
import { advanceRollout, promote, type RolloutState, rollBack, startRollout } from "@/simulations/core/serving/rollout";
import { checkPlan, PATTERNS, type RolloutPlan } from "@/simulations/core/serving/rollout-plan";

const errors = { name: "error-share", successCondition: "<= 0.05" };
const analysis = spreadLooks([errors], 300, 5);
const good: Measure = () => 0.01;
const bad: Measure = () => 0.5;

/** What must hold of any state whatever led to it. */
function expectConsistent(plan: RolloutPlan, state: RolloutState): void {
  expect(state.weight).toBeGreaterThanOrEqual(0);
  expect(state.weight).toBeLessThanOrEqual(100);
  if (state.phase === "Healthy") expect([state.weight, state.mirror, state.step]).toEqual([100, 0, plan.steps.length]);
  if (state.phase === "Degraded") expect([state.weight, state.mirror]).toEqual([0, 0]);
  if (state.phase === "Healthy" || state.phase === "Degraded")
    expect([state.analysis, state.background, state.held]).toEqual([null, null, false]);
  expect(state.restoredAt !== null).toBe(state.phase === "RollingBack");
  if (state.phase === "Paused") expect(state.held || "pause" in plan.steps[state.step]!).toBe(true);
  let before = Number.NEGATIVE_INFINITY;
  let weight = 0;
  for (const event of state.events) {
    expect(event.at).toBeGreaterThanOrEqual(before);
    expect(event.at).toBeLessThanOrEqual(state.at);
    before = event.at;
    if (event.kind === "setWeight") weight = event.weight;
    if (event.kind === "promoted") weight = 100;
    if (event.kind === "rolledBack") weight = 0;
  }
  // The log alone tells who answers now.
  expect(state.weight).toBe(weight);
}

describe("rollout", () => {
  test("walks a canary's weights in time and ends with everything on the new version", () => {
    const plan = planRollout("canary", { weights: [10, 40], stageSeconds: 60 });
    let state = startRollout(plan, 100);
    const weights = [100, 159, 160, 219, 220].map((at) => {
      state = advanceRollout(plan, state, at, good);
      return state.weight;
    });
    expect(weights).toEqual([10, 10, 40, 40, 100]);
    expect(state.phase).toBe("Healthy");
  });

  test("goes the same way in one stride or in many", () => {
    const plan = planRollout("canary", { analysis });
    const noisy: Measure = (_, { at }) => (at % 7 === 0 ? null : 0.01);
    const once = advanceRollout(plan, startRollout(plan), 1000, noisy);
    let often = startRollout(plan);
    for (let at = 13; at < 1000; at += 13) often = advanceRollout(plan, often, at, noisy);
    expect(advanceRollout(plan, often, 1000, noisy)).toEqual(once);
  });

  test("an analysis that fails rolls back, with a failure limit of 1 at the second failure", () => {
    const plan = planRollout("canary", { analysis: spreadLooks([{ ...errors, failureLimit: 1 }], 300, 5) });
    const state = advanceRollout(plan, startRollout(plan), 1000, bad);
    expect([state.phase, state.weight]).toEqual(["Degraded", 0]);
    expect(state.events.find((event) => event.kind === "rollBack")).toMatchObject({
      at: 120,
      reason: "analysis failed",
    });
    expect(state.events.filter((event) => event.kind === "measurement")).toHaveLength(2);
  });

  test("one bad metric is enough, and the good ones do not wait for it", () => {
    const plan = planRollout("canary", {
      analysis: spreadLooks([{ name: "latency", successCondition: "< 100" }, errors], 300, 5),
    });
    const state = advanceRollout(plan, startRollout(plan), 1000, (metric) => (metric.name === "latency" ? 50 : 0.5));
    expect(state.events.find((event) => event.kind === "rollBack")).toMatchObject({ at: 60 });
  });

  test("an inconclusive analysis holds the release until somebody decides", () => {
    const plan = planRollout("canary", { analysis: spreadLooks([{ ...errors, failureCondition: "> 0.2" }], 300, 5) });
    const held = advanceRollout(plan, startRollout(plan), 5000, () => 0.1);
    expect([held.phase, held.held, held.weight]).toEqual(["Paused", true, 5]);
    expect(promote(plan, held).weight).toBe(20);
    expect(rollBack(plan, held).weight).toBe(0);
  });

  test("metrics measured beside the steps roll back in the middle of a pause", () => {
    const background = { metrics: [{ ...errors, interval: 50, initialDelay: 50 }], startingStep: 2 };
    const plan = { ...planRollout("canary", { stageSeconds: 600 }), backgroundAnalysis: background };
    const state = advanceRollout(plan, startRollout(plan), 5000, bad);
    expect(state.events.find((event) => event.kind === "rollBack")).toMatchObject({ at: 650 });
    expect(advanceRollout(plan, startRollout(plan), 5000, good).phase).toBe("Healthy");
  });

  test("a pause without an end waits for somebody to promote", () => {
    const plan = planRollout("blue-green", { manual: true });
    const waiting = advanceRollout(plan, startRollout(plan), 1e6, good);
    expect([waiting.phase, waiting.weight]).toEqual(["Paused", 100]);
    expect(promote(plan, waiting).phase).toBe("Healthy");
  });

  test("a shadow answers nobody until it is promoted", () => {
    const plan = planRollout("shadow", { analysis });
    const seen: [number, number][] = [];
    const state = advanceRollout(plan, startRollout(plan), 1000, (_, { weight, mirror }) => {
      seen.push([weight, mirror]);
      return 0.5;
    });
    expect(seen).toEqual([[0, 100]]);
    expect([state.weight, state.mirror]).toEqual([0, 0]);
    expect(advanceRollout(plan, startRollout(plan), 1000, good)).toMatchObject({
      weight: 100,
      mirror: 0,
      phase: "Healthy",
    });
  });

  test("replacing takes time to undo, blue-green does not", () => {
    for (const [pattern, wait] of [
      ["replace", 900],
      ["blue-green", 0],
    ] as const) {
      const plan = planRollout(pattern);
      const live = advanceRollout(plan, startRollout(plan), 10, good);
      const undone = rollBack(plan, live);
      expect(advanceRollout(plan, undone, 10 + wait, good).weight).toBe(0);
      if (wait > 0)
        expect(advanceRollout(plan, undone, 10 + wait - 1, good)).toMatchObject({ weight: 100, phase: "RollingBack" });
    }
  });

  test("a measurement sees the stretch of time since the one before", () => {
    const plan = planRollout("canary", { analysis });
    const stretches: [number, number][] = [];
    advanceRollout(plan, startRollout(plan), 180, (_, { since, at }) => stretches.push([since, at]) * 0);
    expect(stretches).toEqual([
      [0, 60],
      [60, 120],
      [120, 180],
    ]);
  });

  test("any sequence of waiting, promoting and rolling back leaves a consistent state", () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant("wait" as const), seconds: fc.integer({ min: 0, max: 700 }) }),
      fc.record({
        kind: fc.constantFrom("promote" as const, "promoteFull" as const, "rollBack" as const),
        seconds: fc.constant(0),
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...PATTERNS),
        fc.boolean(),
        fc.constantFrom("none" as const, "steps" as const, "background" as const),
        fc.array(action, { maxLength: 30 }),
        fc.array(fc.option(fc.constantFrom(0.01, 0.1, 0.5), { freq: 5 }), { minLength: 1, maxLength: 7 }),
        (pattern, manual, judge, actions, values) => {
          const judged = spreadLooks(
            [{ ...errors, failureLimit: 1, failureCondition: "> 0.2", inconclusiveLimit: 1 }],
            300,
            5,
          );
          const base = planRollout(pattern, { manual, analysis: judge === "steps" ? judged : undefined });
          const plan: RolloutPlan = judge === "background" ? { ...base, backgroundAnalysis: judged } : base;
          let calls = 0;
          const measure: Measure = () => values[calls++ % values.length] ?? null;
          let state = startRollout(plan);
          expectConsistent(plan, state);
          for (const { kind, seconds } of actions) {
            const before = structuredClone(state);
            const next =
              kind === "wait"
                ? advanceRollout(plan, state, state.at + seconds, measure)
                : kind === "rollBack"
                  ? rollBack(plan, state)
                  : promote(plan, state, { full: kind === "promoteFull" });
            expect(state).toEqual(before);
            state = next;
            expectConsistent(plan, state);
            if (kind === "promoteFull") expect(state.phase).toBe("Healthy");
            if (kind === "rollBack") expect(["Degraded", "RollingBack"]).toContain(state.phase);
          }
          const end = advanceRollout(plan, rollBack(plan, state), state.at + 10_000, measure);
          expect([end.phase, end.weight]).toEqual(["Degraded", 0]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("refuses a plan or a time that makes no sense", () => {
    expect(() => checkPlan({ pattern: "canary", steps: [{ setWeight: 120 }], restoreSeconds: 0 })).toThrow(
      /steps\[0\].setWeight.*got 120/,
    );
    expect(() => planRollout("canary", { analysis: { metrics: [{ ...errors, interval: 60 }] } })).toThrow(
      /error-share must have a count/,
    );
    expect(() => planRollout("canary", { analysis: { metrics: [{ ...errors, successCondition: "good" }] } })).toThrow(
      /comparison.*"good"/,
    );
    const plan = planRollout("canary");
    expect(() => advanceRollout(plan, startRollout(plan, 50), 10, good)).toThrow(/not before.*50, got 10/);
    expect(() => advanceRollout(plan, startRollout(plan), Number.POSITIVE_INFINITY, good)).toThrow(/finite/);
  });
});
