import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { drawClip } from "@/simulations/core/worlds/clips/recording";
import { words } from "@/simulations/core/worlds/clips/words";
import { accuracyAt, clipsFor } from "@/simulations/labelling/curve";
import { labelsByTwo, labelsOf, teamOf } from "@/simulations/labelling/engine-labels";
import { curveSizes, wordNames } from "@/simulations/labelling/frames";

const random = createRandom(7, "clips");
const clips = Array.from({ length: 3000 }, () => drawClip(random));
const truth = clips.map(({ utterances }) => utterances[0]!.word);
const wrong = (labels: ArrayLike<number>) => truth.filter((word, i) => labels[i] !== word).length / truth.length;

it("names the words of the world in its order", () => {
  expect(wordNames).toEqual(words);
});

describe("a team of annotators", () => {
  const team = (consistent: number, labelNoise = 0, rounding = 0.5) =>
    teamOf({ annotators: 10, consistent, labelNoise }, rounding);

  it("is rounded to whole people, so that the share is right on average", () => {
    const followers = Array.from({ length: 400 }, (_, i) => team(75, 0, (i + 0.5) / 400).followers);
    expect(new Set(followers)).toEqual(new Set([7, 8]));
    expect(followers.reduce((a, b) => a + b) / 400).toBeCloseTo(7.5, 6);
    expect([team(0).followers, team(100).followers]).toEqual([0, 10]);
  });

  it("labels two words in eight by habit, for the share that does not follow the guide", () => {
    const none = wrong(labelsOf(createRandom(1, "labels"), clips, team(100)));
    const all = wrong(labelsOf(createRandom(1, "labels"), clips, team(0)));
    const half = wrong(labelsOf(createRandom(1, "labels"), clips, team(50)));
    expect(all - none).toBeGreaterThan(0.2);
    expect(all - none).toBeLessThan(0.28);
    expect(half - none).toBeCloseTo((all - none) / 2, 1);
  });

  it("slips to another word as often as it is said", () => {
    const slips = team(100, 40);
    const before = labelsOf(createRandom(1, "labels"), clips, team(100));
    const after = labelsOf(createRandom(1, "labels"), clips, slips);
    expect(after.filter((label, i) => label !== before[i]).length / clips.length).toBeCloseTo(0.4, 1);
  });

  it("gives two labels by different people: one who follows the guide of two always disagrees on its words", () => {
    const [first, second] = labelsByTwo(createRandom(2, "two"), clips, { annotators: 2, followers: 1, slips: 0 });
    const right = words.indexOf("right");
    const same = truth.flatMap((word, i) => (word === right ? [Number(first[i] === second[i])] : []));
    expect(same.reduce((a, b) => a + b) / same.length).toBeLessThan(0.1);
  });
});

describe("a learning curve", () => {
  const curve = [0.5, 0.6, 0.7, 0.68, 0.8, 0.9];

  it("is read between its points on an axis of the logarithm", () => {
    expect(accuracyAt(curve, 50)).toBe(0.5);
    expect(accuracyAt(curve, Math.sqrt(50 * 100))).toBeCloseTo(0.55, 9);
    expect(accuracyAt(curve, 1600)).toBe(0.9);
  });

  it("tells how many clips reach an accuracy, and never takes a fall for progress", () => {
    curveSizes.forEach((size, s) => {
      if (s !== 3) expect(clipsFor(curve, curve[s]!)).toBeCloseTo(size, 6);
    });
    expect(clipsFor(curve, 0.68)).toBeLessThan(200);
    expect(clipsFor(curve, 0.75)).toBeCloseTo(400 * Math.SQRT2, 6);
    expect(clipsFor(curve, 0.1)).toBe(50);
    expect(clipsFor(curve, 0.95)).toBe(Number.POSITIVE_INFINITY);
  });
});
