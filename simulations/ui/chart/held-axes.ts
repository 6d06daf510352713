/**
 * While a knob is dragged and while time plays, axes stand and curves move: an axis holds what it has shown since the gesture
 * began, and grows only where a curve would leave the picture. Afterwards it settles on what is there.
 */
import { useRef } from "react";
import { valueAxisOf } from "./axes";
import type { Chart, LineChart } from "./model";

type Range = readonly [number, number];

export interface HeldRange {
  readonly y: Range;
  readonly x?: Range;
}

const union = (a: Range, b: Range): Range => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

export function rangeOf(chart: Chart, pinned: readonly LineChart[] = []): HeldRange | undefined {
  switch (chart.kind) {
    case "lines":
      return { y: valueAxisOf([chart, ...pinned]).range };
    case "scatter":
      return { x: [chart.x.min, chart.x.max], y: [chart.y.min, chart.y.max] };
    case "bars":
      return { x: [chart.x.min, chart.x.max], y: [0, chart.y.max] };
    case "intervals":
      return { x: [chart.x.min, chart.x.max], y: [0, 1] };
    case "histograms":
      return { y: [0, chart.y.max] };
    case "strips":
      return undefined;
  }
}

/** The chart on axes that hold both its own range and `held`. */
export function onHeldAxes(chart: Chart, own: HeldRange, held: HeldRange): Chart {
  const y = union(own.y, held.y);
  const x = own.x && held.x ? union(own.x, held.x) : undefined;
  if (chart.kind === "lines") return { ...chart, y: { ...chart.y, min: y[0], max: y[1], held: true } };
  if (chart.kind === "bars")
    return { ...chart, x: { ...chart.x, min: x![0], max: x![1] }, y: { ...chart.y, max: y[1] } };
  if (chart.kind === "histograms") return { ...chart, y: { max: y[1] } };
  if (chart.kind === "scatter")
    return { ...chart, x: { ...chart.x, min: x![0], max: x![1] }, y: { ...chart.y, min: y[0], max: y[1] } };
  if (chart.kind === "intervals") return { ...chart, x: { ...chart.x, min: x![0], max: x![1] } };
  return chart;
}

/** Remembers ranges by chart; while `holding`, charts come back on axes that only grow. */
export function useHeldAxes(holding: boolean): (chart: Chart, pinned?: readonly LineChart[]) => Chart {
  const ranges = useRef(new Map<string, HeldRange>());
  return (chart, pinned) => {
    const own = rangeOf(chart, pinned);
    if (!own) return chart;
    const held = ranges.current.get(chart.id);
    const standing = holding && held !== undefined;
    const shown = standing ? onHeldAxes(chart, own, held) : chart;
    ranges.current.set(
      chart.id,
      standing ? { y: union(own.y, held.y), x: own.x && held.x && union(own.x, held.x) } : own,
    );
    return shown;
  };
}
