import { expect, it } from "vitest";
import { readProgressFile, writeProgressFile } from "@/app/_state/progress-file";

const nested = (depth: number): string =>
  `{"kind":"driftlab-progress","state":{"lessons":{"drift":{"done":[],"saved":{"a":${"[".repeat(depth)}${"]".repeat(depth)}}}}}}`;

it("a progress file nested thousands of levels deep is refused in words", () => {
  expect(() => readProgressFile(nested(6000))).toThrow(/nested more than 64 levels deep/);
});

it("brackets inside texts are no nesting, and what is read can be written again", () => {
  const state = readProgressFile(nested(20).replace('"saved":{', `"saved":{"b":"\\"${"[".repeat(500)}",`));
  expect(Object.keys(state.lessons.drift!.saved)).toEqual(["b", "a"]);
  expect(readProgressFile(writeProgressFile(state))).toEqual(state);
});

// Reading it again from every quotation mark would take an hour.
it("a large text that is no progress file is read once, and refused", () => {
  expect(() => readProgressFile('\\"'.repeat(400_000))).toThrow(/not JSON/);
});
