/**
 * Mean powers of the eight equal parts of a stretch of sound, from sums of powers that words and noises have once: a part costs
 * the same however long it is.
 */
import { powerOf } from "./decibels";
import { bandCount } from "./mel";
import { acoustics, echoedPowers, noiseFrames, noiseOf, type Place, selfNoise } from "./places";
import type { Recording, Utterance } from "./recording";
import { type Spoken, spoken } from "./words";

export const segments = 8;

/** [8 × 12]: mean power of each band in each part, of what was pooled last. */
export const pooled = new Float64Array(segments * bandCount);
/** [9 × 12]: sums of powers up to where a part begins, and up to the end of the last. */
const until = new Float64Array((segments + 1) * bandCount);

/** Sums of powers from the first frame on, [(frames + 1) × 12]: whoever wants features of many stretches makes them once. */
export function summed(powers: Float32Array): Float64Array {
  const sums = new Float64Array(powers.length + bandCount);
  for (let i = 0; i < powers.length; i++) sums[i + bandCount] = sums[i]! + powers[i]!;
  return sums;
}

const wordSums = new WeakMap<Spoken, Map<number, Float64Array>>();
function sumsOfWord({ word, voice, stretch, pitch }: Utterance, echo: number): Float64Array {
  const said = spoken(word, voice, stretch, pitch);
  let byEcho = wordSums.get(said);
  if (!byEcho) {
    byEcho = new Map();
    wordSums.set(said, byEcho);
  }
  let sums = byEcho.get(echo);
  if (!sums) {
    sums = summed(echo > 0 ? echoedPowers(said.powers, echo) : said.powers);
    byEcho.set(echo, sums);
  }
  return sums;
}

const noiseSums = new Map<Place, Float64Array>();
function sumsOfNoise(place: Place): Float64Array {
  let sums = noiseSums.get(place);
  if (!sums) {
    sums = summed(noiseOf(place).powers);
    noiseSums.set(place, sums);
  }
  return sums;
}

/** Adds factor × (sums up to a frame) where part `part` begins; frames may be broken, and outside there is silence. */
function addUntil(part: number, sums: Float64Array, frame: number, factor: number): void {
  if (frame <= 0) return;
  const last = sums.length / bandCount - 1;
  const inside = Math.min(last, frame);
  const whole = Math.min(last - 1, Math.floor(inside));
  const rest = inside - whole;
  const from = whole * bandCount;
  const to = part * bandCount;
  for (let b = 0; b < bandCount; b++) {
    const low = sums[from + b]!;
    until[to + b]! += factor * (low + rest * (sums[from + bandCount + b]! - low));
  }
}

/** The same from noise that begins again at its end. */
function addNoiseUntil(part: number, sums: Float64Array, frame: number, factor: number): void {
  const rounds = Math.floor(frame / noiseFrames);
  if (rounds > 0) addUntil(part, sums, noiseFrames, rounds * factor);
  addUntil(part, sums, frame - rounds * noiseFrames, factor);
}

/** Fills `pooled`. */
export function poolRecording({ utterances, place, level, snr, noiseAt }: Recording, from: number, to: number): void {
  const { microphone, echo } = acoustics[place];
  const length = (to - from) / segments;
  const loud = powerOf(level) / length;
  until.fill(0);
  for (const utterance of utterances) {
    const sums = sumsOfWord(utterance, echo);
    for (let s = 0; s <= segments; s++) addUntil(s, sums, from + s * length - utterance.at, loud);
  }
  const noise = sumsOfNoise(place);
  const behind = loud * powerOf(-snr);
  for (let s = 0; s <= segments; s++) addNoiseUntil(s, noise, noiseAt + from + s * length, behind);
  for (let i = 0, b = 0; i < pooled.length; i++, b = b + 1 === bandCount ? 0 : b + 1)
    pooled[i] = microphone.gains[b]! * (until[i + bandCount]! - until[i]!) + selfNoise;
}

/** Fills `pooled` from sums as `summed` makes them. */
export function poolSums(sums: Float64Array, from: number, to: number): void {
  const length = (to - from) / segments;
  until.fill(0);
  for (let s = 0; s <= segments; s++) addUntil(s, sums, from + s * length, 1 / length);
  for (let i = 0; i < pooled.length; i++) pooled[i] = Math.max(until[i + bandCount]! - until[i]!, selfNoise / 1000);
}
