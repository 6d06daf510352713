/** Where the names of the rows stand. */
import { estimateWidth } from "../../../ink/format";
import type { IntervalChart } from "./model";

/** Names may take this share of the width from the intervals. */
const most = 0.42;
/** Between a name and the axis, px. */
const gap = 16;

export interface NamesPlace {
  /** Where the axis begins, px. */
  readonly left: number;
  /** Height of a line of its own above each interval, px; 0 where names stand beside their intervals. */
  readonly over: number;
}

/** Beside the intervals, or above them where a name is too long for that. */
export function namesPlace(rows: IntervalChart["rows"], width: number, size: number): NamesPlace {
  const names = Math.max(0, ...rows.map(({ label }) => estimateWidth(label, size, 500)));
  const left = Math.ceil(names) + gap;
  return left <= width * most ? { left, over: 0 } : { left: gap, over: size * 1.1 };
}
