/**
 * What a recogniser reads of a recording: 64 numbers, the first eight mel-frequency cepstral coefficients (Davis and
 * Mermelstein 1980) in each of eight equal parts, from the powers of words and noise and without a waveform.
 */
import { createRandom } from "../../random";
import { bandCount } from "./mel";
import { acoustics, echoedPowers, noiseFrames, noiseOf, type Place, selfNoise } from "./places";
import { drawClip, type Recording, type Utterance } from "./recording";
import { type Spoken, spoken } from "./words";

export const segments = 8;
const coefficients = 8;
export const featureCount = segments * coefficients;

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

/** Adds factor × (sums up to frame `to` − sums up to frame `from`), in each band; frames may be broken, and outside there is silence. */
function addBetween(out: Float64Array, sums: Float64Array, from: number, to: number, factor: number): void {
  const last = sums.length / bandCount - 1;
  const a = Math.min(last, Math.max(0, from));
  const b = Math.min(last, Math.max(0, to));
  if (b <= a) return;
  const a0 = Math.min(last - 1, Math.floor(a));
  const b0 = Math.min(last - 1, Math.floor(b));
  const af = a - a0;
  const bf = b - b0;
  for (let band = 0; band < bandCount; band++) {
    const i = a0 * bandCount + band;
    const j = b0 * bandCount + band;
    const low = sums[i]! + af * (sums[i + bandCount]! - sums[i]!);
    const high = sums[j]! + bf * (sums[j + bandCount]! - sums[j]!);
    out[band]! += factor * (high - low);
  }
}

const factor = (dB: number) => 10 ** (dB / 10);

export interface FeatureRequest {
  /** Whether every clip is brought to the same mean power first (volume normalisation). */
  readonly normalise: boolean;
  /** The frames that are heard, all unless given; they may be broken numbers. */
  readonly from?: number;
  readonly to?: number;
}

/** [8 × 12]: mean power of each band in each part. */
const pooled = new Float64Array(segments * bandCount);

function poolRecording({ utterances, place, level, snr, noiseAt }: Recording, from: number, to: number): void {
  const { microphone, echo } = acoustics[place];
  const length = (to - from) / segments;
  const loud = factor(level) / length;
  const noise = sumsOfNoise(place);
  for (let s = 0; s < segments; s++) {
    const out = pooled.subarray(s * bandCount, (s + 1) * bandCount).fill(0);
    const start = from + s * length;
    for (const utterance of utterances) {
      addBetween(out, sumsOfWord(utterance, echo), start - utterance.at, start - utterance.at + length, loud);
    }
    addRound(out, noise, noiseAt + start, length, loud * factor(-snr));
    for (let b = 0; b < bandCount; b++) out[b] = microphone.gains[b]! * out[b]! + selfNoise;
  }
}

/** From noise that begins again at its end. */
function addRound(out: Float64Array, sums: Float64Array, from: number, length: number, loud: number): void {
  let start = from % noiseFrames;
  let left = length;
  while (left > 0) {
    const part = Math.min(left, noiseFrames - start);
    addBetween(out, sums, start, start + part, loud);
    left -= part;
    start = 0;
  }
}

/** The discrete cosine transform, [8 × 12]. */
const cosines = Float64Array.from({ length: coefficients * bandCount }, (_, i) => {
  const coefficient = Math.floor(i / bandCount);
  return Math.cos((Math.PI * coefficient * ((i % bandCount) + 0.5)) / bandCount);
});
const logs = new Float64Array(bandCount);

/** Coefficients of what was pooled, in dB and not yet scaled. */
function cepstra(normalise: boolean, out: Float64Array): void {
  let mean = 1;
  if (normalise) {
    mean = 0;
    for (let i = 0; i < pooled.length; i++) mean += pooled[i]!;
    mean /= segments;
  }
  for (let s = 0; s < segments; s++) {
    for (let b = 0; b < bandCount; b++) logs[b] = 10 * Math.log10(pooled[s * bandCount + b]! / mean);
    for (let c = 0; c < coefficients; c++) {
      let sum = 0;
      for (let b = 0; b < bandCount; b++) sum += cosines[c * bandCount + b]! * logs[b]!;
      out[s * coefficients + c] = sum;
    }
  }
}

