import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulations } from "@/simulations/find";
import {
  type AnyValues,
  defaultsOf,
  defineKnobs,
  isActive,
  type Knobs,
  parseKnob,
  snap,
} from "@/simulations/runtime/knobs";
import { readLink, writeLink } from "@/simulations/runtime/link";
import { linkedExperiment } from "@/simulations/runtime/linked-experiment";
import { drawValues } from "../draw-knob";

const sample = defineKnobs({
  world: {
    kind: "choice",
    label: "World",
    help: "",
    default: "houses",
    options: { houses: "Houses", queries: "Queries" },
  },
  strength: { kind: "number", label: "Strength", help: "", default: 2, min: 0, max: 4, step: 0.1 },
  seed: { kind: "number", label: "Seed", help: "", default: 7, min: 0, max: 2 ** 31 - 1, step: 1 },
  acts: {
    kind: "acts",
    label: "Your acts",
    help: "",
    default: "",
    acts: { retrain: "Retrain", label: "Label", "roll-back": "Roll back" },
    time: { min: 0, max: 12, step: 0.5, unit: "month" },
    atMost: 5,
    together: true,
    hidden: true,
  },
});
const declared: [string, Knobs][] = [
  ["sample", sample],
  ...(await Promise.all(
    [...simulations.values()].map(
      async ({ name, settings }): Promise<[string, Knobs]> => [name, (await settings()).knobs],
    ),
  )),
];

const expectAllowed = (knobs: Knobs, values: AnyValues) => {
  for (const [name, knob] of Object.entries(knobs)) expect(parseKnob(knob, values[name])).toBe(values[name]);
};

describe.each(declared)("a link of %s", (_, knobs) => {
  it("brings back values, moment, pins and guess", () => {
    fc.assert(
      fc.property(
        drawValues(knobs),
        fc.array(drawValues(knobs), { maxLength: 3 }),
        fc.option(fc.integer({ min: 0, max: 36 }), { nil: undefined }),
        (values, pins, moment) => {
          const state = { experiment: "race", values, pins, moment, guess: "window" };
          const { issues, ...read } = readLink(knobs, writeLink(knobs, state), defaultsOf(knobs));
          expect(issues).toEqual([]);
          expect(read).toEqual(state);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("survives 1,000 links of garbage with allowed values and says what it ignored", () => {
    const names = [...Object.keys(knobs), "at", "pin", "guess", "__proto__", "constructor", "toString", "%", "%zz"];
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "50%",
        "%E0%A4%A",
        "1e999",
        "-1",
        "NaN",
        "Infinity",
        "0x10",
        "1e-99",
        "9".repeat(400),
        "",
        "12:promote,30:rollback",
        "3:x,,:",
      ),
    );
    const hash = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 20 })
        .map((pairs) => `#race&${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`),
    );
    fc.assert(
      fc.property(hash, (given) => {
        const read = readLink(knobs, given, defaultsOf(knobs));
        expectAllowed(knobs, read.values);
        for (const pin of read.pins) expectAllowed(knobs, pin);
        for (const issue of read.issues)
          expect(`${issue.label}${issue.allowed}${issue.used}`.length).toBeGreaterThan(5);
        linkedExperiment(given);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes no setting whose end may be cut off", () => {
    const name = Object.keys(knobs).at(-1)!;
    for (let length = 3980; length < 4000; length++) {
      const hash = `#race&x=${"x".repeat(length - 8 - name.length - 2)}&${name}=1234567890`;
      const { values, issues } = readLink(knobs, `${hash}&pin=`.padEnd(4100, "x"), defaultsOf(knobs));
      expect([defaultsOf(knobs)[name], 1234567890]).toContain(values[name]);
      expect(issues.at(-1)?.text ?? issues.find(({ text }) => text)?.text).toContain("4000");
    }
  });

  it("names an unknown knob and a value out of range", () => {
    const [name, knob] = Object.entries(knobs).find(([, candidate]) => candidate.kind === "number")!;
    const { issues, values } = readLink(knobs, `#race&${name}=1e99&colour=red&${name}x=50%`, defaultsOf(knobs));
    expect(issues.map((issue) => issue.knob)).toEqual([name, "colour", `${name}x`]);
    expect(issues[0]!.allowed).toContain(String(knob.kind === "number" && knob.max));
    expect(values).toEqual(defaultsOf(knobs));
  });
});

describe("a knob's declaration", () => {
  it("says when a setting stands twice, and takes the last one", () => {
    const { values, issues } = readLink(sample, "#race&strength=1&strength=3&world=queries", defaultsOf(sample));
    expect(values.strength).toBe(3);
    expect(issues.map(({ text }) => text)).toEqual(["This link gives “Strength” more than once. The last one counts."]);
    // Several runs may be pinned.
    expect(readLink(sample, "#race&pin=strength:1&pin=strength:3", defaultsOf(sample)).issues).toEqual([]);
  });

  it("reads a ? in the place of the first & alike", () => {
    const asked = readLink(sample, "#race?strength=3&seed=5", defaultsOf(sample));
    expect(asked).toEqual(readLink(sample, "#race&strength=3&seed=5", defaultsOf(sample)));
    expect(asked.issues).toEqual([]);
  });

  it("refuses a default outside its own range", () => {
    expect(() =>
      defineKnobs({ a: { kind: "number", label: "A", help: "", default: 9, min: 0, max: 1, step: 1 } }),
    ).toThrow(/default 9.*0 to 1/);
  });
  it("says when a knob has no effect", () => {
    const knob = { ...sample.strength, onlyWhen: { world: ["queries"] } };
    expect(isActive(knob, { world: "houses" })).toBe(false);
    expect(isActive(knob, { world: "queries" })).toBe(true);
  });
  it("keeps values on the steps without the dust of binary fractions", () => {
    expect(snap(sample.strength, 0.30000000000000004)).toBe(0.3);
    expect(parseKnob(sample.strength, "2.04")).toBe(2);
  });
});
