/**
 * Voice activity detection: which frames of a recording hold a voice, and which stretches are therefore sent on.
 *
 * A detector reads six numbers a frame and knows nothing of what comes later. All of them are dB above the noise floor, so a
 * microphone that is louder as a whole changes nothing. The floor of a band falls at once with a quiet frame and rises slowly.
 * What the detector says of a frame, a probability, is made into stretches by a gate with a threshold, a pre-roll and a hang-over.
 */
import { levelOf } from "./decibels";
import { bandCount } from "./mel";

/** Three neighbouring bands are read together. */
const together = 3;
const groups = bandCount / together;
export const voiceInputs = groups + 2;

/** dB a frame by which a floor rises while it is below the sound: 4 dB a second. */
const rises = 0.04;
/** Share of the way that a floor falls in a frame. */
const falls = 0.3;
/** Frames after which half of what was heard before is forgotten. */
const smooth = { short: 0.5, long: 0.1 };
/** Numbers of standard deviation about 1. */
const scale = 10;
/** Less than any microphone's own noise. */
const least = 1e-8;

/** Reads a recording frame by frame, as it comes. */
export function createVoiceReader(): {
  /** @param powers of a frame, from `offset` on @param into column `column` of [6 × columns] is written */
  read(powers: Float32Array, offset: number, into: Float32Array, column: number, columns: number): void;
} {
  const floor = new Float64Array(groups + 1);
  const now = new Float64Array(groups + 1);
  let before = 0;
  let first = true;
  return {
    read(powers, offset, into, column, columns) {
      let total = 0;
      for (let g = 0; g <= groups; g++) {
        const at = offset + together * g;
        const power = g < groups ? powers[at]! + powers[at + 1]! + powers[at + 2]! : total;
        total += power;
        const level = levelOf(Math.max(least, power));
        now[g] = first ? level : now[g]! + smooth.short * (level - now[g]!);
        if (first) floor[g] = level;
        else if (now[g]! < floor[g]!) floor[g]! += falls * (now[g]! - floor[g]!);
        else floor[g]! += rises;
        into[g * columns + column] = (now[g]! - floor[g]!) / scale - 0.5;
      }
      const above = now[groups]! - floor[groups]!;
      before = first ? above : before + smooth.long * (above - before);
      into[(groups + 1) * columns + column] = before / scale - 0.5;
      first = false;
    },
  };
}

/** When what a detector says is sent on. Frames of 10 ms. */
export interface Gate {
  /** From this mean of the latest probabilities on a frame counts as voiced. */
  readonly threshold: number;
  /** Voiced frames, with as many unvoiced ones taken off, after which sending begins. */
  readonly opensAfter: number;
  /** Frames that are sent from before the opening. */
  readonly preRoll: number;
  /** Unvoiced frames after which sending ends. */
  readonly hangOver: number;
}

/** Frames from `from` (included) to `to` (excluded). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Share of the newest probability in the mean: after three frames half of the mean is new. */
const newest = 0.2;

/** A gate that hears one frame after the other. */
export function createGate({ threshold, opensAfter, hangOver }: Omit<Gate, "preRoll">): {
  /** @returns whether it is open after the frame */
  hear(probability: number): boolean;
} {
  let open = false;
  let voiced = 0;
  let unvoiced = 0;
  let mean = 0;
  return {
    hear(probability) {
      // #region excerpt: gate
      mean += newest * (probability - mean);
      const isVoiced = mean >= threshold;
      if (open) {
        unvoiced = isVoiced ? 0 : unvoiced + 1;
        if (unvoiced > hangOver) {
          open = false;
          voiced = 0;
        }
      } else {
        voiced = isVoiced ? voiced + 1 : Math.max(0, voiced - 1);
        if (voiced >= opensAfter) {
          open = true;
          unvoiced = 0;
        }
      }
      return open;
      // #endregion
    },
  };
}

/** The stretches that are sent; those that touch by their pre-roll are one. */
export function sentStretches(probabilities: ArrayLike<number>, gate: Gate): Stretch[] {
  const found: Stretch[] = [];
  const { hear } = createGate(gate);
  let from: number | undefined;
  const end = (to: number) => {
    if (from === undefined) return;
    const last = found.at(-1);
    if (last && from <= last.to) found[found.length - 1] = { from: last.from, to };
    else found.push({ from, to });
    from = undefined;
  };
  for (let f = 0; f < probabilities.length; f++) {
    if (!hear(probabilities[f]!)) end(f);
    else from ??= Math.max(0, f - gate.preRoll);
  }
  end(probabilities.length);
  return found;
}

export const framesOfStretches = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);
