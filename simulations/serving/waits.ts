/** Within what time 99 of 100 requests are answered, per replica; and figures of all replicas at a part of the period. */
import { quantile } from "../core/statistics/quantile";
import type { Run } from "../runtime/experiment-state";
import type { Option } from "../ui/results/verdict";
import { binFromMs, latencyBins, limitMs, periodParts, type ServingFrame } from "./frames";

export type ServingRun = Run<ServingFrame>;

/** Figures of a frame that hold one number per replica. */
export type Figure = Exclude<
  { [Name in keyof ServingFrame]: ServingFrame[Name] extends Float32Array ? Name : never }[keyof ServingFrame],
  "histogram"
>;

/** Frames by part, each part's in the order of replicas. Parts that have not arrived are empty. */
export function framesByPart(run: ServingRun | undefined): ServingFrame[][] {
  const parts: ServingFrame[][] = Array.from({ length: periodParts }, () => []);
  for (const frame of run?.frames ?? []) parts[frame.moment]!.push(frame);
  return parts;
}

/** One figure of every replica; −1 in a frame ("none yet") becomes NaN. */
export function figures(frames: readonly ServingFrame[], name: Figure): number[] {
  return frames.flatMap((frame) => Array.from(frame[name], (value) => (value < 0 ? Number.NaN : value)));
}

export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Median and the middle 80 % of the values that are there; NaN when none is. */
export function spreadOf(values: readonly number[]): Spread {
  const there = values.filter((value) => !Number.isNaN(value));
  if (there.length === 0) return { low: Number.NaN, middle: Number.NaN, high: Number.NaN };
  return { low: quantile(there, 0.1), middle: quantile(there, 0.5), high: quantile(there, 0.9) };
}

/** Requests of every replica so far that never have an answer, as a share. */
export function unansweredShares(frames: readonly ServingFrame[]): number[] {
  const [answered, rejected, lost] = (["answered", "rejected", "lost"] as const).map((name) => figures(frames, name));
  return answered!.map((count, r) => {
    const without = rejected![r]! + lost![r]!;
    return without / Math.max(1, count + without);
  });
}

/**
 * The time within which 99 of 100 requests of a replica so far are answered, in ms. A request that is never answered waits
 * for ever, so there is no such time (Infinity) when that is more than one in a hundred, or when the queue grows without end.
 * Between no loss and that limit it is read from the histogram, evenly on the logarithmic scale within a bin.
 */
export function waitOf99(frame: ServingFrame, r: number): number {
  if (frame.unstable) return Number.POSITIVE_INFINITY;
  const answered = frame.answered[r]!;
  const all = answered + frame.rejected[r]! + frame.lost[r]!;
  if (all === answered && answered > 0) return frame.p99Ms[r]!;
  const needed = 0.99 * all;
  if (answered === 0 || needed > answered) return Number.POSITIVE_INFINITY;
  const replicas = frame.answered.length;
  let before = 0;
  for (let bin = 0; bin < latencyBins; bin++) {
    const count = frame.histogram[bin * replicas + r]!;
    if (before + count >= needed) {
      const share = (needed - before) / count;
      return binFromMs(bin) * (binFromMs(bin + 1) / binFromMs(bin)) ** share;
    }
    before += count;
  }
  return Number.POSITIVE_INFINITY;
}

/** Upper ends in ms of the times to choose from. */
const [short, felt] = [30, 300];
const bounds = [short, limitMs, felt, Number.MAX_VALUE, Number.POSITIVE_INFINITY];

export const options: readonly Option[] = [
  { id: "short", label: `Within ${short} ms` },
  { id: "real-time", label: `${short} to ${limitMs} ms` },
  { id: "felt", label: `${limitMs} to ${felt} ms` },
  { id: "long", label: `More than ${felt} ms` },
  { id: "never", label: "There is no such time" },
];

export const optionOf = (wait: number): Option => options[bounds.findIndex((bound) => wait <= bound)]!;

/** Every replica's wait at the end of the period. */
export function waits(run: ServingRun): number[] {
  const last = framesByPart(run).at(-1)!;
  return last.flatMap((frame) => Array.from(frame.answered, (_, r) => waitOf99(frame, r)));
}
