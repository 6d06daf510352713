/** Where single marks and their names stand. Marks beyond the axes stand at the edge; names give way to each other. Pure. */
import { estimateWidth } from "../../ink/format";
import { type Plane, xPixel, yPixel } from "../plane";
import type { EventMark } from "./model";

export interface PlacedEvent {
  readonly event: EventMark;
  readonly x: number;
  readonly y: number;
  /** Absent where every place is taken, or none is wanted: the table has the name. */
  readonly label?: { readonly x: number; readonly y: number; readonly anchor: "start" | "end" };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const clamp = (value: number, [low, high]: readonly [number, number]) => Math.min(high, Math.max(low, value));

/** The last event is the most important one: its name is placed first. */
export function eventLabels(events: readonly EventMark[], plane: Plane): PlacedEvent[] {
  const { frame, x: xAxis, y: yAxis } = plane;
  const size = frame.tickSize;
  // Beside the plot stand the names of lines.
  const end = frame.direct ? frame.width - frame.right : frame.width;
  const taken: Box[] = [];
  const free = (box: Box) =>
    taken.every((one) => box.right < one.left || box.left > one.right || Math.abs(box.y - one.y) > size * 1.2);
  const place = (event: EventMark): PlacedEvent => {
    const x = xPixel(plane, clamp(event.x, xAxis.range));
    const y = yPixel(plane, clamp(event.y, yAxis.range));
    if (event.quiet) return { event, x, y };
    const width = estimateWidth(event.label, size, 600);
    const sides = (["start", "end"] as const).map((anchor) => ({
      anchor,
      x: anchor === "start" ? x + 9 : x - 9,
      left: anchor === "start" ? x + 9 : x - 9 - width,
      right: anchor === "start" ? x + 9 + width : x - 9,
    }));
    // Beside the mark, to the right where there is room; else a line higher or lower.
    for (const lift of [0, -1.3, 1.3, -2.6])
      for (const { anchor, left, right, ...side } of sides) {
        const box = { left, right, y: y + lift * size };
        if (left < 0 || right + 3 > end || box.y < size || !free(box)) continue;
        taken.push(box);
        return { event, x, y, label: { x: side.x, y: box.y + size * 0.36, anchor } };
      }
    return { event, x, y };
  };
  return events
    .filter((event) => Number.isFinite(clamp(event.x, xAxis.range)) && Number.isFinite(event.y))
    .toReversed()
    .map(place)
    .toReversed();
}