const scratch = new Float64Array(featureCount);
interface Scaling {
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}
let usual: Scaling | undefined;

/** Mean and standard deviation of each feature over 400 clips of usual places: fixed numbers, not learnt from anybody's clips. */
function scaling(): Scaling {
  if (usual) return usual;
  const random = createRandom(1, "usual clips");
  const count = 400;
  const centre = new Float64Array(featureCount);
  const scale = new Float64Array(featureCount);
  for (let i = 0; i < count; i++) {
    const clip = drawClip(random);
    poolRecording(clip, 0, clip.frames);
    cepstra(true, scratch);
    for (let k = 0; k < featureCount; k++) {
      centre[k]! += scratch[k]! / count;
      scale[k]! += scratch[k]! ** 2 / count;
    }
  }
  for (let k = 0; k < featureCount; k++) scale[k] = Math.sqrt(scale[k]! - centre[k]! ** 2);
  usual = { centre, scale };
  return usual;
}

/** @param into [64 × columns], features first: column `column` is written */
function write(normalise: boolean, into: Float32Array, column: number, columns: number): void {
  const { centre, scale } = scaling();
  cepstra(normalise, scratch);
  for (let k = 0; k < featureCount; k++) into[k * columns + column] = (scratch[k]! - centre[k]!) / scale[k]!;
}

/**
 * @param into [64 × columns], features first, as models read them: column `column` is written
 * @example featuresOf(clip, { normalise: true }, new Float32Array(featureCount), 0, 1)
 */
export function featuresOf(
  recording: Recording,
  request: FeatureRequest,
  into: Float32Array,
  column: number,
  columns: number,
): void {
  scaling();
  poolRecording(recording, request.from ?? 0, request.to ?? recording.frames);
  write(request.normalise, into, column, columns);
}

/** The same features from powers of frames, wherever they come from. @param powers [frames × 12] */
export function featuresOfPowers(
  powers: Float32Array,
  request: FeatureRequest,
  into: Float32Array,
  column: number,
  columns: number,
): void {
  const { from = 0, to = powers.length / bandCount } = request;
  const first = Math.floor(from);
  const sums = summed(powers.subarray(first * bandCount, Math.ceil(to) * bandCount));
  featuresOfSums(sums, { ...request, from: from - first, to: to - first }, into, column, columns);
}

/** The same from sums of powers, as `summed` makes them. */
export function featuresOfSums(
  sums: Float64Array,
  request: FeatureRequest,
  into: Float32Array,
  column: number,
  columns: number,
): void {
  const { from = 0, to = sums.length / bandCount - 1 } = request;
  scaling();
  const length = (to - from) / segments;
  pooled.fill(0);
  for (let s = 0; s < segments; s++) {
    const start = from + s * length;
    addBetween(pooled.subarray(s * bandCount, (s + 1) * bandCount), sums, start, start + length, 1 / length);
  }
  for (let i = 0; i < pooled.length; i++) pooled[i] = Math.max(pooled[i]!, selfNoise / 1000);
  write(request.normalise, into, column, columns);
}

export interface ClipSet {
  readonly count: number;
  /** [64, count], features first. */
  readonly inputs: Float32Array;
  /** [count]: the word of each clip. */
  readonly targets: Float32Array;
}

/** Clips of one word each as models read them. */
export function clipSet(clips: readonly Recording[], request: FeatureRequest): ClipSet {
  const count = clips.length;
  const inputs = new Float32Array(featureCount * count);
  clips.forEach((clip, i) => {
    featuresOf(clip, request, inputs, i, count);
  });
  return { count, inputs, targets: Float32Array.from(clips, ({ utterances }) => utterances[0]!.word) };
}
