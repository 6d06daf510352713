import { afterEach, describe, expect, it } from "vitest";
import { createPool } from "@/simulations/runtime/pool";
import type { Engine } from "@/simulations/runtime/simulation";
import { createExperiment, type Experiment } from "@/simulations/runtime/store";
import { type CountFrame, countingEngine, createFakeWorker } from "./fake-port";
import { isDone, knobs, presets } from "./sample-experiment";

const createPort = () => createFakeWorker(countingEngine as unknown as Engine);
const setUp = (story?: { readonly playMs: number }): Experiment<CountFrame> =>
  createExperiment<CountFrame>({
    id: "test",
    simulation: "count",
    knobs,
    presets,
    story,
    pool: createPool({ size: 2, wasmPath: "", createPort }),
  });

let experiment: Experiment<CountFrame>;
const state = () => experiment.store.getState();
afterEach(() => experiment.actions.dispose());

describe("an experiment in which no time passes", () => {
  it("is done with its run, and has nothing to play, to step or to scrub", async () => {
    experiment = setUp();
    const { actions } = experiment;
    actions.start();
    await isDone(experiment);
    const before = state();
    actions.play();
    actions.step(-1);
    actions.setMoment(3);
    actions.resume();
    actions.pause();
    expect(state()).toEqual(before);
    expect(before).toMatchObject({ playing: false, status: "done" });
    expect(before.moment).toBeUndefined();
    expect(actions.link()).not.toContain("at=");
  });

  it("takes no moment from a link, and says nothing of it", async () => {
    experiment = setUp();
    experiment.actions.applyLink("#test&strength=3&at=4");
    expect(state()).toMatchObject({ values: { strength: 3 }, moment: undefined, notices: [] });
    experiment.actions.start();
    await isDone(experiment);
    expect(experiment.actions.link()).not.toContain("at=");
  });

  it("cannot tell a story", () => {
    expect(() => setUp({ playMs: 100 })).toThrow("a story needs moments");
    experiment = setUp();
  });
});
