/**
 * While a knob is dragged and while time plays, axes stand and curves move: an axis holds what it has shown since the gesture
 * began, and grows only where a curve would leave the picture. Afterwards it settles on what is there.
 */
import { useRef } from "react";
import type { HeldRange } from "./kind";
import { kindOf } from "./kinds";
import type { Chart } from "./model";

type Range = readonly [number, number];

const union = (a: Range, b: Range): Range => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

const both = (own: HeldRange, held: HeldRange): HeldRange => ({
  y: union(own.y, held.y),
  ...(own.x && held.x && { x: union(own.x, held.x) }),
});

export const rangeOf = (chart: Chart, pinned: readonly Chart[] = []): HeldRange | undefined =>
  kindOf(chart).range?.(chart, pinned);

/** The chart on axes that hold both its own range and `held`. */
export const onHeldAxes = (chart: Chart, own: HeldRange, held: HeldRange): Chart =>
  kindOf(chart).onRange?.(chart, both(own, held)) ?? chart;

/** Remembers ranges by chart; while `holding`, charts come back on axes that only grow. */
export function useHeldAxes(holding: boolean): (chart: Chart, pinned?: readonly Chart[]) => Chart {
  const ranges = useRef(new Map<string, HeldRange>());
  return (chart, pinned) => {
    const own = rangeOf(chart, pinned);
    if (!own) return chart;
    const held = ranges.current.get(chart.id);
    const standing = holding && held !== undefined;
    const shown = standing ? onHeldAxes(chart, own, held) : chart;
    ranges.current.set(chart.id, standing ? both(own, held) : own);
    return shown;
  };
}
