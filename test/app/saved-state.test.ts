import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProgressFile, writeProgressFile } from "@/app/_state/progress-file";
import { emptyState, MAX_FILE_BYTES, readSavedState, type SavedState } from "@/app/_state/saved-state";

const cell = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const savedState: fc.Arbitrary<SavedState> = fc.record({
  lessons: fc.dictionary(
    cell,
    fc.record(
      {
        done: fc.uniqueArray(cell, { maxLength: 8 }),
        saved: fc.dictionary(cell, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4, noNullPrototype: true }),
        last: cell,
      },
      { requiredKeys: ["done", "saved"] },
    ),
    { maxKeys: 5, noNullPrototype: true },
  ),
  theme: fc.constantFrom("system", "light", "dark"),
  present: fc.boolean(),
});

describe("saved state", () => {
  it("reads anything as a saved state and never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const state = readSavedState(value);
        expect(["system", "light", "dark"]).toContain(state.theme);
        for (const { done, saved } of Object.values(state.lessons)) {
          expect(new Set(done).size).toBe(done.length);
          expect(typeof saved).toBe("object");
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps what is whole beside what is broken", () => {
    const state = readSavedState({
      lessons: {
        retraining: { done: ["race", 7, "race", "../etc"], saved: { race: { guess: "all" }, "No Name": 1 }, last: 3 },
        drift: "gone",
        "Not A Slug": { done: [], saved: {} },
      },
      lastLesson: ["drift"],
      theme: "pink",
      present: "yes",
      strange: true,
    });
    expect(state).toEqual({
      lessons: { retraining: { done: ["race"], saved: { race: { guess: "all" } } } },
      theme: "system",
      present: false,
    });
  });

  it("drops what a cell keeps when it is too large to be ours", () => {
    const state = readSavedState({ lessons: { drift: { done: [], saved: { a: "x".repeat(100_000), b: "y" } } } });
    expect(state.lessons.drift?.saved).toEqual({ b: "y" });
  });

  it("goes out to a file and comes back the same", () => {
    fc.assert(
      fc.property(savedState, (state) => {
        // -0 has no JSON of its own.
        const plain = JSON.parse(JSON.stringify(state)) as SavedState;
        expect(readProgressFile(writeProgressFile(plain))).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses files that are not its own, in words a learner can read", () => {
    expect(() => readProgressFile("not json")).toThrow(/is not JSON/);
    expect(() => readProgressFile('{"kind":"other"}')).toThrow(/no progress file/);
    expect(() => readProgressFile("[]")).toThrow(/no progress file/);
    expect(() => readProgressFile("x".repeat(MAX_FILE_BYTES + 1))).toThrow(/at most 1000000/);
  });

  it("reads a file of an unknown version as far as it is known", () => {
    const text = JSON.stringify({ kind: "driftlab-progress", version: 99, state: { theme: "dark", future: [] } });
    expect(readProgressFile(text)).toEqual({ ...emptyState, theme: "dark" });
  });
});
