import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defineKnobs, definePresets } from "@/simulations/runtime/knobs";
import { createPool, type Pool } from "@/simulations/runtime/pool";
import type { Engine } from "@/simulations/runtime/simulation";
import { createExperiment, type Experiment } from "@/simulations/runtime/store";
import { type CountFrame, countingEngine, createFakeWorker, type FakeWorker } from "./fake-port";

const knobs = defineKnobs({
  world: { kind: "choice", label: "World", help: "", default: "fine", options: { fine: "Fine", broken: "Broken" } },
  strength: { kind: "number", label: "Strength", help: "", default: 2, min: 0, max: 4, step: 0.1 },
  seed: { kind: "number", label: "Seed", help: "", default: 7, min: 0, max: 1000, step: 1 },
  replicas: { kind: "number", label: "Replicas", help: "", default: 32, min: 1, max: 128, step: 1 },
});
const presets = definePresets(knobs, { strong: { label: "Strong", help: "", values: { strength: 4 } } });

/** Slow enough to be caught in the middle. */
const slowEngine: Engine = {
  async *run(values, replicas) {
    for (const frame of countingEngine.run(values, replicas) as Iterable<CountFrame>) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      yield frame;
    }
  },
};

let workers: FakeWorker[];
let pool: Pool;
let experiment: Experiment<CountFrame>;

function setUp(engine: Engine = countingEngine as unknown as Engine, startError?: string, size = 2): void {
  workers = [];
  pool = createPool({
    size,
    wasmPath: "/tfjs/",
    createPort() {
      const worker = createFakeWorker(engine, startError);
      workers.push(worker);
      return worker;
    },
  });
  experiment = createExperiment<CountFrame>({
    id: "race",
    simulation: "count",
    knobs,
    presets,
    moments: () => ({ min: 0, max: 12, step: 1, unit: "month" }),
    pool,
  });
}

const state = () => experiment.store.getState();
const until = async (test: () => boolean) => {
  await vi.waitFor(() => expect(test()).toBe(true), { timeout: 5000, interval: 1 });
};
const finished = () => until(() => state().status === "done");

beforeEach(() => setUp());
afterEach(() => {
  pool.dispose();
  vi.useRealTimers();
});

