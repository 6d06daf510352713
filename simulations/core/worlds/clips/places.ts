/**
 * Where words are spoken: the noise of the place, and what room and microphone do to the sound.
 *
 * Each noise is four seconds long and repeats; it is drawn once from a stream of its own name, the same on every device. Powers of
 * sounds that know nothing of each other add, so whoever wants frames adds powers, and whoever wants to listen adds samples.
 */
import { fft, ifft } from "fourier-transform";
import { createRandom, type Random } from "../../random";
import { bandAt, bandCount, bandPowers, bands, frameLength, hop, rate } from "./mel";
import { pitches, spoken, stretches, voices, words } from "./words";

export const places = ["quiet", "car", "crowd", "narrow", "hiss", "far"] as const;
export type Place = (typeof places)[number];

/** The places a recogniser is trained for, unless somebody goes elsewhere. */
export const usualPlaces: readonly Place[] = places.slice(0, 4);
/** Power of the microphone's own noise in each band: 45 dB below usual words in all bands together. */
export const selfNoise = Math.fround(10 ** -4.5) / bandCount;

/** Frames after which the noise of a place begins again. */
export const noiseFrames = 400;
const noiseSamples = noiseFrames * hop;

export interface Noise {
  /** Power 1 on average, in all bands together. */
  readonly samples: Float32Array;
  /** [noiseFrames × 12] */
  readonly powers: Float32Array;
}

/** What a microphone lets through, as factors of power. */
export interface Microphone {
  /** In the middle of each band; between the middles, dB follow a straight line. */
  readonly middles: Float32Array;
  /** Of each band as a whole, when its power lies evenly in it. */
  readonly gains: Float32Array;
}

export interface Acoustics {
  /** How many dB further below the words the noise lies than a recording asks for. */
  readonly margin: number;
  readonly microphone: Microphone;
  /** Share of the words' power that arrives by way of the walls. */
  readonly echo: number;
  /** dB that words and noise arrive quieter. */
  readonly loss: number;
}

/** How much of each frequency a microphone lets through. */
function gainAt(middles: Float32Array, hertz: number): number {
  const at = Math.min(bandCount - 1, Math.max(0, bandAt(hertz) - 0.5));
  const low = Math.min(bandCount - 2, Math.floor(at));
  return Math.fround(middles[low]! ** (1 - at + low) * middles[low + 1]! ** (at - low));
}

/** @param loss dB that are lost in the middle of each band, from the lowest band to the highest */
export function microphone(loss: (band: number) => number): Microphone {
  const middles = Float32Array.from({ length: bandCount }, (_, b) => 10 ** (-loss(b) / 10));
  const parts = 16;
  const gains = Float32Array.from(bands, ({ from, to }) => {
    let sum = 0;
    for (let i = 0; i < parts; i++) sum += gainAt(middles, from + ((i + 0.5) / parts) * (to - from));
    return sum / parts;
  });
  return { middles, gains };
}

const flat = microphone(() => 0);
/** A cheap or covered microphone: everything below about 600 and above about 1,800 Hz is lost, by 6 dB a band. */
const narrow = microphone((band) => 6 * Math.max(0, 4 - band, band - 8));
/** Some metres of air and a room take the high frequencies first. */
const distant = microphone((band) => 0.9 * band);

export const acoustics: Readonly<Record<Place, Acoustics>> = {
  quiet: { margin: 15, microphone: flat, echo: 0, loss: 0 },
  car: { margin: 0, microphone: flat, echo: 0, loss: 0 },
  crowd: { margin: 0, microphone: flat, echo: 0, loss: 0 },
  narrow: { margin: 5, microphone: narrow, echo: 0, loss: 0 },
  hiss: { margin: 0, microphone: flat, echo: 0, loss: 0 },
  far: { margin: 5, microphone: distant, echo: 0.6, loss: 9 },
};

const white = (random: Random) => Float32Array.from({ length: noiseSamples }, () => random.normal());

/** Low-pass of first order, run round twice so that end and beginning meet. */
function dark(samples: Float32Array, keep: number): Float32Array {
  const out = new Float32Array(samples.length);
  let last = 0;
  for (let i = 0; i < 2 * samples.length; i++) {
    last = keep * last + samples[i % samples.length]!;
    out[i % samples.length] = last;
  }
  return out;
}

