/**
 * What a recogniser reads of a recording: 64 numbers, the first eight mel-frequency cepstral coefficients (Davis and
 * Mermelstein 1980) in each of eight equal parts, from the powers of words and noise and without a waveform.
 */

import { createRandom } from "../../random";
import { logOf } from "./decibels";
import { bandCount } from "./mel";
import { pooled, poolRecording, poolSums, segments, summed } from "./pooled";
import { drawClip, type Recording } from "./recording";

const coefficients = 8;
export const featureCount = segments * coefficients;

export interface FeatureRequest {
  /** Whether every clip is brought to the same mean power first (volume normalisation). */
  readonly normalise: boolean;
  /** The frames that are heard, all unless given; they may be broken numbers. */
  readonly from?: number;
  readonly to?: number;
}

/** Natural logarithms become dB. */
const decibels = 10 / Math.LN10;
const half = bandCount / 2;
/** The lower half of the discrete cosine transform, [8 × 6], of logarithms into dB: cosines of even numbers mirror in the upper half, the others with the sign changed. */
const cosines = Float64Array.from({ length: coefficients * half }, (_, i) => {
  const coefficient = Math.floor(i / half);
  // Rounded, as logarithms are.
  return decibels * Math.fround(Math.cos((Math.PI * coefficient * ((i % half) + 0.5)) / bandCount));
});
/** Sums of the logarithms of mirrored bands, then their differences. */
const folded = new Float64Array(bandCount);
/** [8 × 8], part by part. */
const scratch = new Float64Array(featureCount);

/** Coefficients of what was pooled, into `scratch`: in dB and not yet scaled. */
function cepstra(): void {
  for (let s = 0; s < segments; s++) {
    for (let b = 0; b < half; b++) {
      const low = logOf(pooled[s * bandCount + b]!);
      const high = logOf(pooled[(s + 1) * bandCount - 1 - b]!);
      folded[b] = low + high;
      folded[half + b] = low - high;
    }
    for (let c = 0; c < coefficients; c++) {
      const from = c % 2 === 0 ? 0 : half;
      let sum = 0;
      for (let b = 0; b < half; b++) sum += cosines[c * half + b]! * folded[from + b]!;
      scratch[s * coefficients + c] = sum;
    }
  }
}

/** A clip that is louder as a whole has a larger first coefficient in each part, and no other is changed. @returns by how much */
function loudness(): number {
  let sum = 0;
  for (let i = 0; i < pooled.length; i++) sum += pooled[i]!;
  return bandCount * decibels * logOf(sum / segments);
}

interface Scaling {
  readonly centre: Float64Array;
  /** 1 / standard deviation. */
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
    cepstra();
    normalise();
    for (let k = 0; k < featureCount; k++) {
      centre[k]! += scratch[k]! / count;
      scale[k]! += scratch[k]! ** 2 / count;
    }
  }
  for (let k = 0; k < featureCount; k++) scale[k] = 1 / Math.sqrt(scale[k]! - centre[k]! ** 2);
  usual = { centre, scale };
  return usual;
}

/** Writes every `step`-th of the numbers in `scratch`, scaled. @param into [64 × columns], features first: column `column` is written */
function put(into: Float32Array, column: number, columns: number, step = 1): void {
  const { centre, scale } = scaling();
  for (let k = 0; k < featureCount; k += step) into[k * columns + column] = (scratch[k]! - centre[k]!) * scale[k]!;
}

function normalise(): void {
  const louder = loudness();
  for (let k = 0; k < featureCount; k += coefficients) scratch[k]! -= louder;
}

/** Features of what was pooled. */
function write(normalised: boolean, into: Float32Array, column: number, columns: number): void {
  cepstra();
  if (normalised) normalise();
  put(into, column, columns);
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
  { normalise: normalised, from = 0, to = sums.length / bandCount - 1 }: FeatureRequest,
  into: Float32Array,
  column: number,
  columns: number,
): void {
  scaling();
  poolSums(sums, from, to);
  write(normalised, into, column, columns);
}

export interface ClipSet {
  readonly count: number;
  /** [64, count], features first. */
  readonly inputs: Float32Array;
  /** [count]: the word of each clip. */
  readonly targets: Float32Array;
}

const wordsOf = (clips: readonly Recording[]) => Float32Array.from(clips, ({ utterances }) => utterances[0]!.word);

/** Clips of one word each as models read them. */
export function clipSet(clips: readonly Recording[], request: FeatureRequest): ClipSet {
  const count = clips.length;
  const inputs = new Float32Array(featureCount * count);
  clips.forEach((clip, i) => {
    featuresOf(clip, request, inputs, i, count);
  });
  return { count, inputs, targets: wordsOf(clips) };
}

/** The same clips without and with normalisation of their volume, made together: most of the numbers are the same. */
export function clipSets(clips: readonly Recording[]): { readonly raw: ClipSet; readonly normalised: ClipSet } {
  const count = clips.length;
  const raw = new Float32Array(featureCount * count);
  const normalised = new Float32Array(featureCount * count);
  clips.forEach((clip, i) => {
    featuresOf(clip, { normalise: false }, raw, i, count);
    normalise();
    put(normalised, i, count, coefficients);
  });
  for (let k = 0; k < featureCount; k++)
    if (k % coefficients !== 0) normalised.set(raw.subarray(k * count, (k + 1) * count), k * count);
  const targets = wordsOf(clips);
  return { raw: { count, inputs: raw, targets }, normalised: { count, inputs: normalised, targets } };
}
