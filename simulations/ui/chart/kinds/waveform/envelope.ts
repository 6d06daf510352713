/** The lowest and the highest sample of stretches of equal length. Pure. */
import type { WaveformChart } from "./model";

export interface Envelope {
  /** Where each stretch begins on x; they are `step` long. */
  readonly x: readonly number[];
  readonly step: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

type Sampled = Pick<WaveformChart, "samples" | "start" | "rate">;

/** A peak is never lost, however few stretches there are; with fewer samples than stretches each sample is one. */
export function envelopeOf({ samples, start, rate }: Sampled, most: number): Envelope {
  const count = Math.max(0, Math.min(Math.floor(most), samples.length));
  const low: number[] = [];
  const high: number[] = [];
  for (let i = 0; i < count; i++) {
    const to = Math.ceil(((i + 1) * samples.length) / count);
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let k = Math.floor((i * samples.length) / count); k < to; k++) {
      const value = samples[k]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    low.push(least);
    high.push(most);
  }
  const step = count > 0 ? samples.length / rate / count : 0;
  return { x: low.map((_, i) => start + i * step), step, low, high };
}