describe("an experiment", () => {
  it("shows the first replicas before the rest and ends with all of them in order", async () => {
    const seen = new Set<number>();
    experiment.store.subscribe(({ run }) => run && seen.add(run.replicasDone));
    experiment.actions.start();
    await finished();
    expect([...seen]).toEqual([8, 16, 24, 32]);
    expect(state().run!.frames.map((frame) => frame.replicas.from)).toEqual(
      [0, 8, 16, 24].flatMap((from) => new Array(13).fill(from)),
    );
  });

  it("makes one run of a double click", async () => {
    experiment.actions.start();
    experiment.actions.start();
    await finished();
    expect(state().runCount).toBe(1);
    const runs = workers.flatMap((worker) => worker.sent.filter((message) => message.type === "run"));
    expect(runs).toHaveLength(4);
  });

  it("follows a dragged slider without a queue and ends on the last value", async () => {
    experiment.actions.start();
    await finished();
    const before = workers.flatMap((worker) => worker.sent).filter((message) => message.type === "run").length;
    for (let i = 0; i <= 40; i++) {
      experiment.actions.set("strength", i / 10, true);
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    }
    experiment.actions.set("strength", 4, false);
    await until(() => state().status === "done" && state().run?.values.strength === 4);
    expect(state().run!.frames[0]!.figure).toBe(400);
    const runs = workers.flatMap((worker) => worker.sent).filter((message) => message.type === "run").length - before;
    expect(runs).toBeLessThan(41 * 4);
    experiment.actions.undo();
    expect(state().values.strength).toBe(2);
    experiment.actions.redo();
    expect(state().values.strength).toBe(4);
  });

  it("undoes a drag whose first movements change nothing yet", () => {
    for (const strength of [2, 2, 2.5, 3]) experiment.actions.set("strength", strength, true);
    expect(state().canUndo).toBe(true);
    experiment.actions.undo();
    expect(state().values.strength).toBe(2);
    expect(state().canUndo).toBe(false);
  });

  it("pauses a run where it is and resumes it to the same figures", async () => {
    experiment.actions.start();
    experiment.actions.pause();
    expect(state().status).toBe("paused");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(state().run?.complete).not.toBe(true);
    experiment.actions.resume();
    await finished();
    const figures = state().run!.frames.map((frame) => frame.figure);
    experiment.actions.start();
    await finished();
    expect(state().run!.frames.map((frame) => frame.figure)).toEqual(figures);
  });

  it("goes on with a paused run when it is run again, and computes it anew only once it is whole", async () => {
    experiment.actions.start();
    experiment.actions.pause();
    experiment.actions.start();
    expect(state()).toMatchObject({ status: "running", runCount: 1 });
    await finished();
    experiment.actions.start();
    expect(state().runCount).toBe(2);
    await finished();
  });

  it("shows what went wrong, keeps the last good run and recovers", async () => {
    experiment.actions.start();
    await finished();
    experiment.actions.set("world", "broken");
    await until(() => state().status === "failed");
    expect(state().failure).toBe("the world is broken");
    expect(state().run!.values.world).toBe("fine");
    expect(state().stale).toBe(true);
    experiment.actions.set("world", "fine");
    await finished();
    expect(state().failure).toBeUndefined();
  });

  it("replaces a worker that crashes in the middle of a run", async () => {
    pool.dispose();
    setUp(slowEngine);
    experiment.actions.start();
    await until(() => workers[0]!.sent.some((message) => message.type === "run"));
    workers[0]!.crash("out of memory");
    await finished();
    expect(state().run!.replicasDone).toBe(32);
    expect(workers.length).toBe(3);
  });

  it("notices a worker that was killed without a word", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    pool.dispose();
    setUp(slowEngine);
    experiment.actions.start();
    await vi.waitFor(() => expect(workers[0]!.sent.some((message) => message.type === "run")).toBe(true), {
      interval: 1,
    });
    workers[0]!.kill();
    for (let i = 0; i < 30; i++) {
      await vi.advanceTimersByTimeAsync(2000);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await finished();
    expect(state().run!.replicasDone).toBe(32);
    expect(workers.length).toBe(3);
  });

  it("fails in words when no worker can start, and can be tried again", async () => {
    pool.dispose();
    setUp(countingEngine as unknown as Engine, "this browser has no backend");
    experiment.actions.start();
    await until(() => state().status === "failed");
    expect(state().failure).toBe("this browser has no backend");
    const before = workers.length;
    expect(before).toBeLessThan(10);
    experiment.actions.retry();
    await until(() => workers.length > before && state().status === "failed");
  });

  it("is the same after being left in the middle of a run and opened again", async () => {
    experiment.actions.start();
    experiment.actions.dispose();
    expect(state().status).toBe("idle");
    experiment.actions.start();
    await finished();
    expect(state().run!.complete).toBe(true);
  });

  it("brings back the same figures from its own link, pins included", async () => {
    experiment.actions.start();
    await finished();
    experiment.actions.pin();
    experiment.actions.set("strength", 3.1);
    experiment.actions.set("seed", 12);
    await until(() => state().status === "done" && state().run?.values.seed === 12);
    experiment.actions.setMoment(5);
    expect(state().status).toBe("paused");
    const link = experiment.actions.link();
    const figures = state().run!.frames;
    const pinned = state().pins[0]!.run!.frames;
    pool.dispose();
    setUp();
    experiment.actions.applyLink(link);
    expect(state().notices).toEqual([]);
    expect(state().run).toBeUndefined();
    experiment.actions.start();
    await until(() => state().status === "paused" && state().pins[0]?.run !== undefined);
    expect(state().run!.frames).toEqual(figures);
    expect(state().pins[0]!.run!.frames).toEqual(pinned);
    expect(state().moment).toBe(5);
  });

  it("takes no link that speaks of another experiment", () => {
    experiment.actions.applyLink("#other&strength=4");
    expect(state().values.strength).toBe(2);
  });

  it("stays consistent whatever is pressed in whatever order", async () => {
    const names = [
      "start",
      "pause",
      "resume",
      "play",
      "undo",
      "redo",
      "reset",
      "reroll",
      "pin",
      "clear",
      "dispose",
      "retry",
    ] as const;
    const action = fc.oneof(
      fc.constantFrom(...names).map((name) => () => experiment.actions[name]()),
      fc.integer({ min: 0, max: 40 }).map((value) => () => experiment.actions.set("strength", value / 10, true)),
      fc.integer({ min: -3, max: 20 }).map((value) => () => experiment.actions.setMoment(value)),
      fc.constantFrom(1 as const, -1 as const).map((by) => () => experiment.actions.step(by)),
      fc.constant(() => experiment.actions.applyPreset("strong")),
      fc.constant(() => new Promise((resolve) => setTimeout(resolve, 2))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (steps) => {
        pool.dispose();
        setUp();
        for (const step of steps) await step();
        experiment.actions.dispose();
        experiment.actions.start();
        await finished();
        expect(state().run!.values).toEqual(state().values);
        expect(state().run!.frames[0]!.figure).toBeCloseTo(Number(state().values.strength) * 100);
      }),
      { numRuns: 40 },
    );
  });
});
