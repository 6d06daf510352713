import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { amplifiedPowers, amplifiedSamples, automaticGains } from "@/simulations/core/worlds/clips/gain";
import { bandCount, bandPowers } from "@/simulations/core/worlds/clips/mel";
import { drawRecording } from "@/simulations/core/worlds/clips/recording";
import { powersOf, waveformOf } from "@/simulations/core/worlds/clips/sound";
import {
  createVoiceReader,
  framesOfStretches,
  sentStretches,
  voiceInputs,
} from "@/simulations/core/worlds/clips/voice";
import { spoken } from "@/simulations/core/worlds/clips/words";

const recording = (seed: number) =>
  drawRecording(createRandom(seed, "recording"), { places: ["car"], count: 3, pause: { min: 60, max: 120 } });

function read(powers: Float32Array): Float32Array {
  const frames = powers.length / bandCount;
  const into = new Float32Array(voiceInputs * frames);
  const reader = createVoiceReader();
  for (let f = 0; f < frames; f++) reader.read(powers, f * bandCount, into, f, frames);
  return into;
}

describe("what a VAD reads", () => {
  it("does not depend on how loud the recording is as a whole", () => {
    const powers = powersOf(recording(1));
    const louder = read(powers.map((power) => 100 * power));
    read(powers).forEach((value, i) => {
      expect(louder[i]).toBeCloseTo(value, 3);
    });
  });

  it("is higher in words than in pauses, and knows nothing of what comes later", () => {
    const { utterances } = recording(2);
    const powers = powersOf(recording(2));
    const frames = powers.length / bandCount;
    const inputs = read(powers);
    const row = inputs.subarray((voiceInputs - 2) * frames, (voiceInputs - 1) * frames);
    const said = new Uint8Array(frames);
    for (const { word, voice, stretch, pitch, at } of utterances)
      said.fill(1, at, at + spoken(word, voice, stretch, pitch).frames);
    const mean = (wanted: number) => {
      const found = row.filter((_, f) => said[f] === wanted);
      return found.reduce((sum, value) => sum + value, 0) / found.length;
    };
    expect(mean(1) - mean(0)).toBeGreaterThan(0.3);
    const half = read(powers.subarray(0, Math.floor(frames / 2) * bandCount));
    const shown = half.length / voiceInputs;
    for (let f = 0; f < shown; f++) expect(half[f]).toBe(inputs[f]);
  });
});

describe("a gate", () => {
  const voiced = (from: number, to: number, length = 100) =>
    Float32Array.from({ length }, (_, f) => (f >= from && f < to ? 1 : 0));
  const gate = { threshold: 0.5, opensAfter: 1, preRoll: 0, hangOver: 0 };

  it("opens later when it is stricter, or when it waits", () => {
    const start = (changed: Partial<typeof gate>) => sentStretches(voiced(30, 60), { ...gate, ...changed })[0]!.from;
    expect(start({ threshold: 0.9 })).toBeGreaterThan(start({}));
    expect(start({ opensAfter: 11 })).toBe(start({}) + 10);
  });

  it("sends as much more as pre-roll and hang-over say", () => {
    const [plain] = sentStretches(voiced(30, 60), gate);
    const [longer] = sentStretches(voiced(30, 60), { ...gate, preRoll: 12, hangOver: 8 });
    expect(longer).toEqual({ from: plain!.from - 12, to: plain!.to + 8 });
  });

  it("sends one stretch where pre-roll or hang-over bridge a gap, and never a frame twice", () => {
    const gap = Float32Array.from({ length: 120 }, (_, f) => ((f >= 20 && f < 40) || (f >= 60 && f < 80) ? 1 : 0));
    expect(sentStretches(gap, gate)).toHaveLength(2);
    expect(sentStretches(gap, { ...gate, hangOver: 30 })).toHaveLength(1);
    const joined = sentStretches(gap, { ...gate, preRoll: 40 });
    expect(joined).toHaveLength(1);
    expect(framesOfStretches(joined)).toBeLessThanOrEqual(120);
  });

  it("sends what is voiced until the end of the recording", () => {
    expect(sentStretches(voiced(90, 100), gate)).toEqual([{ from: 93, to: 100 }]);
  });
});

describe("automatic gain", () => {
  it("lifts the noise of a long pause towards the level of words and leaves words as loud as they were", () => {
    const word = 1;
    const noise = 10 ** -1.5;
    const powers = new Float32Array(300 * bandCount);
    for (let f = 0; f < 300; f++)
      powers.fill((f >= 50 && f < 100 ? word : noise) / bandCount, f * bandCount, (f + 1) * bandCount);
    const gains = automaticGains(powers);
    expect(gains[95]! * word).toBeCloseTo(1, 1);
    expect(gains[100]! * noise).toBeLessThan(0.05);
    expect(gains[290]! * noise).toBeGreaterThan(0.7);
  });

  it("has the powers of the sound that is played", () => {
    const said = recording(3);
    const gains = automaticGains(powersOf(said));
    const powers = amplifiedPowers(powersOf(said), gains);
    const heard = bandPowers(amplifiedSamples(waveformOf(said), gains));
    let apart = 0;
    for (let f = 0; f < said.frames; f++) {
      const total = (from: Float32Array) =>
        from.subarray(f * bandCount, (f + 1) * bandCount).reduce((sum, power) => sum + power, 0);
      apart += Math.abs(10 * Math.log10(total(powers) / total(heard))) / said.frames;
    }
    // dB: what two sounds of equal power differ by, frame for frame.
    expect(apart).toBeLessThan(1.5);
  });
});
