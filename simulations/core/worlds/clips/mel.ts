/**
 * The power of a sound in bands of frequencies, frame by frame: what recognisers of speech read instead of samples.
 *
 * Frames of 25 ms (200 samples behind a Hann window), one every 10 ms; twelve bands between 100 and 3,800 Hz, equally wide on
 * the mel scale, mel = 2595 log₁₀(1 + f / 700) (O'Shaughnessy 1987).
 */
import { fft } from "fourier-transform";

export const rate = 8000;
export const frameLength = 200;
export const hop = 80;
/** Seconds from one frame to the next. */
export const step = hop / rate;

const size = 256;
const toMel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
const toHertz = (mel: number) => 700 * (10 ** (mel / 2595) - 1);

export const bandCount = 12;
const edges = Float64Array.from({ length: bandCount + 1 }, (_, b) =>
  toHertz(toMel(100) + (b / bandCount) * (toMel(3800) - toMel(100))),
);

/** Hz, from the lowest to the highest. */
export const bands: readonly { readonly from: number; readonly to: number }[] = Array.from(
  { length: bandCount },
  (_, b) => ({ from: Math.round(edges[b]!), to: Math.round(edges[b + 1]!) }),
);

/** Which band a frequency lies in, counted from 0 and with what lies between edges; below 0 and above 12 outside. */
export function bandAt(hertz: number): number {
  return ((toMel(hertz) - toMel(100)) / (toMel(3800) - toMel(100))) * bandCount;
}

const taper = Float64Array.from(
  { length: frameLength },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / frameLength),
);
/** So that the bands of white noise of power 1 sum to what lies in them: about the share of all frequencies. */
const norm = 2 / (size * taper.reduce((sum, value) => sum + value * value, 0));
/** Of each period count its band, or −1. */
const bandOfBin = Int8Array.from({ length: size / 2 + 1 }, (_, i) => {
  const band = Math.floor(bandAt((i * rate) / size));
  return band >= 0 && band < bandCount ? band : -1;
});

/** Frames that fit into so many samples. */
export const framesIn = (samples: number): number => Math.max(0, Math.floor((samples - frameLength) / hop) + 1);
/** Samples that so many frames reach over. */
export const samplesOf = (frames: number): number => (frames - 1) * hop + frameLength;

/** @returns [frames × 12]: mean power of each band in each frame; a sine wave of amplitude 1 has 0.5 */
export function bandPowers(samples: ArrayLike<number>): Float32Array {
  const frames = framesIn(samples.length);
  const powers = new Float32Array(frames * bandCount);
  const signal = new Float64Array(size);
  for (let f = 0; f < frames; f++) {
    for (let i = 0; i < frameLength; i++) signal[i] = samples[f * hop + i]! * taper[i]!;
    const [real, imaginary] = fft(signal);
    for (let i = 0; i < bandOfBin.length; i++) {
      const band = bandOfBin[i]!;
      if (band >= 0) powers[f * bandCount + band]! += norm * (real[i]! ** 2 + imaginary[i]! ** 2);
    }
  }
  return powers;
}
