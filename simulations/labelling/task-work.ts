/** What a reader has done of "Label twelve clips", and how far the labels agree. Pure. */
import { multiclassMetrics } from "../core/metrics/multiclass";
import { type TaskClip, wordNames } from "./frames";

export const clipCount = 12;
/** A label of its own: who cannot tell agrees with nobody who can. */
export const cannotTell = wordNames.length;
export const labelTexts: readonly string[] = [...wordNames, "cannot tell"];
const labelNumbers = labelTexts.map((_, i) => i);

export interface Work {
  /** The clips are drawn by it. */
  readonly seed: number;
  /** Labels so far, in the order of the clips. */
  readonly labels: readonly number[];
  readonly skipped?: boolean;
}

export const nothingYet: Work = { seed: 1, labels: [] };

const mostSeed = 1_000_000;
const isWhole = (value: unknown, most: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;

/** What the device kept, as far as it makes sense. */
export function readWork(saved: unknown): Work {
  if (typeof saved !== "object" || saved === null) return nothingYet;
  const { seed, labels, skipped } = saved as Readonly<Record<string, unknown>>;
  if (!isWhole(seed, mostSeed) || !Array.isArray(labels) || labels.length > clipCount) return nothingYet;
  if (!labels.every((label) => isWhole(label, cannotTell))) return nothingYet;
  return { seed, labels, ...(skipped === true && { skipped }) };
}

export const isDone = ({ labels, skipped }: Work): boolean => skipped === true || labels.length === clipCount;

/** The next twelve clips, none of them labelled. */
export const another = ({ seed }: Work): Work => ({ seed: (seed + 1) % mostSeed, labels: [] });

export interface Agreement {
  readonly same: number;
  readonly of: number;
  /** Cohen's kappa; NaN where chance alone would always agree. */
  readonly kappa: number;
}

export function agreementOf(a: readonly number[], b: readonly number[]): Agreement {
  const same = a.filter((label, i) => label === b[i]).length;
  return { same, of: a.length, kappa: multiclassMetrics(a, b, labelNumbers).cohenKappa };
}

/** Of the clips that came twice, how many got the same label again. */
export function withThemselves(clips: readonly TaskClip[], labels: readonly number[]) {
  const twice = clips.flatMap(({ again }, i) => (again === undefined ? [] : [labels[i] === labels[again]]));
  return { same: twice.filter(Boolean).length, of: twice.length };
}
