import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArguments, UsageError } from "@/simulations/arguments";
import { actsOf, actsText, withAct } from "@/simulations/runtime/acts";
import {
  type ActsKnob,
  allowedText,
  defaultsOf,
  defineKnobs,
  parseKnob,
  parseValues,
  readKnob,
  valueText,
} from "@/simulations/runtime/knobs";
import { readLink, writeLink } from "@/simulations/runtime/link";
import { linkedExperiment, linkParts } from "@/simulations/runtime/linked-experiment";
import { drawKnob, drawValues } from "../draw-knob";

const shared = {
  kind: "acts",
  label: "Your acts",
  help: "",
  default: "",
  acts: { retrain: "Retrain", label: "Label", "roll-back": "Roll back" },
  time: { min: 0, max: 36, step: 0.5, unit: "month" },
  atMost: 3,
  hidden: true,
} as const;
const one: ActsKnob = shared;
const several: ActsKnob = { ...shared, together: true };
const knobs = defineKnobs({
  acts: {
    ...shared,
    formerly: {
      names: ["act", "actAt"],
      read: ({ act = "none", actAt = "0" }) => (act === "none" ? "" : `${actAt}:${act}`),
    },
  },
  seed: { kind: "number", label: "Seed", help: "", default: 7, min: 0, max: 100, step: 1 },
});

const defaults = defaultsOf(knobs);

describe("a knob of acts", () => {
  it("takes acts in any order and gives them in order of time, on its steps", () => {
    expect(parseKnob(one, "30:roll-back,12.2:retrain,0:label")).toBe("0:label,12:retrain,30:roll-back");
    expect(parseKnob(one, "")).toBe("");
    expect(parseKnob(one, "1e1:label,+3.0:retrain")).toBe("3:retrain,10:label");
  });

  it("keeps the order of acts of one time where several may be done then, and refuses them elsewhere", () => {
    expect(parseKnob(several, "12:retrain,3:label,12:label")).toBe("3:label,12:retrain,12:label");
    expect(parseKnob(one, "12:retrain,12:label")).toBeUndefined();
    expect(parseKnob(several, "12:retrain,12:retrain")).toBeUndefined();
    // Two times that are one step.
    expect(parseKnob(one, "12:retrain,12.1:label")).toBeUndefined();
  });

  it.each([
    ["an act it does not know", "12:explode"],
    ["an act of every object", "12:constructor"],
    ["a time out of range", "36.5:label"],
    ["a time that is no number", "x:label"],
    ["an act without a time", "label"],
    ["an act without a time before its colon", ":label"],
    ["a time without an act", "12:"],
    ["an empty act between two", "3:label,,12:label"],
    ["one act too many", "1:label,2:label,3:label,4:label"],
    ["a text without an end", "1:label,".repeat(10_000)],
    ["something else than text", 12],
    ["nothing", undefined],
  ])("refuses %s", (_, given) => {
    expect(parseKnob(several, given)).toBeUndefined();
    expect(readKnob(several, given)).toBeUndefined();
  });

  it("refuses a time between two steps where it comes from elsewhere", () => {
    expect(readKnob(one, "12.2:retrain")).toBeUndefined();
    expect(readKnob(one, "12.5:retrain,3:label")).toBe("3:label,12.5:retrain");
  });

  it("is written in words", () => {
    expect(valueText(one, "12:retrain,30:roll-back")).toBe("Retrain at month 12, roll back at month 30");
    expect(valueText(one, "")).toBe("none");
    expect(allowedText(one)).toBe(
      "nothing, or up to 3 of retrain, label, roll-back, one in a month, each as month:act with a month from 0 to 36 in steps of 0.5, e.g. 0:retrain",
    );
  });

  it("cannot be declared with names that links could not hold", () => {
    expect(() => defineKnobs({ acts: { ...shared, acts: { "a,b": "" } } })).toThrow("cannot be called a,b");
    expect(() => defineKnobs({ acts: { ...shared, default: "3:explode" } })).toThrow("default 3:explode");
    expect(() => defineKnobs({ at: { ...shared } })).toThrow("links cannot have this name");
    const formerly = { names: ["seed"], read: () => "" };
    expect(() => defineKnobs({ ...knobs, acts: { ...shared, formerly } })).toThrow("seed is still in use");
  });
});

