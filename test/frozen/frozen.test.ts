/**
 * Every format that was ever released, as it was written then. A fixture is never edited: its hash stands in hashes.json,
 * and a new format is a new file beside the old ones.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readProgressFile } from "@/app/_state/progress-file";
import { readSavedState, STATE_VERSION } from "@/app/_state/saved-state";
import { findSimulation } from "@/simulations/find";
import { type AnyValues, defaultsOf, renamed } from "@/simulations/runtime/knobs";
import { readLink } from "@/simulations/runtime/link";
import { readSession } from "@/simulations/runtime/session";

const folder = import.meta.dirname;
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const hashOf = (name: string): string => createHash("sha256").update(read(name)).digest("hex");

interface FrozenLink {
  readonly simulation: string;
  readonly hash: string;
  readonly values: Readonly<Record<string, string | number>>;
}

interface DecidedLink extends FrozenLink {
  readonly pins: readonly AnyValues[];
  readonly guessFor?: AnyValues;
}

describe("frozen fixtures", () => {
  it("are as they were written, and all of them are listed", () => {
    const listed: Record<string, string> = JSON.parse(read("hashes.json"));
    const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "hashes.json");
    expect(Object.fromEntries(files.map((name) => [name, hashOf(name)]))).toEqual(listed);
  });

  it("hold a saved state of every version", () => {
    const files = readdirSync(folder);
    for (let version = 1; version <= STATE_VERSION; version++) expect(files).toContain(`saved-state-${version}.json`);
  });
});

describe("a saved state of version 1", () => {
  const state = readSavedState(JSON.parse(read("saved-state-1.json")).state);

  it("keeps progress, answers, guesses and theme", () => {
    expect(state).toMatchObject({
      theme: "dark",
      lastLesson: "retraining",
      lessons: {
        retraining: {
          done: ["introduction", "race", "checkpoint"],
          last: "race",
          saved: { checkpoint: { answer: "Because it remembers everything." }, "predict-2": { skipped: true } },
        },
        serving: { saved: { worksheet: { answers: { model: "Scratch detector" } } } },
      },
    });
  });

  it("brings back the guess of an experiment", () => {
    expect(readSession(state.lessons.retraining?.saved.race)).toEqual({ ran: false, guess: "window" });
    expect(readSession(state.lessons["deployment-patterns"]?.saved.desk)).toEqual({ ran: false, skipped: true });
  });
});

it("a saved state of version 2 brings back settings, run, pins, guess and view", async () => {
  const { lessons } = readSavedState(JSON.parse(read("saved-state-2.json")).state);
  const session = readSession(lessons.retraining?.saved.race)!;
  expect(session).toMatchObject({ ran: true, guess: "window", view: "cost" });
  const { knobs } = await findSimulation("retraining").settings();
  const link = readLink(knobs, session.state!, defaultsOf(knobs));
  expect(link.issues).toEqual([]);
  expect(link).toMatchObject({ values: { strength: 3.1, seed: 12 }, moment: 14, guess: "window" });
  expect(link.pins[0]).toMatchObject({ strength: 2, seed: 12 });
  expect(link.guessFor).toMatchObject({ strength: 2 });
  expect(readSession(lessons.drift?.saved.inflation)).toMatchObject({ skipped: true });
  expect(readSession(lessons.drift?.saved.seasons)).toMatchObject({ never: true });
});

it("a progress file of version 1 can still be imported", () => {
  expect(readProgressFile(read("progress-file-1.json"))).toMatchObject({
    lastLesson: "retraining",
    theme: "light",
    lessons: { retraining: { done: ["introduction", "race"] } },
  });
});

it.each(JSON.parse(read("links-1.json")) as FrozenLink[])(
  "a link of $simulation still means what it meant: $hash",
  async ({ simulation, hash, values }) => {
    const { knobs } = await findSimulation(simulation).settings();
    const link = readLink(knobs, hash, defaultsOf(knobs));
    expect(link.issues).toEqual([]);
    // Knobs that have another name now are compared under it.
    expect(link.values).toMatchObject(renamed(knobs, values));
  },
);

/** Decisions of the release desk: as two knobs (`links-1-decided`), and as one that holds several (`links-2`). */
it.each(["links-1-decided.json", "links-2.json"])(
  "decisions in links and saved state still mean what they meant: %s",
  async (file) => {
    const decided: DecidedLink[] = JSON.parse(read(file));
    expect(decided.length).toBeGreaterThan(0);
    for (const { simulation, hash, values, pins, guessFor } of decided) {
      const { knobs } = await findSimulation(simulation).settings();
      const { state } = readSession({ state: hash, ran: true })!;
      const link = readLink(knobs, state!, defaultsOf(knobs));
      expect(link.issues).toEqual([]);
      expect(link).toMatchObject({ values, pins });
      expect(link.guessFor).toEqual(guessFor);
    }
  },
);
