/**
 * The clips of a seed: one stock for training and one for testing, from which every replica takes its own. Drawing clips takes
 * longer than training on them, so replicas share a stock, as repetitions with real recordings would.
 */
import { createRandom } from "../core/random";
import type { Steps } from "../core/steps";
import { clipSets, featureCount } from "../core/worlds/clips/features";
import { drawClip, type Recording } from "../core/worlds/clips/recording";
import { levels, stockSizes } from "./plan";

const frameMs = 10;
const shortest = 30;
export type Purpose = keyof typeof stockSizes;

export interface Stock {
  readonly clips: readonly Recording[];
  /** [64 × clips], features first. */
  readonly normalised: Float32Array;
  readonly raw: Float32Array;
}

export interface StockRequest {
  readonly seed: number;
  readonly snr: number;
  /** The longest silence kept, ms. */
  readonly silence: number;
}

export function* drawStock(purpose: Purpose, { seed, snr, silence }: StockRequest): Steps<Stock> {
  const random = createRandom(seed, "labelling clips", purpose);
  const request = { snr, level: levels[purpose], silence: { min: shortest / frameMs, max: silence / frameMs } };
  const count = stockSizes[purpose];
  const clips = Array.from({ length: count }, () => drawClip(random, request));
  yield;
  const { normalised, raw } = clipSets(clips);
  return { clips, normalised: normalised.inputs, raw: raw.inputs };
}

/** The features of the first clips of several. @param inputs [64 × all] @returns [64 × count] */
export function firstOf(inputs: Float32Array, count: number): Float32Array {
  const all = inputs.length / featureCount;
  const first = new Float32Array(featureCount * count);
  for (let k = 0; k < featureCount; k++) first.set(inputs.subarray(k * all, k * all + count), k * count);
  return first;
}

/** The features of some clips of a stock, in their order. @returns [64 × which] */
export function inputsOf(stock: Stock, normalised: boolean, which: ArrayLike<number>): Float32Array {
  const all = normalised ? stock.normalised : stock.raw;
  const count = which.length;
  const columns = stock.clips.length;
  const inputs = new Float32Array(featureCount * count);
  for (let k = 0; k < featureCount; k++)
    for (let i = 0; i < count; i++) inputs[k * count + i] = all[k * columns + which[i]!]!;
  return inputs;
}
