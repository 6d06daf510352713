/** What Plotly draws of a line chart's series: bands, casing, lines, markers, plans and pinned runs. Pure; few traces, each costs time. */
import type { Data } from "plotly.js";
import { isDark, isPresented, type Theme, tokens } from "../../../design/tokens";
import { formatNumber } from "../../../ink/format";
import type { DrawnRole } from "../../../ink/roles";
import type { DrawnAxis } from "../../axes";
import { dashText, withAlpha } from "../../paint";
import { markerPositions, plotlySymbol } from "./markers";
import type { LineChart, Series } from "./model";

const BAND_OPACITY: Record<Theme, number> = { light: 0.15, dark: 0.2, projector: 0.18, "projector-dark": 0.22 };
const CASING = 1.5;

/** Stretches without a gap in low and high: [from, to) each. */
function stretches(low: readonly number[], high: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= low.length; i++) {
    const there = i < low.length && Number.isFinite(low[i]) && Number.isFinite(high[i]);
    if (there && from < 0) from = i;
    if (!there && from >= 0) {
      if (i - from > 1) found.push([from, i]);
      from = -1;
    }
  }
  return found;
}

export function bandTraces(series: Series, role: DrawnRole, theme: Theme): Data[] {
  const { low, high, bandHidden } = series;
  if (!low || !high || bandHidden) return [];
  const colour = role.line;
  return stretches(low, high).map(([from, to]) => ({
    type: "scatter",
    mode: "lines",
    x: [...series.x.slice(from, to), ...series.x.slice(from, to).reverse()],
    y: [...low.slice(from, to), ...high.slice(from, to).reverse()],
    fill: "toself",
    fillcolor: withAlpha(colour, BAND_OPACITY[theme]),
    line: { color: withAlpha(colour, 0.7), width: isPresented(theme) ? 1.25 : 0, shape: "linear" },
    hoverinfo: "skip",
  }));
}

function hoverText(series: Series, chart: LineChart): string[] {
  const text = (value: number) => formatNumber(value, chart.digits, chart.y.format);
  return series.y.map((value, i) => {
    const low = series.low?.[i];
    const high = series.high?.[i];
    const range = low !== undefined && high !== undefined ? ` (${text(low)} to ${text(high)})` : "";
    return `<b>${text(value)}</b>${range}`;
  });
}

/** How near a line must come to a band to count as crossing it, as a share of the axis. */
const NEAR = 0.01;

/** Whether point `i` of the line lies in the band of another one: there it would not stand out by itself. */
function crosses(series: Series, i: number, others: readonly Series[], near: number): boolean {
  const y = series.y[i]!;
  return others.some((other) => {
    if (other === series || !other.low || !other.high || other.bandHidden) return false;
    // Lines of one chart mostly have the same points; where they do not, the nearest one before tells.
    const k = other.x[i] === series.x[i] ? i : other.x.findLastIndex((x) => x <= series.x[i]!);
    return k >= 0 && y >= other.low[k]! - near && y <= other.high[k]! + near;
  });
}

/**
 * What surrounds a median line where it crosses the band of another, so that it stands out; elsewhere it would only hide the
 * line's own band. One trace for all lines: a trace costs time.
 */
export function casingTrace(drawn: readonly Series[], theme: Theme, width: number, y: DrawnAxis): Data[] {
  const near = NEAR * (y.range[1] - y.range[0]);
  const points = drawn.flatMap((series) => {
    if (series.apart) return [];
    const crossing = series.x.map((_, i) => crosses(series, i, drawn, near));
    const kept = crossing.map((here, i) => here || crossing[i - 1] || crossing[i + 1]);
    // A gap between one line and the next.
    return kept.some(Boolean)
      ? [
          ...series.x.map((x, i) => ({ x, y: kept[i] ? series.y[i]! : Number.NaN })),
          { x: series.x.at(-1)!, y: Number.NaN },
        ]
      : [];
  });
  if (points.length === 0) return [];
  return [
    {
      type: "scatter",
      mode: "lines",
      x: points.map((point) => point.x),
      y: points.map((point) => point.y),
      connectgaps: false,
      line: { color: tokens[theme]["--surface"], width: width + 2 * CASING, shape: "linear" },
      hoverinfo: "skip",
    },
  ];
}

