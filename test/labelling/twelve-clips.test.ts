import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { drawClip, type Recording } from "@/simulations/core/worlds/clips/recording";
import { words } from "@/simulations/core/worlds/clips/words";
import { clip } from "@/simulations/labelling/ask-clip";
import { task } from "@/simulations/labelling/ask-task";
import type { Task } from "@/simulations/labelling/frames";
import {
  agreementOf,
  another,
  cannotTell,
  clipCount,
  isDone,
  nothingYet,
  readWork,
  withThemselves,
} from "@/simulations/labelling/task-work";
import type { AskContext } from "@/simulations/runtime/asks";
import type { Sound } from "@/simulations/runtime/sound";

const handed: ArrayBuffer[] = [];
const context: AskContext = {
  signal: new AbortController().signal,
  breathe: () => Promise.resolve(),
  now: () => 0,
  handOver: (...buffers) => handed.push(...buffers),
};
const draw = (seed: number) => task(seed, context) as Task;

describe("the twelve clips", () => {
  it.each([1, 2, 3, 77])("of seed %i are nine different ones with all words, three of them twice and later", (seed) => {
    const { clips, examples } = draw(seed);
    expect(clips).toHaveLength(clipCount);
    const again = clips.flatMap((each, i) => (each.again === undefined ? [] : [[i, each.again] as const]));
    expect(again).toHaveLength(3);
    for (const [i, first] of again) {
      expect(first).toBeLessThan(6);
      expect(i).toBeGreaterThanOrEqual(6);
      expect(clips[i]!.recording).toEqual(clips[first]!.recording);
    }
    expect(new Set(clips.map(({ recording }) => JSON.stringify(recording))).size).toBe(9);
    expect(new Set(clips.map(({ truth }) => truth)).size).toBe(words.length);
    expect(examples.map(({ utterances }) => utterances[0]!.word)).toEqual(words.map((_, i) => i));
    expect(draw(seed)).toEqual(draw(seed));
    expect(draw(seed).clips).not.toEqual(draw(seed + 1).clips);
  });

  it("come from two annotators who differ by a habit", () => {
    const all = Array.from({ length: 40 }, (_, seed) => draw(seed).clips).flat();
    const right = all.filter(({ truth }) => truth === words.indexOf("right"));
    const share = (of: (each: (typeof right)[number]) => boolean) => right.filter(of).length / right.length;
    expect(share(({ byGuide, truth }) => byGuide === truth)).toBeGreaterThan(0.75);
    expect(share(({ byHabit }) => byHabit === words.indexOf("yes"))).toBeGreaterThan(0.75);
  });

  it("are sounds that are handed over, and only those that can be", () => {
    const recording = draw(1).clips[0]!.recording;
    const sound = clip(recording, context) as Sound;
    expect(handed).toEqual([sound.samples.buffer, sound.powers.buffer]);
    const broken: Partial<Recording>[] = [
      { frames: 1e9 },
      { place: "moon" as "car" },
      { level: Number.NaN },
      { noiseAt: -1 },
      { utterances: [{ ...recording.utterances[0]!, word: 8 }] },
      { utterances: [{ ...recording.utterances[0]!, at: -1 }] },
    ];
    for (const part of broken) expect(() => clip({ ...recording, ...part }, context)).toThrow(RangeError);
    expect(() => task(-1, context)).toThrow(RangeError);
    expect(drawClip(createRandom(1, "any"))).toHaveProperty("frames");
  });
});

describe("what a reader has labelled", () => {
  const full = Array.from({ length: clipCount }, (_, i) => i % 9);

  it("is kept as it is, and anything else is nothing", () => {
    const work = { seed: 3, labels: [1, cannotTell, 0] };
    expect(readWork(JSON.parse(JSON.stringify(work)))).toEqual(work);
    expect(readWork({ ...work, skipped: true })).toEqual({ ...work, skipped: true });
    for (const saved of [
      undefined,
      null,
      3,
      [],
      { seed: -1, labels: [] },
      { seed: 1, labels: [9] },
      { seed: 1, labels: [...full, 1] },
    ])
      expect(readWork(saved)).toEqual(nothingYet);
    fc.assert(
      fc.property(fc.anything(), (saved) => {
        const { labels } = readWork(saved);
        expect(labels.length).toBeLessThanOrEqual(clipCount);
      }),
    );
  });

  it("is done when all twelve are labelled or the task is skipped, and can be begun again with others", () => {
    expect(isDone(nothingYet)).toBe(false);
    expect(isDone({ seed: 1, labels: full })).toBe(true);
    expect(isDone({ seed: 1, labels: [], skipped: true })).toBe(true);
    expect(another({ seed: 1, labels: full, skipped: true })).toEqual({ seed: 2, labels: [] });
  });

  it("agrees as Cohen's example says: 20, 5, 10 and 15 of 50 cases are a kappa of 0.4", () => {
    const pairs = [
      [0, 0, 20],
      [0, 1, 5],
      [1, 0, 10],
      [1, 1, 15],
    ] as const;
    const of = (who: 0 | 1) => pairs.flatMap((pair) => Array.from({ length: pair[2] }, () => pair[who]));
    const { same, of: all, kappa } = agreementOf(of(0), of(1));
    expect([same, all]).toEqual([35, 50]);
    expect(kappa).toBeCloseTo(0.4, 12);
  });

  it("agrees with itself on the clips that came twice", () => {
    const { clips } = draw(1);
    expect(
      withThemselves(
        clips,
        clips.map(({ truth }) => truth),
      ),
    ).toEqual({ same: 3, of: 3 });
    expect(
      withThemselves(
        clips,
        clips.map((_, i) => (i < 6 ? 0 : 1)),
      ),
    ).toEqual({ same: 0, of: 3 });
  });
});
