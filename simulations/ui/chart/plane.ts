/** Where a figure stands in a chart with two axes, px. Pure. */
import type { DrawnAxis } from "./axes";
import type { ChartFrame } from "./frame";
import { project } from "./scale";

export interface Plane {
  readonly frame: ChartFrame;
  readonly x: DrawnAxis;
  readonly y: DrawnAxis;
}

export const xPixel = ({ x, frame }: Plane, value: number): number =>
  project(value, x.range, frame.left, frame.width - frame.right, x.log);

export const yPixel = ({ y, frame }: Plane, value: number): number =>
  project(value, y.range, frame.height - frame.bottom, frame.top, y.log);
