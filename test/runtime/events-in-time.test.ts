import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { defineKnobs, definePresets } from "@/simulations/runtime/knobs";
import { createPool } from "@/simulations/runtime/pool";
import type { Engine } from "@/simulations/runtime/simulation";
import { createExperiment, type Experiment } from "@/simulations/runtime/store";
import { type CountFrame, countingEngine, createFakeWorker } from "./fake-port";

const knobs = defineKnobs({
  pattern: { kind: "choice", label: "", help: "", default: "canary", options: { canary: "", shadow: "" } },
  decision: { kind: "choice", label: "", help: "", default: "none", options: { none: "", promote: "", rollback: "" } },
  decideAt: { kind: "number", label: "", help: "", default: 0, min: 0, max: 12, step: 1 },
  seed: { kind: "number", label: "", help: "", default: 7, min: 0, max: 1000, step: 1 },
  replicas: { kind: "number", label: "", help: "", default: 24, min: 1, max: 128, step: 1 },
});

function setUp(plays: boolean, size = 2): Experiment<CountFrame> {
  const engine = countingEngine as unknown as Engine;
  return createExperiment<CountFrame>({
    id: "desk",
    simulation: "count",
    knobs,
    presets: definePresets(knobs, {}),
    moments: () => ({ min: 0, max: 12, step: 1, unit: "minute" }),
    story: { playMs: 240 },
    isStill: () => !plays,
    acts: ["decision", "decideAt"],
    pool: createPool({ size, wasmPath: "/tfjs/", createPort: () => createFakeWorker(engine) }),
  });
}

const until = async (test: () => boolean) => {
  await vi.waitFor(() => expect(test()).toBe(true), { timeout: 5000, interval: 1 });
};
let experiment: Experiment<CountFrame>;
const state = () => experiment.store.getState();
const complete = () =>
  until(() => state().run?.complete === true && !state().stale && state().run!.values === state().values);
afterEach(() => experiment.actions.dispose());

describe("an experiment of events in time", () => {
  it("plays from its first moment to its last, one by one, and is done there", async () => {
    experiment = setUp(true);
    const seen: (number | undefined)[] = [];
    experiment.store.subscribe(({ run, moment }) => run && seen.at(-1) !== moment && seen.push(moment));
    experiment.actions.start();
    await until(() => state().status === "done");
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, undefined]);
  });

  it("stands at its first moment where nothing may move by itself", async () => {
    experiment = setUp(false);
    experiment.actions.start();
    await until(() => state().run?.complete === true && state().status === "paused");
    expect(state()).toMatchObject({ moment: 0, playing: false });
  });

  it("shows nothing before the replica that is played is here", async () => {
    experiment = setUp(false);
    const first: number[] = [];
    experiment.store.subscribe(({ run }) => run && first.push(run.frames[0]!.replicas.from));
    experiment.actions.start();
    await complete();
    expect(new Set(first)).toEqual(new Set([0]));
  });

  it("keeps its moment through a decision, and takes the decision back with any other change", async () => {
    experiment = setUp(false);
    experiment.actions.start();
    await complete();
    experiment.actions.setMoment(5);
    experiment.actions.setMany({ decision: "promote", decideAt: 6 });
    await complete();
    expect(state()).toMatchObject({ moment: 5, values: { decision: "promote", decideAt: 6 } });
    experiment.actions.reroll();
    await complete();
    expect(state()).toMatchObject({ moment: 0, values: { decision: "none", decideAt: 0, seed: 8 } });
    experiment.actions.undo();
    await complete();
    expect(state().values).toMatchObject({ decision: "promote", seed: 7 });
    experiment.actions.start();
    expect(state().values.decision).toBe("none");
  });

  it("ends with the run of the last decision, however quickly they follow each other", async () => {
    const act = fc.record({
      decision: fc.constantFrom("promote", "rollback"),
      decideAt: fc.integer({ min: 0, max: 12 }),
    });
    const other = fc.constantFrom("undo", "redo", "play", "pause", "resume", "reroll").map((name) => ({ name }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(act, act, other), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (steps, wait) => {
          experiment = setUp(true);
          experiment.actions.start();
          await complete();
          for (const step of steps) {
            if ("name" in step) experiment.actions[step.name as "undo"]();
            else experiment.actions.setMany(step);
            if (wait) await Promise.resolve();
          }
          if (state().status === "paused") experiment.actions.resume();
          await complete();
          const last = steps.at(-1)!;
          if (!("name" in last)) expect(state().values).toMatchObject(last);
          expect(state().run!.values).toEqual(state().values);
          expect(new Set(state().run!.frames.map(({ replicas }) => replicas.from))).toEqual(new Set([0, 8, 16]));
          experiment.actions.dispose();
        },
      ),
      { numRuns: 25 },
    );
  });
});
