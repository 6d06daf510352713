/** Outlines of histograms, and labels that give way to each other. Pure, in px. */
import { estimateWidth } from "../../../ink/format";

/** The outline of bars that stand side by side: from the axis up, over all tops, and back to the axis. */
export function barPath(tops: readonly number[], edges: readonly number[], bottom: number): string {
  const steps = tops.map((y, i) => `V${y.toFixed(1)}H${edges[i + 1]!.toFixed(1)}`);
  return `M${(edges[0] ?? 0).toFixed(1)},${bottom}${steps.join("")}V${bottom}Z`;
}

/** Ticks with room for their text: of two that would touch, the later one is left out. */
export function shownTicks(
  ticks: readonly number[],
  pixel: (value: number) => number,
  size: number,
): { value: number; x: number; text: string }[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.flatMap((value) => {
    const text = String(value);
    const [x, half] = [pixel(value), estimateWidth(text, size) / 2];
    if (x - half < free) return [];
    free = x + half + 6;
    return [{ value, x, text }];
  });
}

export interface PairRequest {
  /** Widths of the two texts. */
  readonly before: number;
  readonly after: number;
  /** They stand on both sides of this. */
  readonly at: number;
  readonly gap: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Where two labels stand, one ending before `at`, one beginning after it: the end of the first, the start of the second.
 * At an edge both move inwards together. Undefined where there is no room for both.
 */
export function placePair({ before, after, at, gap, left, right }: PairRequest): [number, number] | undefined {
  if (before + after + 2 * gap > right - left) return undefined;
  const middle = Math.min(right - after - gap, Math.max(left + before + gap, at));
  return [middle - gap, middle + gap];
}
