/**
 * Eight command words as four voices speak them: each word of each voice at two rates of speech and three pitches.
 *
 * Words of the Speech Commands set (Warden 2018, arXiv 1804.03209), spoken by CMU Flite 2.3 (licence in
 * public/licences/flite.txt); test/core/worlds/clips-data.mjs makes the file. 8,000 samples a second, one byte a sample (µ-law,
 * ITU-T G.711, 1988). A pitch is a playback at another speed.
 */
import { bandPowers, hop, samplesOf } from "./mel";
import data from "./spoken-words.json";

export const words: readonly string[] = data.words;
export const voices: readonly string[] = data.voices;
/** Times as long as the voice speaks by itself. */
export const stretches: readonly number[] = data.stretches;
/** Times the voice's own pitch. */
export const pitches: readonly number[] = [0.94, 1, 1.06];

/** One word as one voice speaks it once. */
export interface Spoken {
  /** Power 1 on average from the first to the last frame that is heard. */
  readonly samples: Float32Array;
  /** Frames that the word sounds in. */
  readonly frames: number;
  /** [frames × 12] */
  readonly powers: Float32Array;
}

const fromMuLaw = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = (byte - 127.5) / 127.5;
  return (Math.sign(value) * ((1 + 255) ** Math.abs(value) - 1)) / 255;
});
const bytes = Uint8Array.from(atob(data.base64), (character) => character.charCodeAt(0));
let end = 0;
const starts = data.lengths.map((length) => {
  end += length;
  return end - length;
});

/** Samples before and after a word which the frames at its edges reach over. */
const edge = 2 * hop;

function render(which: number, pitch: number): Spoken {
  const length = Math.floor((data.lengths[which]! - 1) / pitch);
  const frames = Math.ceil((length + edge) / hop);
  const samples = new Float32Array(samplesOf(frames));
  let power = 0;
  for (let i = 0; i < length; i++) {
    const at = starts[which]! + i * pitch;
    const whole = Math.floor(at);
    const before = fromMuLaw[bytes[whole]!]!;
    const value = before + (at - whole) * (fromMuLaw[bytes[whole + 1]!]! - before);
    samples[edge + i] = value;
    power += value * value;
  }
  const scale = 1 / Math.sqrt(power / length);
  for (let i = 0; i < samples.length; i++) samples[i]! *= scale;
  return { samples, frames, powers: bandPowers(samples) };
}

const rendered = new Map<number, Spoken>();

/** @param word, voice, stretch, pitch positions in the lists above */
export function spoken(word: number, voice: number, stretch: number, pitch: number): Spoken {
  const which = (word * voices.length + voice) * stretches.length + stretch;
  const key = which * pitches.length + pitch;
  let found = rendered.get(key);
  if (!found) {
    found = render(which, pitches[pitch]!);
    rendered.set(key, found);
  }
  return found;
}
