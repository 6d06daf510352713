/** Where a handle stands and what it may be set to, from the frame of its chart. Pure. */
import { type NumberKnob, snap } from "../../runtime/knobs";
import type { DrawnAxis } from "./axes";
import type { ChartHandle } from "./base";
import type { ChartFrame } from "./frame";
import { project, type Spread, unproject } from "./scale";

export interface HandlePlace {
  readonly range: readonly [number, number];
  readonly spread?: Spread;
  /** Edges of the plot in px of the picture. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The place of a handle in a chart drawn on this frame. */
export const placeOf = (frame: ChartFrame, x: DrawnAxis): HandlePlace => ({
  range: x.range,
  spread: x.log,
  left: frame.left,
  right: frame.width - frame.right,
  top: frame.top,
  bottom: frame.height - frame.bottom,
});

/** A value beyond the axis stands at its end. */
export function handlePixel({ offset = 0 }: ChartHandle, { range, spread, left, right }: HandlePlace, value: number) {
  return project(Math.min(range[1], Math.max(range[0], value + offset)), range, left, right, spread);
}

export function handleValue({ offset = 0 }: ChartHandle, place: HandlePlace, pixel: number): number {
  const { range, spread, left, right } = place;
  return unproject(Math.min(right, Math.max(left, pixel)), range, left, right, spread) - offset;
}

/** What the handle can be set to: the knob's values that are on the axis. */
export function boundsOf(knob: NumberKnob, { offset = 0 }: ChartHandle, { range }: HandlePlace): [number, number] {
  const inside = (value: number) => value + offset >= range[0] - 1e-9 && value + offset <= range[1] + 1e-9;
  const low = snap(knob, Math.max(knob.min, range[0] - offset));
  const high = snap(knob, Math.min(knob.max, range[1] - offset));
  return [inside(low) ? low : snap(knob, low + knob.step), inside(high) ? high : snap(knob, high - knob.step)];
}
