/** Metrics of every stage, recording by recording, and how far they have moved from the reference window. */
import { step } from "../core/worlds/clips/mel";
import { framesOfStretches, type Stretch } from "../core/worlds/clips/voice";
import type { Listened } from "./engine-detector";
import type { Answers } from "./engine-recogniser";
import { metrics } from "./frames";

/** A stretch that begins with a frame of this probability or more begins within a word. */
const voiced = 0.5;

/** [metric][recording]; without a stretch a recording has no length and no answers. */
export function metricsOf(
  { capture, voices }: Listened,
  stretches: readonly (readonly Stretch[])[],
  { words, confidences }: Answers,
): readonly (readonly number[])[] {
  const mean = (values: ArrayLike<number>) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i]!;
    return sum / values.length;
  };
  const found: number[][] = metrics.map(() => []);
  voices.forEach(({ length }, i) => {
    const own = stretches[i]!;
    const sent = framesOfStretches(own);
    const values = [
      ...capture[i]!,
      sent / length,
      (60 * own.length) / (length * step),
      (sent * step) / own.length,
      mean(own.map(({ from }) => (voices[i]![from]! >= voiced ? 1 : 0))),
      mean(confidences[i]!),
      mean(words[i]!.map((word) => (word < 0 ? 1 : 0))),
    ];
    values.forEach((value, m) => {
      if (Number.isFinite(value)) found[m]!.push(value);
    });
  });
  return found;
}

export interface Moved {
  readonly reference: number;
  readonly current: number;
  /** The difference in standard errors of the difference (Welch 1947). */
  readonly moved: number;
}

function moments(values: readonly number[]): { mean: number; error: number } {
  const n = values.length;
  if (n === 0) return { mean: 0, error: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: n > 1 ? square / (n - 1) / n : 0 };
}

/** More than this is not told: what never varied has no standard error. */
const mostMoved = 99;

export function movedBy(reference: readonly number[], current: readonly number[]): Moved {
  const before = moments(reference);
  const now = moments(current);
  const difference = now.mean - before.mean;
  const moved = difference === 0 ? 0 : difference / Math.sqrt(before.error + now.error);
  return {
    reference: before.mean,
    current: now.mean,
    moved: Math.min(mostMoved, Math.max(-mostMoved, moved)),
  };
}
