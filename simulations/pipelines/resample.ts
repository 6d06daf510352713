/**
 * Sound at any rate turned into 8,000 samples a second, piece by piece as it comes: what lies above 3,600 Hz is taken away first,
 * or it would be heard at wrong frequencies. A sine over its argument behind a Hann window, as wide as 16 of its own zeros.
 */
import { rate } from "../core/worlds/clips/mel";

const zeros = 16;
const cut = 3600;

/** @param from samples a second that come in @throws RangeError when it is not a number above 0 */
export function createResampler(from: number): (samples: Float32Array) => Float32Array {
  if (!(from > 0)) throw new RangeError(`from must be above 0, got ${from}`);
  const perSample = from / rate;
  /** Share of the incoming rate that passes. */
  const passes = Math.min(0.45, cut / from);
  const reach = Math.ceil(zeros / (2 * passes));
  const weight = (distance: number) => {
    if (Math.abs(distance) >= reach) return 0;
    const x = 2 * passes * distance;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return 2 * passes * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
  };
  let kept = new Float32Array(reach);
  /** Where the next sample lies among those kept. */
  let next = reach;
  return (samples) => {
    const all = new Float32Array(kept.length + samples.length);
    all.set(kept);
    all.set(samples, kept.length);
    const count = Math.max(0, Math.floor((all.length - reach - next) / perSample) + 1);
    const out = new Float32Array(count);
    for (let n = 0; n < count; n++) {
      const centre = next + n * perSample;
      let sum = 0;
      const last = Math.min(all.length - 1, Math.floor(centre + reach));
      for (let i = Math.max(0, Math.ceil(centre - reach)); i <= last; i++) sum += all[i]! * weight(i - centre);
      out[n] = sum;
    }
    next += count * perSample;
    const drop = Math.max(0, Math.min(all.length, Math.floor(next) - reach));
    kept = all.slice(drop);
    next -= drop;
    return out;
  };
}
