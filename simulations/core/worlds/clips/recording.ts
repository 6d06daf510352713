/**
 * Recordings of spoken commands: one word with silence around it (a clip), or several with pauses.
 *
 * A recording is a short description, drawn by the seed. Its features come from powers of frames that were computed once for
 * each word and each noise: powers of independent sounds add, so a clip costs microseconds. Its waveform is made only where
 * somebody listens; a test holds the features of both ways against each other.
 *
 *   power of a frame = level · gains · (words + noise / signal-to-noise ratio) + the microphone's own noise
 *
 * @example drawClip(createRandom(1, "clip"), { places: ["car"] }).place // "car"
 */
import type { Random } from "../../random";
import { acoustics, noiseFrames, type Place, usualPlaces } from "./places";
import { pitches, spoken, stretches, voices, words } from "./words";

/** A word as it is said once. Numbers are positions in the lists of `words.ts`. */
export interface Utterance {
  readonly word: number;
  readonly voice: number;
  readonly stretch: number;
  readonly pitch: number;
  /** Frame of the recording in which it begins. */
  readonly at: number;
}

export interface Recording {
  readonly utterances: readonly Utterance[];
  /** Length, in frames of 10 ms. */
  readonly frames: number;
  readonly place: Place;
  /** dB louder than usual; words have 0 dB on average while they sound. */
  readonly level: number;
  /** dB that the words are louder than the noise of the place. */
  readonly snr: number;
  /** Frame of the place's noise that the recording begins with. */
  readonly noiseAt: number;
}

export interface ClipRequest {
  /** The word is drawn unless given; so is the voice, from all unless given. */
  readonly word?: number;
  readonly voices?: readonly number[];
  /** One of these, each as likely. @default the four that are not new: quiet, car, crowd, narrow */
  readonly places?: readonly Place[];
  /** Signal-to-noise ratio in dB before the place's own margin. @default 15 */
  readonly snr?: number;
  /** Mean and standard deviation of the level in dB. @default 0 and 5 */
  readonly level?: { readonly mean: number; readonly sd: number };
  /** Frames of silence before and after the word, drawn evenly. @default 3 … 20 */
  readonly silence?: { readonly min: number; readonly max: number };
}

export function drawUtterance(random: Random, at: number, request: ClipRequest = {}): Utterance {
  const voice = request.voices ? request.voices[random.integer(request.voices.length)]! : random.integer(voices.length);
  const word = random.integer(words.length);
  return {
    word: request.word ?? word,
    voice,
    stretch: random.integer(stretches.length),
    pitch: random.integer(pitches.length),
    at,
  };
}

const lengthOf = ({ word, voice, stretch, pitch }: Utterance) => spoken(word, voice, stretch, pitch).frames;

/** One word with silence before and after. */
export function drawClip(random: Random, request: ClipRequest = {}): Recording {
  const { silence = { min: 3, max: 20 } } = request;
  const between = () => silence.min + random.integer(silence.max - silence.min + 1);
  const utterance = drawUtterance(random, between(), request);
  return {
    utterances: [utterance],
    frames: utterance.at + lengthOf(utterance) + between(),
    ...drawSetting(random, request),
  };
}

/** Several words with pauses of `pause` frames before, between and after them. */
export function drawRecording(
  random: Random,
  request: ClipRequest & { readonly count: number; readonly pause: { readonly min: number; readonly max: number } },
): Recording {
  const { count, pause } = request;
  const between = () => pause.min + random.integer(pause.max - pause.min + 1);
  const utterances: Utterance[] = [];
  let frames = between();
  for (let i = 0; i < count; i++) {
    const utterance = drawUtterance(random, frames, request);
    utterances.push(utterance);
    frames += lengthOf(utterance) + between();
  }
  return { utterances, frames, ...drawSetting(random, request) };
}

function drawSetting(random: Random, request: ClipRequest): Omit<Recording, "utterances" | "frames"> {
  const { places: among = usualPlaces, snr = 15, level = { mean: 0, sd: 5 } } = request;
  const place = among[random.integer(among.length)]!;
  return {
    place,
    level: random.normal(level.mean, level.sd) - acoustics[place].loss,
    snr: snr + acoustics[place].margin,
    noiseAt: random.integer(noiseFrames),
  };
}
