import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { withAct } from "@/simulations/runtime/acts";
import { defineKnobs, definePresets } from "@/simulations/runtime/knobs";
import { createPool } from "@/simulations/runtime/pool";
import type { Engine } from "@/simulations/runtime/simulation";
import { createExperiment, type Experiment } from "@/simulations/runtime/store";
import { drawKnob } from "../draw-knob";
import { type CountFrame, countingEngine, createFakeWorker } from "./fake-port";

const knobs = defineKnobs({
  pattern: { kind: "choice", label: "", help: "", default: "canary", options: { canary: "", shadow: "" } },
  limit: { kind: "number", label: "", help: "", default: 4, min: 0, max: 10, step: 1 },
  decisions: {
    kind: "acts",
    label: "",
    help: "",
    default: "",
    acts: { promote: "", rollback: "" },
    time: { min: 0, max: 12, step: 1, unit: "minute" },
    atMost: 3,
    hidden: true,
  },
  rule: {
    kind: "code",
    label: "",
    help: "",
    default: "",
    function: { name: "alarm", parameters: ["window"], returns: "decision" },
    hidden: true,
  },
  seed: { kind: "number", label: "", help: "", default: 7, min: 0, max: 1000, step: 1 },
  replicas: { kind: "number", label: "", help: "", default: 24, min: 1, max: 128, step: 1 },
});

/** @param now a clock of its own; the tick of a page that is not busy unless given */
function setUp(plays: boolean, size = 2, now = () => 0): Experiment<CountFrame> {
  const engine = countingEngine as unknown as Engine;
  return createExperiment<CountFrame>({
    id: "desk",
    simulation: "count",
    knobs,
    presets: definePresets(knobs, {}),
    moments: () => ({ min: 0, max: 12, step: 1, unit: "minute" }),
    story: { playMs: 240, judging: ["limit", "rule"] },
    isStill: () => !plays,
    now,
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

  it("shows at its end what a reader's code did when it has not begun, and stays where it is when it has", async () => {
    experiment = setUp(true);
    const alarm = (limit: number) => `const alarm = () => ${limit};`;
    experiment.actions.runCode("rule", alarm(1));
    await complete();
    expect(state()).toMatchObject({ moment: undefined, playing: false, status: "done" });
    // Run once more, and with other code.
    for (const code of [alarm(1), alarm(0)]) {
      experiment.actions.runCode("rule", code);
      await complete();
      expect(state()).toMatchObject({ moment: undefined, playing: false, status: "done", values: { rule: code } });
    }
    experiment.actions.setMoment(3);
    experiment.actions.runCode("rule", alarm(1));
    await complete();
    expect(state()).toMatchObject({ moment: 3, playing: false });
  });

  it("catches up on a busy page, so that a minute stays a minute, and goes on where it was after a sleep", async () => {
    // Three times as fast as the timers: they are late. After the middle an hour goes by at once.
    let slept = 0;
    experiment = setUp(true, 2, () => 3 * performance.now() + slept);
    const seen: number[] = [];
    experiment.store.subscribe(({ run, moment }) => {
      if (!run || moment === undefined || seen.at(-1) === moment) return;
      seen.push(moment);
      if (moment >= 6) slept ||= 3_600_000;
    });
    experiment.actions.start();
    await until(() => state().status === "done");
    const steps = seen.slice(1).map((moment, i) => moment - seen[i]!);
    const awake = seen.findIndex((moment) => moment >= 6);
    expect(Math.max(...steps)).toBeGreaterThan(1);
    expect(steps[awake]).toBe(1);
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

  it("keeps moment and decision when only the judgement of the same events changes", async () => {
    experiment = setUp(false);
    experiment.actions.start();
    await complete();
    experiment.actions.setMoment(5);
    experiment.actions.set("decisions", "6:promote");
    await complete();
    experiment.actions.set("limit", 7);
    await complete();
    expect(state()).toMatchObject({ moment: 5, values: { limit: 7, decisions: "6:promote" } });
    experiment.actions.set("pattern", "shadow");
    await complete();
    expect(state()).toMatchObject({ moment: 0, values: { decisions: "" } });
  });

  it("keeps its moment through a decision, and takes the decision back with any other change", async () => {
    experiment = setUp(false);
    experiment.actions.start();
    await complete();
    experiment.actions.setMoment(5);
    experiment.actions.set("decisions", "6:promote");
    await complete();
    expect(state()).toMatchObject({ moment: 5, values: { decisions: "6:promote" } });
    experiment.actions.reroll();
    await complete();
    expect(state()).toMatchObject({ moment: 0, values: { decisions: "", seed: 8 } });
    experiment.actions.undo();
    await complete();
    expect(state().values).toMatchObject({ decisions: "6:promote", seed: 7 });
    experiment.actions.start();
    expect(state().values.decisions).toBe("");
  });

  it("holds several acts in a run, each of them undone by itself", async () => {
    experiment = setUp(false);
    const { actions } = experiment;
    actions.start();
    await complete();
    const act = (time: number, name: string) =>
      actions.set("decisions", withAct(String(state().values.decisions), time, name));
    act(3, "promote");
    act(9, "rollback");
    act(11, "promote");
    await complete();
    expect(state().run!.values.decisions).toBe("3:promote,9:rollback,11:promote");
    actions.undo();
    expect(state().values.decisions).toBe("3:promote,9:rollback");
    const link = actions.link();
    // Going back in time and acting there drops what was done later.
    act(5, "rollback");
    expect(state().values.decisions).toBe("3:promote,5:rollback");
    expect(() => actions.set("decisions", "5:explode")).toThrow(RangeError);
    actions.applyLink(link);
    expect(state().values.decisions).toBe("3:promote,9:rollback");
  });

  it("ends with the run of the last decision, however quickly they follow each other", async () => {
    const act = drawKnob(knobs.decisions).map((decisions) => ({ decisions }));
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
