/** Learning curves read between their points: on an axis of the logarithm of clips, and never falling. Pure. */
import { curveSizes } from "./frames";

/** As good as the best so far: a model that happened to be worse with more clips does not count against more clips. */
const rising = (curve: readonly number[]): number[] => curve.map((_, s) => Math.max(...curve.slice(0, s + 1)));

/** Accuracy with so many clips, between the smallest and the largest size of the curve. */
export function accuracyAt(curve: readonly number[], clips: number): number {
  const s = Math.max(
    1,
    curve.findIndex((_, at) => curveSizes[at]! >= clips),
  );
  const [from, to] = [curveSizes[s - 1]!, curveSizes[s]!];
  const share = Math.min(1, Math.max(0, Math.log(clips / from) / Math.log(to / from)));
  return curve[s - 1]! + share * (curve[s]! - curve[s - 1]!);
}

/** How many clips reach an accuracy; at least the smallest size, Infinity where the curve ends below. */
export function clipsFor(curve: readonly number[], accuracy: number): number {
  const best = rising(curve);
  const s = best.findIndex((value) => value >= accuracy);
  if (s < 0) return Number.POSITIVE_INFINITY;
  if (s === 0) return curveSizes[0];
  const share = (accuracy - best[s - 1]!) / (best[s]! - best[s - 1]!);
  return curveSizes[s - 1]! * (curveSizes[s]! / curveSizes[s - 1]!) ** share;
}
