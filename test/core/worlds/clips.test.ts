import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { labelBy, mishearing, wantedBy } from "@/simulations/core/worlds/clips/annotators";
import {
  clipSet,
  clipSets,
  featureCount,
  featuresOf,
  featuresOfPowers,
} from "@/simulations/core/worlds/clips/features";
import { bandCount, bandPowers, bands, rate } from "@/simulations/core/worlds/clips/mel";
import { noiseOf, places } from "@/simulations/core/worlds/clips/places";
import { segments } from "@/simulations/core/worlds/clips/pooled";
import { drawClip, drawRecording } from "@/simulations/core/worlds/clips/recording";
import { powersOf, soundOf, waveformOf } from "@/simulations/core/worlds/clips/sound";
import data from "@/simulations/core/worlds/clips/spoken-words.json";
import { pitches, spoken, stretches, voices, words } from "@/simulations/core/worlds/clips/words";
import { kept } from "./clips-data.mjs";

const bytes = Uint8Array.from(atob(data.base64), (character) => character.charCodeAt(0));

it.each([
  ["yes", "kal", 0.9],
  ["go", "slt", 1.15],
])("keeps %s of the voice %s as Flite speaks it", (word, voice, stretch) => {
  const which =
    (words.indexOf(word) * voices.length + voices.indexOf(voice)) * stretches.length + stretches.indexOf(stretch);
  const start = data.lengths.slice(0, which).reduce((sum, length) => sum + length, 0);
  const made = kept(word, voice, stretch);
  expect(made.length).toBe(data.lengths[which]);
  const far = made.filter((byte, i) => Math.abs(byte - bytes[start + i]!) > 1);
  expect(far.length).toBe(0);
});

describe("powers of bands", () => {
  it.each([200, 1000, 3000])("puts a tone of %i Hz into its band, with half the square of its amplitude", (hertz) => {
    const tone = Float32Array.from({ length: 1000 }, (_, i) => 0.4 * Math.sin((2 * Math.PI * hertz * i) / rate));
    const powers = bandPowers(tone).subarray(0, bandCount);
    const inside = bands.findIndex(({ from, to }) => hertz >= from && hertz < to);
    const total = powers.reduce((sum, power) => sum + power, 0);
    expect(total).toBeCloseTo(0.08, 3);
    expect(powers.indexOf(Math.max(...powers))).toBe(inside);
  });

  it("gives every word power 1 while it sounds, and every noise power 1", () => {
    for (let word = 0; word < words.length; word++) {
      for (let pitch = 0; pitch < pitches.length; pitch++) {
        const { powers, frames } = spoken(word, word % voices.length, 0, pitch);
        const mean = powers.reduce((sum, power) => sum + power, 0) / frames;
        expect(mean).toBeGreaterThan(0.6);
        expect(mean).toBeLessThan(1.1);
      }
    }
    for (const place of places) {
      const { samples } = noiseOf(place);
      const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
      // What lies below 100 and above 3,800 Hz is not in the bands.
      expect(power).toBeGreaterThan(0.95);
      expect(power).toBeLessThan(2.5);
    }
  });
});

describe.each(places)("a clip in the place %s", (place) => {
  it("has the features of the waveform that is played", () => {
    const fast = new Float32Array(featureCount);
    const whole = new Float32Array(featureCount);
    const heard = new Float32Array(featureCount);
    let apart = 0;
    const clips = 20;
    for (let i = 0; i < clips; i++) {
      const clip = drawClip(createRandom(i, place), { places: [place] });
      featuresOf(clip, { normalise: true }, fast, 0, 1);
      featuresOfPowers(powersOf(clip), { normalise: true }, whole, 0, 1);
      featuresOfPowers(bandPowers(waveformOf(clip)), { normalise: true }, heard, 0, 1);
      fast.forEach((value, k) => {
        expect(whole[k]).toBeCloseTo(value, 4);
        apart += Math.abs(value - heard[k]!) / (clips * featureCount);
      });
    }
    // In standard deviations of a feature; different clips are about 1.1 apart. An echo is one of many, and steep filters leak.
    expect(apart).toBeLessThan(place === "far" || place === "narrow" ? 0.25 : 0.12);
  });
});

