/** What a sound looks like and how it is told, on tones whose times and frequencies are known. */
import { describe, expect, it } from "vitest";
import type { Sound } from "@/simulations/runtime/sound";
import { kindOf } from "@/simulations/ui/chart/kinds";
import { tablesOf } from "@/simulations/ui/chart/table";
import { bands, glide, soundOf } from "@/simulations/ui/sound/sample";
import { scaleOf, spectrogramOf, waveformOf } from "@/simulations/ui/sound/sound-charts";
import { picturesOf } from "@/simulations/ui/sound/sound-pictures";
import { soundWords } from "@/simulations/ui/sound/sound-words";

const tone = glide(1, 0.32, 0.71, 300, 900);
const softer = glide(1.2, 0.2, 0.4, 2000, 2000, 0.04);

describe("a sound's charts", () => {
  it("reach from its beginning to its end, in seconds", () => {
    for (const chart of [waveformOf(softer), spectrogramOf(softer)])
      expect([chart.x.min, chart.x.max]).toEqual([0, expect.closeTo(1.2, 6)]);
    expect(waveformOf(softer).samples).toBe(softer.samples);
  });

  it("have the loudest place at 0 dB, and ten times less power 10 dB below", () => {
    const values = spectrogramOf(tone).values.flatMap((row) => [...row]);
    expect(values).toHaveLength(tone.powers.length);
    expect(Math.max(...values)).toBe(0);
    const tenth: Sound = { ...tone, powers: tone.powers.map((power) => power / 10) };
    const beside = spectrogramOf(tenth, { scale: scaleOf([tone]) }).values.flatMap((row) => [...row]);
    expect(Math.max(...beside)).toBeCloseTo(-10, 4);
  });

  it("show no power as the palest tone, not as a missing number", () => {
    const silence = soundOf(0.5, () => 0);
    const values = spectrogramOf(silence).values.flatMap((row) => [...row]);
    expect(values.length).toBeGreaterThan(0);
    expect(values.every((value) => Number.isFinite(value) && value < -50)).toBe(true);
  });

  it("share axes where a scale holds several sounds: the quiet one stays quiet", () => {
    const scale = scaleOf([softer, tone]);
    expect(scale).toEqual(scaleOf([tone, softer]));
    expect(scale.seconds).toBeCloseTo(1.2, 6);
    expect(waveformOf(softer).level).toBe(0.1);
    expect(waveformOf(softer, { scale }).level).toBe(waveformOf(tone, { scale }).level);
    const loudest = Math.max(...spectrogramOf(softer, { scale }).values.flatMap((row) => [...row]));
    expect(loudest).toBeLessThan(-15);
  });

  it("carry marks into the table of each picture, and the name into its sentence", () => {
    const marks = [{ kind: "field", from: 0.3, to: 0.8, label: "sent" }] as const;
    const charts = picturesOf({ sound: tone, name: "Clip 3", marks });
    expect(charts.map(({ kind }) => kind)).toEqual(["waveform", "spectrogram"]);
    for (const chart of charts) {
      expect(kindOf(chart).sentence(chart)).toMatch(/^Clip 3, (waveform|spectrogram)/);
      expect(tablesOf(chart).flatMap(({ rows }) => rows.flat())).toContain("sent, from");
    }
    expect(picturesOf({ sound: tone, name: "Clip 3", show: "waveform" }).map(({ kind }) => kind)).toEqual(["waveform"]);
  });
});

/** Every number in a text. */
const numbersIn = (text: string): number[] => [...text.replaceAll(",", "").matchAll(/\d+(?:\.\d+)?/g)].map(Number);

describe("a sound in words", () => {
  it.each([
    [0.32, 0.71, 300, 900],
    [0.1, 0.5, 1500, 2500],
  ])("is loudest when its tone is there, from %d to %d s, and between %d and %d Hz", (from, to, low, high) => {
    const text = soundWords(glide(1, from, to, low, high));
    const [seconds, begins, ends, lowest, highest, quieter, peak] = numbersIn(text) as [number, ...number[]];
    expect(text).toMatch(/^1\.0 seconds long\. Loudest from .* mostly between .* dB quieter\. Its peak is/);
    expect(seconds).toBe(1);
    expect(Math.abs(begins! - from)).toBeLessThan(0.05);
    expect(Math.abs(ends! - to)).toBeLessThan(0.05);
    const width = Math.max(...bands.filter((band) => band.from < high).map((band) => band.to - band.from));
    expect(lowest).toBeGreaterThan(low - width);
    expect(highest).toBeLessThan(high + width);
    expect(quieter).toBeGreaterThan(12);
    expect(peak).toBeCloseTo(0.4, 1);
  });

  it("names each of two loud parts, and counts many", () => {
    const parts = (starts: readonly number[]) =>
      soundOf(3, (t) => (starts.some((from) => t >= from && t < from + 0.2) ? Math.sin(2 * Math.PI * 500 * t) / 2 : 0));
    expect(soundWords(parts([0.3, 1.5]))).toMatch(
      /Loudest from 0\.\d\d to 0\.\d\d s and from 1\.\d\d to 1\.\d\d s, .*the rest is silent/,
    );
    expect(soundWords(parts([0, 0.5, 1, 1.5, 2, 2.5]))).toContain("Loud in 6 stretches between 0.0");
  });

  it("takes a short pause within a word for part of it", () => {
    const stop = soundOf(1, (t) =>
      t >= 0.3 && t < 0.7 && !(t > 0.45 && t < 0.55) ? Math.sin(2 * Math.PI * 500 * t) / 2 : 0,
    );
    expect(soundWords(stop)).toMatch(/Loudest from 0\.\d\d to 0\.\d\d s, /);
  });

  it("says when a sound is silent or equally loud throughout, and when it has no main frequency", () => {
    expect(soundWords(soundOf(0.5, () => 0))).toBe("0.5 seconds long, and silent.");
    const steady = soundOf(0.5, (t) => 0.3 * Math.sin(2 * Math.PI * 800 * t));
    expect(soundWords(steady)).toMatch(
      /^0\.5 seconds long\. About equally loud throughout, mostly between \d+ and \d+ Hz\. /,
    );
    const flat: Sound = { ...steady, powers: steady.powers.map(() => 1) };
    expect(soundWords(flat)).toContain("spread over frequencies from 100 to 3,800 Hz");
  });
});
