import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { spoken } from "@/simulations/core/worlds/clips/words";
import { lossesOf } from "@/simulations/pipelines/attribution";
import { culpritsOf } from "@/simulations/pipelines/culprit";
import { createEngine } from "@/simulations/pipelines/engine";
import { draw } from "@/simulations/pipelines/engine-capture";
import { movedBy } from "@/simulations/pipelines/engine-metrics";
import { accuracyOf, lostShare, savedShare, stretchOfWords } from "@/simulations/pipelines/engine-recogniser";
import { cells, frontierThresholds, metrics, type PipelinesFrame } from "@/simulations/pipelines/frames";
import { knobs } from "@/simulations/pipelines/knobs";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";

describe("words and stretches", () => {
  const recording = draw(createRandom(1), 15);
  const ends = recording.utterances.map(({ word, voice, stretch, pitch, at }) => ({
    from: at,
    to: at + spoken(word, voice, stretch, pitch).frames,
  }));
  const answers = { words: [Int8Array.from(recording.utterances, ({ word }) => word)], confidences: [] };

  it("count every word that has a stretch and a right answer of its own", () => {
    expect(Array.from(stretchOfWords(recording, ends))).toEqual([0, 1, 2, 3]);
    expect(accuracyOf([recording], { stretches: [ends], sums: [] }, answers)).toBe(1);
    expect(lostShare([recording], [ends])).toBe(0);
  });

  it("count one word where a stretch holds two, and none where nothing is sent", () => {
    const joined = [{ from: ends[0]!.from, to: ends[1]!.to }, ...ends.slice(2)];
    expect(Array.from(stretchOfWords(recording, joined)).filter((stretch) => stretch === 0)).toHaveLength(1);
    expect(accuracyOf([recording], { stretches: [[]], sums: [] }, { words: [new Int8Array()], confidences: [] })).toBe(
      0,
    );
    expect(lostShare([recording], [[]])).toBe(1);
    expect(savedShare([recording], [[]])).toBe(1);
  });
});

it("tells how far a metric has moved in standard errors of the difference", () => {
  // Means 1 and 3, variances 1 and 1, three values each: 2 / √(1/3 + 1/3).
  expect(movedBy([0, 1, 2], [2, 3, 4]).moved).toBeCloseTo(2 / Math.sqrt(2 / 3), 12);
  expect(movedBy([1, 1], [1, 1]).moved).toBe(0);
  expect(movedBy([0, 0], [1, 1]).moved).toBe(99);
});

it("points to the first stage of which a metric has moved, and attributes a loss to the larger part", () => {
  const moved = new Float32Array(metrics.length);
  const at = (id: string) => metrics.findIndex((metric) => metric.id === id);
  moved[at("sent")] = -5;
  moved[at("confidence")] = -9;
  const frame = {
    replicas: { from: 0, to: 1 },
    accuracy: Float32Array.of(0.9, 0.85, 0.6, 0.5),
    metrics: { moved },
  } as unknown as PipelinesFrame;
  expect(culpritsOf([frame])).toEqual(["vad"]);
  expect(culpritsOf([frame], ["recogniser"])).toEqual(["recogniser"]);
  moved[at("tilt")] = 4;
  expect(culpritsOf([frame])).toEqual(["capture"]);
  expect(lossesOf([frame])[0]!.way).toBe("stretches");
});

describe("the engine", () => {
  beforeAll(startWasm);

  it("changes nothing where nothing is changed, and gives its curve the point of the threshold that is set", async () => {
    const values = { ...defaultsOf(knobs), change: "none" as const, vadThreshold: 0.7 };
    const [frame] = await framesOf(createEngine(), values, { from: 3, to: 4 });
    const { accuracy, saved, frontier } = frame!;
    for (let c = 1; c < cells.length; c++) expect(accuracy[c]).toBe(accuracy[0]);
    const at = frontierThresholds.indexOf(0.7);
    expect(frontier.accuracy[at]).toBe(accuracy[0]);
    expect(frontier.saved[at]).toBe(saved[0]);
    expect(frontier.saved[frontierThresholds.length + at]).toBe(saved[0]);
  });
});
