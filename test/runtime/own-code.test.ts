/** Code as a setting: carried by links and kept by the device, but run from a link only when the reader says so. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { allowedText, defaultsOf, defineKnobs, parseKnob, valueText } from "@/simulations/runtime/knobs";
import { readLink, writeLink } from "@/simulations/runtime/link";
import { MAX_LINK_LENGTH } from "@/simulations/runtime/linked-experiment";
import { mostCode } from "@/simulations/runtime/own-code";
import { readSession, writeSession } from "@/simulations/runtime/session";
import type { Experiment } from "@/simulations/runtime/store";
import { drawKnob } from "../draw-knob";
import type { CountFrame } from "./fake-port";
import { isDone, knobs as plain, sampleExperiment } from "./sample-experiment";

const knobs = defineKnobs({
  ...plain,
  rule: {
    kind: "code",
    label: "Your weights",
    help: "",
    default: "",
    function: { name: "weight", parameters: ["age", "month"], returns: "weight" },
    hidden: true,
  },
});
const own = "function weight(age) {\n  return age < 3 ? 1 : 0; // & = # %41, : \"'\\ é 日\n}";
const theirs = "const weight = () => 1;";

let experiment: Experiment<CountFrame>;
const state = () => experiment.store.getState();
const actions = () => experiment.actions;
const linkOf = (rule: string, more = {}) =>
  writeLink(knobs, { experiment: "race", values: { ...defaultsOf(knobs), rule, ...more }, pins: [] });
beforeEach(() => {
  experiment = sampleExperiment({ knobs });
});

describe("a knob of code", () => {
  it("takes text as it is, with one kind of line end; spaces alone are no code", () => {
    expect(parseKnob(knobs.rule, own.replaceAll("\n", "\r\n"))).toBe(own);
    expect(parseKnob(knobs.rule, " \n ")).toBe("");
    expect(parseKnob(knobs.rule, "x".repeat(mostCode.characters + 1))).toBeUndefined();
    expect(parseKnob(knobs.rule, "日".repeat(mostCode.inLink / 9 + 1))).toBeUndefined();
    expect(parseKnob(knobs.rule, 3)).toBeUndefined();
    expect(allowedText(knobs.rule)).toContain(
      "JavaScript of at most 2000 characters with a function weight(age, month)",
    );
    expect([valueText(knobs.rule, ""), valueText(knobs.rule, own)]).toEqual(["none", "3 lines of code"]);
  });

  it("goes through links unchanged, and the longest still fits one", () => {
    fc.assert(
      fc.property(drawKnob(knobs.rule), (rule) => {
        expect(readLink(knobs, linkOf(String(rule)), defaultsOf(knobs)).values.rule).toBe(rule);
      }),
    );
    expect(linkOf("%".repeat(mostCode.inLink / 3)).length).toBeLessThan(MAX_LINK_LENGTH);
  });
});

describe("code of a link", () => {
  it("is shown and not run; its settings are taken", async () => {
    actions().applyLink(linkOf(theirs, { strength: 3 }));
    expect(state()).toMatchObject({ values: { strength: 3, rule: "" }, linkedCode: { rule: theirs } });
    actions().skipGuess();
    await isDone(experiment);
    expect(state().run!.values.rule).toBe("");
    actions().runCode("rule", theirs);
    await isDone(experiment);
    expect(state().run!.values.rule).toBe(theirs);
    expect(state().linkedCode).toBeUndefined();
  });

  it("does not run as a pin either, nor as what a guess was made for", async () => {
    const pinned = writeLink(knobs, {
      experiment: "race",
      values: { ...defaultsOf(knobs), rule: theirs },
      pins: [
        { ...defaultsOf(knobs), rule: own },
        { ...defaultsOf(knobs), rule: own, strength: 1 },
      ],
      guess: "window",
      guessFor: { ...defaultsOf(knobs), rule: own },
    });
    actions().applyLink(pinned);
    expect(state().pins.map(({ values }) => [values.rule, values.strength])).toEqual([["", 1]]);
    expect(state().guess).toMatchObject({ kind: "made", values: { rule: "" } });
  });

  it("asks first where the reader's own races", async () => {
    actions().runCode("rule", own);
    await isDone(experiment);
    actions().followLink(linkOf(theirs));
    expect(state()).toMatchObject({ offered: linkOf(theirs), values: { rule: own } });
    actions().takeOffer();
    expect(state()).toMatchObject({ values: { rule: "" }, linkedCode: { rule: theirs } });
  });
});

describe("the reader's own code", () => {
  it("runs at once, passes an open question, and is undone like any setting", async () => {
    actions().runCode("rule", own);
    await isDone(experiment);
    expect(state()).toMatchObject({ guess: { kind: "skipped" }, values: { rule: own } });
    actions().runCode("rule", theirs);
    actions().undo();
    expect(state().values.rule).toBe(own);
  });

  it("stays when a preset is chosen or the settings are reset, and leaves when it is taken out", () => {
    actions().runCode("rule", own);
    actions().applyPreset("strong");
    expect(state().values).toMatchObject({ strength: 4, rule: own });
    actions().reset();
    expect(state().values).toMatchObject({ strength: 2, rule: own });
    actions().runCode("rule", "");
    expect(state().values.rule).toBe("");
  });

  it("asks no question anew and leaves a guess where it is", async () => {
    actions().commitGuess("window");
    await isDone(experiment);
    const { guess } = state();
    actions().runCode("rule", own);
    expect(state().guess).toBe(guess);
    actions().set("strength", 3);
    expect(state().guess).toBe(guess);
  });

  it("survives a reload: what this device kept runs again", async () => {
    actions().runCode("rule", own);
    await isDone(experiment);
    const kept = readSession(JSON.parse(JSON.stringify(writeSession(actions().session()!))))!;
    experiment = sampleExperiment({ knobs });
    actions().restore(kept);
    expect(state()).toMatchObject({ resuming: true, values: { rule: own } });
    expect(state().linkedCode).toBeUndefined();
    actions().runAgain();
    await isDone(experiment);
    expect(state().run!.values.rule).toBe(own);
  });
});
