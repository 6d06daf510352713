/** Within what time 99 of 100 requests of a replica are answered, and the times to choose from. */
import type { Option } from "../ui/results/verdict";
import { binFromMs, latencyBins, limitMs, type ServingFrame } from "./frames";

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
