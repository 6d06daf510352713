import { describe, expect, it } from "vitest";
import { readArguments, UsageError } from "@/simulations/arguments";
import { knobs, presets } from "./sample-experiment";

const read = (...words: string[]) => readArguments("sample", words, knobs, presets);

describe("arguments of the command line", () => {
  it("are knobs by name, with a space or an equals sign, and the last of two counts", () => {
    expect(read("--seed", "7").values.seed).toBe(7);
    expect(read("--seed=7", "--format", "json")).toMatchObject({ values: { seed: 7 }, format: "json" });
    expect(read("--seed", "7", "--seed", "8").values.seed).toBe(8);
    expect(read().format).toBe("table");
  });

  it.each([
    [["--sed", "7"], "sed: sample has no such knob, allowed: one of "],
    [["--__proto__", "7"], "__proto__: sample has no such knob"],
    [["--toString", "7"], "toString: sample has no such knob"],
    [["--seed"], "seed: a value is missing"],
    [["7"], "7: every knob is given as --name value"],
    [["-s", "7"], "-s: every knob is given as --name value"],
    [["--", "7"], "--: every knob is given as --name value"],
    [["--seed", "one"], "seed: one is not allowed, allowed: "],
    [["--seed="], "seed:  is not allowed, allowed: "],
    [["--seed", "--format"], "seed: --format is not allowed, allowed: "],
    [["--format", "xml"], "format: xml is not allowed, allowed: one of json, csv, table"],
    [["--preset", "none"], "preset: none is not allowed, allowed: one of "],
  ])("%j are told why not, and what is allowed", (words, message) => {
    expect(() => read(...words)).toThrow(UsageError);
    expect(() => read(...words)).toThrow(message);
  });

  it("give what is not named its preset, then its default", () => {
    expect(read().values).toMatchObject({ strength: 2, world: "houses" });
    expect(read("--preset", "strong").values.strength).toBe(4);
    expect(read("--preset", "strong", "--strength", "3").values.strength).toBe(3);
  });
});
