/**
 * Automatic gain: makes a recording louder where it has been quiet. It follows the level of the recent sound, fast when the
 * sound gets louder and slowly when it gets quieter, and brings it to the level of usual words, so that in a pause it lifts the
 * noise up to the level of speech.
 */
import { levelOf, powerOf } from "./decibels";
import { bandCount, hop } from "./mel";

/** dB a frame: how fast the followed level falls, 10 dB a second. */
const release = 0.1;
/** Share of the way to a louder level in a frame. */
const attack = 0.25;
/** The least and the most gain, dB. */
const most = { down: -12, up: 20 };

/** Factors of power, one a frame. @param powers [frames × 12], usual words have power 1 */
export function automaticGains(powers: Float32Array): Float32Array {
  const gains = new Float32Array(powers.length / bandCount);
  let followed = 0;
  for (let f = 0; f < gains.length; f++) {
    let power = 0;
    for (let b = 0; b < bandCount; b++) power += powers[f * bandCount + b]!;
    const level = levelOf(power);
    followed = level > followed ? followed + attack * (level - followed) : Math.max(level, followed - release);
    gains[f] = powerOf(Math.min(most.up, Math.max(most.down, -followed)));
  }
  return gains;
}

/** Powers after factors that stand for a frame each. */
export function amplifiedPowers(powers: Float32Array, gains: Float32Array): Float32Array {
  const out = new Float32Array(powers.length);
  for (let f = 0, i = 0; f < gains.length; f++)
    for (let b = 0; b < bandCount; b++, i++) out[i] = powers[i]! * gains[f]!;
  return out;
}

/** Samples after the same factors; between the middles of frames they follow a straight line. */
export function amplifiedSamples(samples: Float32Array, gains: Float32Array): Float32Array {
  const last = gains.length - 1;
  return samples.map((sample, i) => {
    // The first frame's middle is sample 100, the middle of 200.
    const at = Math.min(last, Math.max(0, i / hop - 1.25));
    const low = Math.min(last, Math.floor(at));
    const high = Math.min(last, low + 1);
    const gain = gains[low]! + (at - low) * (gains[high]! - gains[low]!);
    return sample * Math.sqrt(gain);
  });
}
