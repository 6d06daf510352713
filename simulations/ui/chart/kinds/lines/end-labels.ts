/** Where the labels at the ends of lines stand. Pure. */
import { estimateWidth, formatNumber } from "../../../ink/format";
import type { Role } from "../../base";
import { type Plane, xPixel, yPixel } from "../../plane";
import { pushApart } from "../../push-apart";
import type { LineChart } from "./model";

export interface EndLabel {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly value: string;
  /** End of the line, px in the chart. */
  readonly x: number;
  readonly y: number;
  /** Start of the text and middle of its height. */
  readonly labelX: number;
  readonly labelY: number;
  /** End of the text. */
  readonly right: number;
}

/** The last figure of every line, in the order of the series; lines without one are left out. */
export function endValues(chart: LineChart): { id: string; role: Role; name: string; value: string; at: number }[] {
  return chart.series.flatMap((series) => {
    const at = series.y.findLastIndex(Number.isFinite);
    if (at < 0 || series.planned || series.bare) return [];
    const value = series.figure ?? formatNumber(series.y[at]!, chart.digits, chart.y.format);
    return [{ id: series.id, role: series.role, name: series.label, value, at }];
  });
}

/** From the line's end to its label, px at normal size. */
const REACH = 36;

export function endLabels(chart: LineChart, plane: Plane): EndLabel[] {
  const { frame } = plane;
  const size = frame.labelSize;
  const ends = endValues(chart).map((end) => {
    const series = chart.series.find((one) => one.id === end.id)!;
    // A line that ends beyond the axis is named where it leaves the picture.
    const y = Math.min(frame.height - frame.bottom, Math.max(frame.top, yPixel(plane, series.y[end.at]!)));
    return { ...end, x: xPixel(plane, series.x[end.at]!), y };
  });
  const placed = pushApart(
    ends.map((end) => end.y),
    size * 1.5,
    frame.top - 2,
    // Large type would reach into the title of the axis.
    frame.height - frame.bottom - (frame.large ? 8 : 0),
  );
  const start = Math.max(0, ...ends.map((end) => end.x)) + REACH * (frame.large ? 1.3 : 1);
  const widths = ends.map((end) => estimateWidth(`${end.name}  ${end.value}`, size, 600));
  const labelX = Math.min(start, Math.max(frame.left, frame.width - Math.max(0, ...widths)));
  return ends.map(({ at, ...end }, i) => ({ ...end, labelX, labelY: placed[i]!, right: labelX + widths[i]! }));
}

export interface GhostLabel {
  readonly id: string;
  readonly role: Role;
  readonly text: string;
  /** End of the text and its base line, px in the chart. */
  readonly x: number;
  readonly y: number;
}

/** "pinned", or "pinned 2" where there are several: over the end of each of its lines, as far as there is room. */
export function ghostLabels(charts: readonly LineChart[], plane: Plane): GhostLabel[] {
  const { frame } = plane;
  const size = frame.tickSize;
  const taken: number[] = [];
  return charts.flatMap((chart, pin) =>
    endValues(chart).flatMap(({ id, role, at }): GhostLabel[] => {
      const series = chart.series.find((one) => one.id === id)!;
      const x = xPixel(plane, series.x[at]!) - 6;
      const end = yPixel(plane, series.y[at]!);
      // Over the line, or else under it.
      const y = [end - size * 0.45, end + size * 1.2].find(
        (wanted) =>
          wanted > frame.top + size * 0.5 &&
          wanted < frame.height - frame.bottom - 2 &&
          taken.every((other) => Math.abs(other - wanted) > size * 1.1),
      );
      if (y === undefined) return [];
      taken.push(y);
      return [{ id: `${pin}-${id}`, role, text: charts.length > 1 ? `pinned ${pin + 1}` : "pinned", x, y }];
    }),
  );
}
