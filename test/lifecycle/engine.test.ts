import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "@/simulations/lifecycle/engine";
import type { LifecycleFrame } from "@/simulations/lifecycle/frames";
import { knobs, type LifecycleValues } from "@/simulations/lifecycle/knobs";
import { arrivalMonth, latencyOn, months, replyMonth, responseNames } from "@/simulations/lifecycle/plan";
import { accuracyOf, teamsOf } from "@/simulations/lifecycle/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";

const size = 3;
const values = { ...defaultsOf(knobs), clips: 100 } as LifecycleValues;
const engine = createEngine();
const framesWith = (change: Partial<LifecycleValues> = {}): Promise<LifecycleFrame[]> =>
  framesOf(engine, { ...values, ...change }, { from: 0, to: size });

beforeAll(startWasm);

describe("a project's year", () => {
  it("has the release and twelve months, and the same model for all responses until one is in use", async () => {
    const frames = await framesWith();
    expect(frames.map(({ moment }) => moment)).toEqual(Array.from({ length: months + 1 }, (_, month) => month));
    const [nothing, ...others] = responseNames.map((_, s) => accuracyOf(frames, s));
    for (const other of others) {
      expect(other.slice(0, replyMonth)).toEqual(nothing!.slice(0, replyMonth));
      expect(other.slice(replyMonth)).not.toEqual(nothing!.slice(replyMonth));
    }
  });

  it("is the same until the new place arrives, whatever it is", async () => {
    const [none, hiss, far] = await Promise.all(
      (["none", "hiss", "far"] as const).map(async (newCondition) => accuracyOf(await framesWith({ newCondition }), 0)),
    );
    for (const other of [hiss, far]) {
      expect(other!.slice(0, arrivalMonth)).toEqual(none!.slice(0, arrivalMonth));
      expect(other!.slice(arrivalMonth)).not.toEqual(none!.slice(arrivalMonth));
    }
  });

  it("does not change with a target or a response: they only judge and choose", async () => {
    const usual = await framesWith();
    expect(await framesWith({ targetAccuracy: 99, targetLatency: 20, response: "nothing" })).toEqual(usual);
  });

  it("keeps no array that it has yielded", async () => {
    const first = await framesWith();
    const kept = structuredClone(first);
    for (const { accuracy, release } of first) {
      accuracy.fill(-1);
      release?.byCondition.fill(-1);
    }
    expect(await framesWith()).toEqual(kept);
  });
});

describe("a target", () => {
  it("is met only by teams that meet all three parts of it", async () => {
    const frames = await framesWith();
    const met = (change: Partial<LifecycleValues>) => teamsOf(frames, { ...values, ...change }).met;
    const easy = { targetAccuracy: 20, targetLatency: 300, targetThroughput: 1 };
    expect(met(easy)).toEqual([true, true, true]);
    for (const hard of [{ targetAccuracy: 99 }, { targetLatency: 20 }, { targetThroughput: 40 }])
      expect(met({ ...easy, ...hard })).toEqual([false, false, false]);
  });

  it("takes the stated costs of the device: 0.5 ms for a frame, 0.02 ms for a multiply-add", () => {
    expect(latencyOn(80, 64, 16, 8)).toBeCloseTo(40 + 0.02 * 16 * 72, 9);
  });
});