it("hears the part of a recording that it is given, with or without its powers", () => {
  const recording = drawRecording(createRandom(3, "recording"), {
    count: 3,
    pause: { min: 30, max: 60 },
    places: ["car"],
  });
  expect(recording.utterances).toHaveLength(3);
  const { at } = recording.utterances[1]!;
  const part = { normalise: false, from: at, to: at + segments * 5 + 3 };
  const direct = new Float32Array(featureCount);
  const fromPowers = new Float32Array(featureCount);
  featuresOf(recording, part, direct, 0, 1);
  featuresOfPowers(powersOf(recording), part, fromPowers, 0, 1);
  direct.forEach((value, k) => {
    expect(fromPowers[k]).toBeCloseTo(value, 3);
  });
});

it("makes both sets of features at once as it makes each", () => {
  const random = createRandom(6, "clips");
  const clips = Array.from({ length: 50 }, () => drawClip(random));
  const { raw, normalised } = clipSets(clips);
  expect(raw).toEqual(clipSet(clips, { normalise: false }));
  expect(normalised).toEqual(clipSet(clips, { normalise: true }));
  expect(raw).not.toEqual(normalised);
});

it("hides how loud a clip was when its volume is normalised, and only then", () => {
  const clip = drawClip(createRandom(5, "clip"), { places: ["quiet"], level: { mean: 0, sd: 0 } });
  const features = (level: number, normalise: boolean) => clipSet([{ ...clip, level }], { normalise }).inputs;
  const apart = (normalise: boolean) => {
    const soft = features(-12, normalise);
    return features(0, normalise).reduce((most, value, k) => Math.max(most, Math.abs(value - soft[k]!)), 0);
  };
  expect(apart(false)).toBeGreaterThan(0.3);
  expect(apart(true)).toBeLessThan(apart(false));
});

it("draws the same clips from the same stream, and all words, voices and places", () => {
  const draw = () => {
    const random = createRandom(9, "clips");
    return Array.from({ length: 300 }, () => drawClip(random));
  };
  const clips = draw();
  expect(draw()).toEqual(clips);
  expect(new Set(clips.map(({ utterances }) => utterances[0]!.word)).size).toBe(words.length);
  expect(new Set(clips.map(({ utterances }) => utterances[0]!.voice)).size).toBe(voices.length);
  expect(new Set(clips.map(({ place }) => place))).toEqual(new Set(["quiet", "car", "crowd", "narrow"]));
});

it("plays a usual word well below the loudest that can be played", () => {
  const clip = drawClip(createRandom(4, "clip"), { places: ["quiet"], level: { mean: 0, sd: 0 } });
  const { samples, powers, bands } = soundOf(clip);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(peak).toBeGreaterThan(0.1);
  expect(peak).toBeLessThan(0.9);
  expect(powers.length).toBe(clip.frames * bands.length);
});

it("labels what was said by the guide, and what was wanted without it, as often wrong as the noise allows", () => {
  const clip = (snr: number) => ({
    ...drawClip(createRandom(4, "clip"), { word: words.indexOf("right"), places: ["quiet"] }),
    snr,
  });
  const share = (snr: number, followsGuide: boolean, label: string) => {
    const random = createRandom(8, "labels");
    const labels = Array.from({ length: 4000 }, () => labelBy(random, clip(snr), { followsGuide }));
    return labels.filter((each) => words[each] === label).length / labels.length;
  };
  for (const snr of [-5, 2, 20]) {
    const right = 1 - mishearing(clip(snr));
    expect(share(snr, true, "right")).toBeGreaterThan(right - 0.03);
    expect(share(snr, true, "right")).toBeLessThan(right + 0.03);
    expect(share(snr, false, "yes")).toBeCloseTo(share(snr, true, "right"), 10);
  }
  expect(words.map((_, word) => wantedBy(word)).filter((label, word) => label !== word)).toHaveLength(2);
});