export const lineTrace = (series: Series, role: DrawnRole, chart: LineChart): Data => ({
  type: "scatter",
  mode: "lines",
  name: series.label,
  x: [...series.x],
  y: [...series.y],
  connectgaps: false,
  line: {
    color: role.line,
    // Points that stand apart still answer the pointer.
    width: series.apart ? 0 : role.width,
    dash: series.bare ? "solid" : (dashText(role) as "solid"),
    shape: "linear",
  },
  text: hoverText(series, chart),
  hovertemplate: "%{text}",
});

interface MarkedPoint {
  readonly x: number;
  readonly y: number;
  readonly role: DrawnRole;
}

/** Markers are not cut at the edge of the picture, so that those on it are whole; those beyond it are left out. */
export function markedPoints(series: Series, role: DrawnRole, y: DrawnAxis): MarkedPoint[] {
  if (role.marker === "none" || series.bare) return [];
  const positions = series.apart ? series.y.map((_, i) => i) : markerPositions(series.y, role.stagger);
  return positions
    .map((i) => ({ x: series.x[i]!, y: series.y[i]!, role }))
    .filter((point) => point.y >= y.range[0] && point.y <= y.range[1]);
}

/** All markers in one trace. */
export function markerTrace(points: readonly MarkedPoint[], theme: Theme, large: boolean): Data[] {
  if (points.length === 0) return [];
  const surface = tokens[theme]["--surface"];
  const scale = large ? 1.5 : 1;
  const isOpen = ({ role }: MarkedPoint) => role.marker.startsWith("open");
  const isOutlined = (point: MarkedPoint) => isOpen(point) || point.role.marker === "cross";
  const sizes: Partial<Record<DrawnRole["marker"], number>> = { cross: 7, triangle: 11, square: 8.5 };
  return [
    {
      type: "scatter",
      mode: "markers",
      x: points.map((point) => point.x),
      y: points.map((point) => point.y),
      cliponaxis: false,
      hoverinfo: "skip",
      marker: {
        symbol: points.map(({ role }) => plotlySymbol(role.marker)),
        size: points.map(({ role }) => (sizes[role.marker] ?? 9.5) * scale),
        color: points.map((point) => (isOpen(point) ? surface : point.role.line)),
        opacity: 1,
        line: {
          color: points.map((point) => (isOutlined(point) ? point.role.line : surface)),
          width: points.map((point) => (isOutlined(point) ? 2 : 1.25) * scale),
        },
      },
    },
  ];
}

export const planTrace = (series: Series, role: DrawnRole, large: boolean): Data => ({
  type: "scatter",
  mode: "lines",
  x: [...series.x],
  y: [...series.y],
  line: { color: role.line, width: large ? 2.5 : 1.5, dash: (large ? "4px,5px" : "2px,3px") as "dot", shape: "linear" },
  hoverinfo: "skip",
});

/** A pinned run: a hairline in a pale track, no band, no marker; points that stand apart are pale. */
export function ghostTraces(series: Series, role: DrawnRole, theme: Theme): Data[] {
  const points = { type: "scatter" as const, mode: "lines" as const, x: [...series.x], y: [...series.y] };
  const pale = withAlpha(role.line, isDark(theme) ? 0.34 : 0.26);
  if (series.apart)
    return [
      {
        ...points,
        mode: "markers",
        marker: {
          symbol: plotlySymbol(role.marker),
          color: pale,
          size: role.width * 4,
          line: { color: role.line, width: role.width * 0.5 },
        },
        hoverinfo: "skip",
      },
    ];
  return [
    { ...points, line: { color: pale, width: role.width * 2.9 }, hoverinfo: "skip" },
    { ...points, line: { color: role.line, width: role.width * 0.5 }, hoverinfo: "skip" },
  ];
}
