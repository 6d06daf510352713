/** Tones for the gallery and for tests: their powers are measured from their samples, as those of a real sound are. */
import type { Sound } from "../../runtime/sound";

const RATE = 8000;
/** A frame of 25 ms, one every 10 ms. */
const FRAME = 200;
const HOP = 80;

/** Edges equally wide in mel (O'Shaughnessy 1987). */
const mel = (hz: number) => 2595 * Math.log10(1 + hz / 700);
const EDGES = Array.from({ length: 13 }, (_, i) => {
  const at = mel(100) + ((mel(3800) - mel(100)) * i) / 12;
  return 700 * (10 ** (at / 2595) - 1);
});
export const bands = EDGES.slice(1).map((to, i) => ({ from: EDGES[i]!, to }));

/** Power of one frame in every band, by a plain Fourier sum under a Hann window. */
function powersAt(samples: Float32Array, from: number): number[] {
  const powers = bands.map(() => 0);
  for (let bin = 1; bin <= FRAME / 2; bin++) {
    const hz = (bin * RATE) / FRAME;
    const band = bands.findIndex((each) => each.from <= hz && hz < each.to);
    if (band < 0) continue;
    let [re, im] = [0, 0];
    for (let i = 0; i < FRAME; i++) {
      const value = samples[from + i]! * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / FRAME));
      re += value * Math.cos((2 * Math.PI * bin * i) / FRAME);
      im += value * Math.sin((2 * Math.PI * bin * i) / FRAME);
    }
    powers[band]! += (re * re + im * im) / FRAME ** 2;
  }
  return powers;
}

/** @param at the sample of a moment, s */
export function soundOf(seconds: number, at: (t: number) => number): Sound {
  const samples = Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => at(i / RATE));
  const frames = Math.max(0, Math.floor((samples.length - FRAME) / HOP) + 1);
  const powers = Float32Array.from(Array.from({ length: frames }, (_, frame) => powersAt(samples, frame * HOP)).flat());
  return { samples, rate: RATE, powers, step: HOP / RATE, bands };
}

/** A tone from one moment to another that glides from one frequency to another; before and after a faint hum. */
export function glide(seconds: number, from: number, to: number, low: number, high: number, level = 0.4): Sound {
  return soundOf(seconds, (t) => {
    const hum = 0.004 * Math.sin(2 * Math.PI * 1700 * t);
    if (t < from || t >= to) return hum;
    const along = t - from;
    const phase = low * along + ((high - low) * along ** 2) / (2 * (to - from));
    return hum + level * Math.sin((Math.PI * along) / (to - from)) ** 0.5 * Math.sin(2 * Math.PI * phase);
  });
}