describe("acts", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(fc.constantFrom(one, several).chain(drawKnob as (knob: ActsKnob) => fc.Arbitrary<string>), (text) => {
        expect(actsText(actsOf(text))).toBe(text);
        expect(readKnob(several, text)).toBe(text);
      }),
    );
  });

  it("drop what was done at that time or later, and keep what was done before", () => {
    expect(withAct("", 12, "retrain")).toBe("12:retrain");
    expect(withAct("12:retrain,30:roll-back", 34, "label")).toBe("12:retrain,30:roll-back,34:label");
    expect(withAct("12:retrain,30:roll-back", 20, "label")).toBe("12:retrain,20:label");
    expect(withAct("12:retrain,30:roll-back", 12, "label")).toBe("12:label");
    expect(withAct("12:retrain,30:roll-back", 12, "label", several)).toBe("12:retrain,12:label");
    expect(withAct("12:retrain,12:label", 12, "retrain", several)).toBe("12:label,12:retrain");
  });
});

describe("a link with acts", () => {
  const state = fc.record({
    values: drawValues(knobs),
    pins: fc.array(drawValues(knobs), { maxLength: 3 }),
    guessFor: drawValues(knobs),
  });

  it("brings them back in values, pins and guess, also where the whole link was encoded on its way", () => {
    fc.assert(
      fc.property(state, fc.boolean(), ({ values, pins, guessFor }, encoded) => {
        const link = writeLink(knobs, { experiment: "race", values, pins, guess: "a", guessFor });
        const read = readLink(knobs, encoded ? `#${encodeURIComponent(link.slice(1))}` : link, defaults);
        expect(read.issues.filter(({ text }) => text === undefined)).toEqual([]);
        expect(read).toMatchObject({ experiment: "race", values, pins });
        expect(read.guessFor ?? values).toEqual(guessFor);
      }),
    );
  });

  it("is cut at its own separators only", () => {
    const link = writeLink(knobs, {
      experiment: "race",
      values: { acts: "3:label,12:retrain", seed: 7 },
      pins: [{ acts: "5:label,6:retrain", seed: 8 }],
    });
    expect(link).toBe("#race&acts=3%3Alabel%2C12%3Aretrain&seed=7&pin=acts:5%3Alabel%2C6%3Aretrain,seed:8");
    expect(linkedExperiment(link)).toBe("race");
    expect(linkParts(link).settings).toHaveLength(3);
    // As people type it.
    expect(readLink(knobs, "#race&acts=12:retrain,3:label", defaults).values.acts).toBe("3:label,12:retrain");
  });
});

describe("former names of a knob", () => {
  it("are read where nothing goes under the name of now", () => {
    expect(parseValues(knobs, { act: "retrain", actAt: 12 }).values.acts).toBe("12:retrain");
    expect(parseValues(knobs, { act: "none", actAt: 12 }).values.acts).toBe("");
    expect(parseValues(knobs, { act: "retrain" }).values.acts).toBe("0:retrain");
    expect(parseValues(knobs, { acts: "3:label", act: "retrain" })).toEqual({
      values: { acts: "3:label", seed: 7 },
      issues: [],
    });
    expect(parseValues(knobs, {}, { acts: "3:label", seed: 1 }).values.acts).toBe("3:label");
  });

  it("are named with what is allowed now when they say something else", () => {
    const { values, issues } = parseValues(knobs, { act: "explode", actAt: "12" });
    expect(values.acts).toBe("");
    expect(issues).toEqual([
      { knob: "acts", label: "Your acts", given: "12:explode", allowed: allowedText(one), used: "none" },
    ]);
  });

  it("are read on the command line like the name of now", () => {
    const read = (...words: string[]) => readArguments("sample", words, knobs, {}).values.acts;
    expect(read("--acts", "30:roll-back,12:retrain")).toBe("12:retrain,30:roll-back");
    expect(read("--acts=")).toBe("");
    expect(read("--act", "retrain", "--actAt", "12")).toBe("12:retrain");
    expect(() => read("--act", "retrain", "--actAt", "99")).toThrow(UsageError);
    expect(() => read("--acts", "12:explode")).toThrow(`acts: 12:explode is not allowed, allowed: ${allowedText(one)}`);
  });

  it("in a pin say what differs from the former names in the link", () => {
    const { pins, values, issues } = readLink(
      knobs,
      "#race&act=retrain&actAt=12&seed=3&pin=actAt:20&pin=act:none,actAt:0&pin=seed:4",
      defaults,
    );
    expect(issues).toEqual([]);
    expect(values).toEqual({ acts: "12:retrain", seed: 3 });
    expect(pins).toEqual([
      { acts: "20:retrain", seed: 3 },
      { acts: "", seed: 3 },
      { acts: "12:retrain", seed: 4 },
    ]);
  });
});
