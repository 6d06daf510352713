/**
 * When and how the world changes: which share of a month's examples follows the new world, month by month.
 *
 *   sudden       0 before the onset, 1 from it on
 *   gradual      each example comes from the new world with probability p = 1 / (1 + exp(−4 (t − p₀) / w)), the sigmoid of
 *                MOA's ConceptDriftStream (Bifet et al. 2010), here with w = 4 months and p₀ = onset + 4, so that the first
 *                new examples turn up at the onset
 *   incremental  the world itself moves, in six equal monthly steps from the onset on: every example is equally "between"
 *   recurring    new for three months from the onset, then old for three, and so on, like seasons
 *
 * The names follow Gama et al. (2014).
 *
 * @example driftAt("incremental", 13, 12) // { level: 1 / 3, mixed: false }
 */
import { checkOneOf } from "../check";
import type { Random } from "../random";

export const shapes = ["none", "sudden", "gradual", "incremental", "recurring"] as const;
export type Shape = (typeof shapes)[number];

export interface DriftMoment {
  /** 0: the old world, 1: the new one. */
  readonly level: number;
  /** true: a share `level` of the examples is new and the rest old; false: every example is at `level`. */
  readonly mixed: boolean;
}

export const gradualWidthMonths = 4;
export const incrementalSteps = 6;
export const recurringMonths = 3;

/** @param month and @param onset in months. @throws RangeError for an unknown shape */
export function driftAt(shape: Shape, month: number, onset: number): DriftMoment {
  checkOneOf("shape", shape, shapes);
  const since = month - onset;
  switch (shape) {
    case "none":
      return { level: 0, mixed: false };
    case "sudden":
      return { level: since >= 0 ? 1 : 0, mixed: false };
    case "gradual":
      return { level: Math.fround(1 / (1 + Math.exp((-4 * (since - 4)) / gradualWidthMonths))), mixed: true };
    case "incremental":
      return { level: Math.min(1, Math.max(0, (since + 1) / incrementalSteps)), mixed: false };
    case "recurring":
      return { level: since >= 0 && Math.floor(since / recurringMonths) % 2 === 0 ? 1 : 0, mixed: false };
  }
}

/** The level of each of `count` examples of one month. Draws only when the examples are mixed. */
export function drawLevels({ level, mixed }: DriftMoment, count: number, random: Random): Float32Array {
  const levels = new Float32Array(count).fill(mixed ? 0 : level);
  if (mixed) for (let i = 0; i < count; i++) levels[i] = random.chance(level) ? 1 : 0;
  return levels;
}
