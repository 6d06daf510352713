import { beforeEach, describe, expect, it } from "vitest";
import { readSession, type Session, writeSession } from "@/simulations/runtime/session";
import type { Experiment } from "@/simulations/runtime/store";
import type { CountFrame } from "./fake-port";
import { isDone, sampleExperiment } from "./sample-experiment";

let experiment: Experiment<CountFrame>;
const state = () => experiment.store.getState();
const actions = () => experiment.actions;
beforeEach(() => {
  experiment = sampleExperiment();
});

/** As the device keeps it: through JSON. */
const kept = (): Session | undefined => {
  const session = actions().session();
  return session && readSession(JSON.parse(JSON.stringify(writeSession(session))));
};

describe("what the device keeps of an experiment", () => {
  it("is nothing while nothing was done", () => {
    expect(kept()).toBeUndefined();
  });

  it("brings back settings, moment, pins, guess, view and, by running again, the same figures", async () => {
    actions().commitGuess("window");
    await isDone(experiment);
    actions().pin();
    actions().set("strength", 3.1);
    await isDone(experiment);
    actions().setMoment(5);
    actions().setView("cost");
    const before = state();
    const session = kept()!;
    experiment = sampleExperiment();
    actions().restore(session);
    expect(state()).toMatchObject({
      values: before.values,
      moment: 5,
      guess: before.guess,
      view: "cost",
      status: "idle",
      resuming: true,
    });
    expect(state().pins.map(({ values }) => values)).toEqual(before.pins.map(({ values }) => values));
    actions().runAgain();
    await expect.poll(() => state().run?.complete && state().pins[0]?.run !== undefined).toBe(true);
    expect(state().run!.frames).toEqual(before.run!.frames);
    expect(state()).toMatchObject({ moment: 5, resuming: false });
  });

  it("brings back a simulation's own text, which a link does not carry and the notebook's clear takes away", async () => {
    actions().keep("signed");
    expect(kept()).toMatchObject({ own: "signed", ran: false });
    expect(actions().link()).not.toContain("signed");
    const session = kept()!;
    experiment = sampleExperiment();
    actions().restore(session);
    expect(state().own).toBe("signed");
    // It is work that a link would replace: the reader decides.
    actions().followLink(
      `${actions()
        .link()
        .replace(/strength=[^&]*/, "strength=1")}`,
    );
    expect(state()).toMatchObject({ own: "signed", offered: expect.stringContaining("strength=1") });
    actions().takeOffer();
    expect(state().own).toBeUndefined();
    actions().keep("again");
    actions().clear();
    expect(state().own).toBeUndefined();
    expect(readSession({ own: "x".repeat(100_000), ran: true })?.own).toBeUndefined();
    expect(readSession({ own: 7, ran: true })?.own).toBeUndefined();
  });

  it("does not run what was cleared, nor a question that waits for its answer", async () => {
    actions().skipGuess();
    await isDone(experiment);
    actions().applyPreset("strong");
    const asked = kept()!;
    actions().clear();
    const cleared = kept()!;
    for (const session of [asked, cleared]) {
      experiment = sampleExperiment();
      actions().restore(session);
      expect(state()).toMatchObject({ resuming: false, values: { strength: 4 }, guess: { kind: "open" } });
    }
  });

  it("is kept when the page is left before it was run again", async () => {
    actions().skipGuess();
    await isDone(experiment);
    const session = kept()!;
    experiment = sampleExperiment();
    actions().restore(session);
    expect(kept()).toEqual(session);
  });

  it("of the first version is a guess for the lesson's own settings", () => {
    actions().restore(readSession({ guess: "window" })!);
    expect(state()).toMatchObject({ guess: { kind: "made", option: "window", values: state().original } });
    experiment = sampleExperiment();
    actions().restore(readSession({ skipped: true })!);
    expect(state().guess.kind).toBe("skipped");
  });

  it("is read with care", () => {
    for (const foreign of [null, 7, "x", [], {}, { guess: 12 }, { state: 5 }, { state: "race" }, { ran: "yes" }])
      expect(readSession(foreign)).toBeUndefined();
    expect(readSession({ state: `#race&${"x".repeat(5000)}`, ran: true, view: "<b>" })).toEqual({ ran: true });
    actions().restore({ state: "#other&strength=4", ran: true });
    expect(state()).toMatchObject({ values: state().original, resuming: false });
    actions().restore({ state: "#race&strength=99&colour=red&pin=%,:", ran: true, skipped: true });
    expect(state()).toMatchObject({ values: state().original, notices: [], resuming: true });
  });
});

describe("a link that is followed", () => {
  it("brings its settings to an experiment without a run", () => {
    actions().followLink("#race&strength=3");
    expect(state()).toMatchObject({ values: { strength: 3 }, fromLink: true, status: "idle" });
    expect(state().offered).toBeUndefined();
  });

  it("asks before it replaces a run, and takes no for an answer", async () => {
    actions().set("strength", 1);
    await isDone(experiment);
    actions().followLink("#race&strength=3");
    expect(state()).toMatchObject({ offered: "#race&strength=3", values: { strength: 1 }, status: "done" });
    actions().keepMine();
    expect(state()).toMatchObject({ values: { strength: 1 }, status: "done" });
    expect(state().offered).toBeUndefined();
    actions().followLink("#race&strength=3");
    actions().takeOffer();
    expect(state()).toMatchObject({ values: { strength: 3 }, status: "idle" });
    expect(state().run).toBeUndefined();
  });

  it("asks no longer once the address is another link, and not of a link that the reader came back to", async () => {
    actions().set("strength", 1);
    await isDone(experiment);
    actions().followLink("#race&strength=3");
    actions().followLink("#race&strength=1", false);
    expect(state().offered).toBeUndefined();
    actions().followLink("#race&strength=3", false);
    expect(state()).toMatchObject({ values: { strength: 1 }, status: "done" });
    expect(state().offered).toBeUndefined();
  });

  it("asks nothing when it brings what is there", async () => {
    actions().skipGuess();
    await isDone(experiment);
    actions().followLink("#race&strength=2&colour=red");
    expect(state().offered).toBeUndefined();
    expect(state().status).toBe("done");
    expect(state().notices).toHaveLength(1);
  });

  it("keeps a guess with the settings it was made for", async () => {
    actions().commitGuess("window");
    await isDone(experiment);
    actions().set("strength", 3);
    await isDone(experiment);
    const link = actions().link({ guess: true });
    expect(link).toContain("&guess=window&for=strength:2");
    experiment = sampleExperiment();
    actions().followLink(link);
    expect(state()).toMatchObject({ values: { strength: 3 }, guess: { option: "window", values: { strength: 2 } } });
  });

  it("that lost its & signs on the way is read as it was meant, and told", () => {
    actions().followLink("#race%26strength%3D3%26seed=12");
    expect(state()).toMatchObject({ values: { strength: 3, seed: 12 } });
    expect(state().notices[0]!.text).toContain("%26");
  });

  it("with a number between two steps is told and takes the lesson's own", () => {
    actions().followLink("#race&replicas=1.5");
    expect(state().values.replicas).toBe(8);
    expect(state().notices[0]).toMatchObject({ knob: "replicas", given: "1.5" });
  });
});
