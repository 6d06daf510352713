/** What is said, and what the phone makes of it before any model reads it: the stage that a new microphone or an automatic gain changes. */
import { createRandom, type Random } from "../core/random";
import { amplifiedPowers, amplifiedSamples, automaticGains } from "../core/worlds/clips/gain";
import { bandCount } from "../core/worlds/clips/mel";
import { filtered, microphone, type Place } from "../core/worlds/clips/places";
import { drawRecording, type Recording } from "../core/worlds/clips/recording";
import { powersOf, waveformOf } from "../core/worlds/clips/sound";
import { window } from "./frames";
import type { PipelinesValues } from "./knobs";
import { brightLoss } from "./plan";

/** Where commands are given. In a crowd the other voices are voices, too, and a detector of voices sends almost everything. */
export const places: readonly Place[] = ["quiet", "car"];

/** What the phone does to the sound. */
export type Capture = "usual" | "microphone" | "auto-gain";
export const captureOf = (change: PipelinesValues["change"]): Capture =>
  change === "microphone" || change === "auto-gain" ? change : "usual";

const bright = microphone(brightLoss);

export const draw = (random: Random, snr: number): Recording =>
  drawRecording(random, { places, snr, count: window.words, pause: window.pause });

export type WindowName = "reference" | "current";

/** The recordings of a window: the same ones, whatever is changed. */
export function recordingsOf(name: WindowName, seed: number, snr: number, replica: number): Recording[] {
  const random = createRandom(seed, name, "recordings", replica);
  return Array.from({ length: window.recordings }, () => draw(random, snr));
}

/** [frames × 12] */
export function capturedPowers(recording: Recording, capture: Capture): Float32Array {
  const powers = powersOf(recording);
  if (capture === "usual") return powers;
  if (capture === "auto-gain") return amplifiedPowers(powers, automaticGains(powers));
  for (let i = 0; i < powers.length; i += bandCount)
    for (let b = 0; b < bandCount; b++) powers[i + b]! *= bright.gains[b]!;
  return powers;
}

/** The same as it is heard. */
export function capturedSamples(recording: Recording, capture: Capture): Float32Array {
  const samples = waveformOf(recording);
  if (capture === "usual") return samples;
  if (capture === "auto-gain") return amplifiedSamples(samples, automaticGains(powersOf(recording)));
  return filtered(samples, bright);
}

const decibels = (power: number) => 10 * Math.log10(power);

/**
 * In dB: where the loudest tenth of the frames begins; the middle of the frames, which lies in the pauses; how far it is from the
 * quietest tenth, little where the background is steady; how much louder high tones are than low ones in the loudest tenth.
 */
export function captureMetricsOf(powers: Float32Array): readonly number[] {
  const frames = powers.length / bandCount;
  const totals = new Float32Array(frames);
  for (let f = 0; f < frames; f++) {
    let total = 0;
    for (let b = 0; b < bandCount; b++) total += powers[f * bandCount + b]!;
    totals[f] = total;
  }
  const sorted = totals.slice().sort();
  const loud = sorted[Math.floor(0.9 * frames)]!;
  let low = 0;
  let high = 0;
  for (let f = 0; f < frames; f++) {
    if (totals[f]! < loud) continue;
    for (let b = 0; b < bandCount; b++) {
      if (b < bandCount / 2) low += powers[f * bandCount + b]!;
      else high += powers[f * bandCount + b]!;
    }
  }
  const middle = decibels(sorted[Math.floor(0.5 * frames)]!);
  return [decibels(loud), middle, middle - decibels(sorted[Math.floor(0.1 * frames)]!), decibels(high / low)];
}
