import { beforeEach, describe, expect, it } from "vitest";
import type { Experiment } from "@/simulations/runtime/store";
import type { CountFrame } from "./fake-port";
import { isDone, sampleExperiment } from "./sample-experiment";

let experiment: Experiment<CountFrame>;
const state = () => experiment.store.getState();
const actions = () => experiment.actions;
beforeEach(() => {
  experiment = sampleExperiment();
});

describe("before the first run", () => {
  it("a slider that is moved runs, without a guess", async () => {
    actions().set("strength", 3, true);
    expect(state().guess).toEqual({ kind: "skipped", touched: true });
    await isDone(experiment);
    expect(state().run!.values.strength).toBe(3);
  });

  it("a preset leaves the question open for its settings", () => {
    actions().applyPreset("mail");
    expect(state()).toMatchObject({ status: "idle", guess: { kind: "open" }, values: { world: "mail" }, runCount: 0 });
  });

  it("another seed runs nothing and answers nothing", () => {
    actions().reroll();
    expect(state()).toMatchObject({ status: "idle", guess: { kind: "open" }, values: { seed: 8 } });
  });

  it("skipping the guess runs at once", async () => {
    actions().skipGuess();
    await isDone(experiment);
    expect(state()).toMatchObject({ runCount: 1, guess: { kind: "skipped" } });
  });
});

describe("a guess", () => {
  beforeEach(async () => {
    actions().commitGuess("window");
    await isDone(experiment);
  });

  it("is remembered with the settings it was made for", () => {
    expect(state().guess).toMatchObject({ kind: "made", option: "window", values: { strength: 2, world: "houses" } });
  });

  it("stays with those settings while a slider is followed", async () => {
    actions().set("strength", 3);
    await isDone(experiment);
    expect(state().guess).toMatchObject({ kind: "made", values: { strength: 2 } });
  });

  it("is asked for anew by a preset, which does not run before the answer and leaves the old run as it is", async () => {
    actions().applyPreset("strong");
    expect(state()).toMatchObject({ status: "idle", stale: true, guess: { kind: "open" }, values: { strength: 4 } });
    expect(state().run!.values.strength).toBe(2);
    actions().commitGuess("all");
    await isDone(experiment);
    expect(state()).toMatchObject({ guess: { option: "all" }, run: { values: { strength: 4 } } });
  });

  it("is asked for anew by a choice that changes the question, and by no other", async () => {
    actions().set("ink", "red");
    await isDone(experiment);
    expect(state().guess.kind).toBe("made");
    actions().set("world", "mail");
    expect(state()).toMatchObject({ status: "idle", guess: { kind: "open" } });
  });

  it("is not asked for twice: back at the settings it counts again, and they run", async () => {
    actions().applyPreset("strong");
    actions().undo();
    await isDone(experiment);
    expect(state().guess).toMatchObject({ kind: "made", option: "window" });
  });

  it("is asked for no more once the reader says so", async () => {
    actions().applyPreset("strong");
    actions().skipGuess(true);
    await isDone(experiment);
    actions().applyPreset("mail");
    await isDone(experiment);
    expect(state()).toMatchObject({ guess: { kind: "never" }, run: { values: { world: "mail" } } });
  });

  it("is as it was for whoever skipped it, asked anew and went back", async () => {
    const skipping = sampleExperiment();
    skipping.actions.skipGuess();
    await isDone(skipping);
    skipping.actions.applyPreset("strong");
    expect(skipping.store.getState().guess.kind).toBe("open");
    skipping.actions.undo();
    await isDone(skipping);
    expect(skipping.store.getState()).toMatchObject({ guess: { kind: "skipped" }, stale: false });
  });

  it("of a link that is no answer to the question is named and left out", () => {
    const linked = sampleExperiment({ offered: () => ["window", "all"] });
    const hash = `${linked.actions.link()}&guess=everything`;
    linked.actions.applyLink(hash);
    expect(linked.store.getState().guess.kind).toBe("open");
    expect(linked.store.getState().notices).toMatchObject([{ knob: "guess", given: "everything" }]);
    // Kept on the device, such as by an earlier release, it is left out without a word.
    linked.actions.restore({ state: hash, ran: true, guess: "everything" });
    expect(linked.store.getState()).toMatchObject({ guess: { kind: "open" }, notices: [], resuming: false });
  });

  it("can be made again for the settings as they are", async () => {
    actions().set("strength", 3);
    await isDone(experiment);
    actions().guessAgain();
    expect(state()).toMatchObject({ status: "idle", guess: { kind: "open" } });
    actions().commitGuess("all");
    await isDone(experiment);
    expect(state().guess).toMatchObject({ option: "all", values: { strength: 3 } });
  });
});