/** Rumble of the road, and an engine of 33 Hz that swells and falls. */
function road(random: Random): Float32Array {
  const samples = dark(dark(white(random), 0.9), 0.8);
  const hiss = white(random);
  return samples.map((sample, i) => {
    const time = i / rate;
    const engine = Math.sin(2 * Math.PI * 132 * time) + 0.7 * Math.sin(2 * Math.PI * 264 * time);
    return sample + 0.6 * hiss[i]! + (3 + Math.sin(2 * Math.PI * 0.5 * time)) * engine;
  });
}

/** Forty words at once, anywhere in the four seconds, near and far. */
function babble(random: Random): Float32Array {
  const samples = new Float32Array(noiseSamples);
  for (let n = 0; n < 40; n++) {
    const pick = (list: readonly unknown[]) => random.integer(list.length);
    const said = spoken(pick(words), pick(voices), pick(stretches), pick(pitches)).samples;
    const start = random.integer(noiseSamples);
    const loud = Math.fround(10 ** (random.normal(0, 4) / 20));
    for (let i = 0; i < said.length; i++) samples[(start + i) % noiseSamples]! += loud * said[i]!;
  }
  return samples;
}

/** Rises by 6 dB an octave. */
function bright(samples: Float32Array): Float32Array {
  return samples.map((sample, i) => sample - 0.9 * samples[(i || samples.length) - 1]!);
}

const sources: Readonly<Record<Place, (random: Random) => Float32Array>> = {
  quiet: (random) => dark(white(random), 0.5),
  car: road,
  crowd: babble,
  narrow: (random) => dark(white(random), 0.7),
  hiss: (random) => bright(white(random)),
  far: (random) => dark(white(random), 0.7),
};

const made = new Map<Place, Noise>();

export function noiseOf(place: Place): Noise {
  const found = made.get(place);
  if (found) return found;
  const samples = sources[place](createRandom(1, "noise", place));
  // The last frames reach over the end, into the beginning.
  const round = new Float32Array(noiseSamples + frameLength - hop);
  round.set(samples);
  round.set(samples.subarray(0, frameLength - hop), noiseSamples);
  const powers = bandPowers(round);
  const power = powers.reduce((sum, value) => sum + value, 0) / noiseFrames;
  const noise = { samples: samples.map((x) => x / Math.sqrt(power)), powers: powers.map((x) => x / power) };
  made.set(place, noise);
  return noise;
}

/** Share of an echo's power that is left a frame later: 60 dB down after 0.5 seconds. */
const stays = Math.fround(10 ** (-6 * (hop / rate / 0.5)));
/** Frames that an echo outlives its word. */
export const echoFrames = 30;

/** Powers of a word with its echo, `echoFrames` frames longer. */
export function echoedPowers(powers: Float32Array, echo: number): Float32Array {
  const out = new Float32Array(powers.length + echoFrames * bandCount);
  const ringing = new Float64Array(bandCount);
  for (let i = 0; i < out.length; i++) {
    const power = powers[i] ?? 0;
    const band = i % bandCount;
    ringing[band] = stays * ringing[band]! + (1 - stays) * power;
    out[i] = (1 - echo) * power + echo * ringing[band]!;
  }
  return out;
}

/** Samples of a word with its echo: noise that dies away stands for the many ways by the walls. */
export function echoedSamples(samples: Float32Array, echo: number): Float32Array {
  const random = createRandom(1, "echo");
  const length = echoFrames * hop;
  const response = Float32Array.from({ length }, (_, i) => random.normal() * stays ** (i / hop / 2));
  const power = response.reduce((sum, value) => sum + value * value, 0);
  const loud = Math.sqrt(echo / power);
  const out = new Float32Array(samples.length + length);
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i]!;
    if (sample === 0) continue;
    out[i]! += Math.sqrt(1 - echo) * sample;
    for (let k = 0; k < length; k++) out[i + k]! += loud * sample * response[k]!;
  }
  return out;
}

/** Samples behind a microphone. */
export function filtered(samples: Float32Array, { middles }: Microphone): Float32Array {
  if (middles.every((gain) => gain === 1)) return samples;
  const size = 2 ** Math.ceil(Math.log2(samples.length + frameLength));
  const padded = new Float64Array(size);
  padded.set(samples);
  const [real, imaginary] = fft(padded).map((part) => part.slice()) as [Float64Array, Float64Array];
  for (let i = 0; i < real.length; i++) {
    const gain = Math.sqrt(gainAt(middles, (i * rate) / size));
    real[i]! *= gain;
    imaginary[i]! *= gain;
  }
  return Float32Array.from(ifft(real, imaginary).subarray(0, samples.length));
}
