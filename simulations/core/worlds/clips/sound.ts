/** A recording in full: powers of every frame, and the waveform that somebody listens to. */
import { powerOf } from "./decibels";
import { bandCount, bandPowers, bands, hop, rate, samplesOf, step } from "./mel";
import { acoustics, echoedPowers, echoedSamples, filtered, noiseOf, selfNoise } from "./places";
import type { Recording } from "./recording";
import { spoken } from "./words";

/** @returns [frames × 12] powers of the whole recording, in units of usual words */
export function powersOf(recording: Recording): Float32Array {
  const { utterances, frames, place, level, snr, noiseAt } = recording;
  const { microphone, echo } = acoustics[place];
  const out = new Float32Array(frames * bandCount);
  for (const { word, voice, stretch, pitch, at } of utterances) {
    const said = spoken(word, voice, stretch, pitch).powers;
    const heard = echo > 0 ? echoedPowers(said, echo) : said;
    const end = Math.min(out.length - at * bandCount, heard.length);
    for (let i = 0; i < end; i++) out[at * bandCount + i]! += heard[i]!;
  }
  const noise = noiseOf(place).powers;
  const loud = Float64Array.from(microphone.gains, (gain) => powerOf(level) * gain);
  const behind = powerOf(-snr);
  let n = (noiseAt * bandCount) % noise.length;
  for (let i = 0; i < out.length; i += bandCount) {
    for (let b = 0; b < bandCount; b++) out[i + b] = loud[b]! * (out[i + b]! + noise[n + b]! * behind) + selfNoise;
    n = (n + bandCount) % noise.length;
  }
  return out;
}

/** @returns samples, 8,000 a second, in the same units as the powers: usual words have power 1 (so they go beyond −1 … 1) */
export function waveformOf(recording: Recording): Float32Array {
  const { utterances, frames, place, level, snr, noiseAt } = recording;
  const { microphone, echo } = acoustics[place];
  const out = new Float32Array(samplesOf(frames));
  for (const { word, voice, stretch, pitch, at } of utterances) {
    const said = spoken(word, voice, stretch, pitch).samples;
    const heard = echo > 0 ? echoedSamples(said, echo) : said;
    const start = at * hop;
    const end = Math.min(out.length - start, heard.length);
    for (let i = 0; i < end; i++) out[start + i]! += heard[i]!;
  }
  const noise = noiseOf(place).samples;
  const loud = Math.sqrt(powerOf(-snr));
  for (let i = 0; i < out.length; i++) out[i]! += loud * noise[(i + noiseAt * hop) % noise.length]!;
  const through = filtered(out, microphone);
  const own = ownNoise();
  const volume = Math.sqrt(powerOf(level));
  return through.map((sample, i) => volume * sample + own[i % own.length]!);
}

let own: Float32Array | undefined;
/** Noise of the microphone itself, about as much in each band as `selfNoise`. */
function ownNoise(): Float32Array {
  own ??= noiseOf("hiss").samples.map((sample) => sample * Math.sqrt(selfNoise * bandCount));
  return own;
}

/** Usual words have 20 dB less than the loudest sine wave that a loudspeaker is handed. */
const playedAt = 0.1 * Math.SQRT1_2;

/** Samples in units of usual words as they are played and drawn: −1 … 1, with powers of their frames in the same units. */
export function played(waveform: Float32Array) {
  const samples = waveform.map((sample) => playedAt * sample);
  return { samples, rate, powers: bandPowers(samples), step, bands };
}

export const soundOf = (recording: Recording) => played(waveformOf(recording));
