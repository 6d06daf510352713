/**
 * Chart model + theme + width → what Plotly draws. Pure; knows Plotly's types only. Text at lines (labels, names of changes,
 * fields and limits) is not here but in overlay.tsx, which can outline it in the surface's colour.
 */
import type { Config, Data, Layout, Shape } from "plotly.js";
import { formatNumber } from "../format";
import { type Theme, tokens } from "../tokens";
import { lineChartAt } from "./at-moment";
import { axisOf, type DrawnAxis, valueAxisOf } from "./axes";
import { type Band, type ChartFrame, chartFrame } from "./frame";
import { markerPositions, plotlySymbol } from "./markers";
import type { LineChart, Series } from "./model";
import { type DrawnRole, drawRole } from "./roles";
import { axisLayout, baseLayout, config } from "./templates";

export interface FigureOptions {
  readonly theme: Theme;
  readonly band: Band;
  /** px */
  readonly width: number;
  /** Lines over the shared time end here. */
  readonly moment?: number;
  /** The same chart of pinned runs, drawn pale. */
  readonly pinned?: readonly LineChart[];
  /** Tick labels of x; false where the chart below on the same axis has them. */
  readonly ticksBelow?: boolean;
  /** Changes are named over this chart; false where the chart above on the same axis names them. */
  readonly named?: boolean;
}

export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  readonly config: Partial<Config>;
  readonly frame: ChartFrame;
  readonly x: DrawnAxis;
  readonly y: DrawnAxis;
}

const BAND_OPACITY: Record<Theme, number> = { light: 0.15, dark: 0.2, projector: 0.18 };
const CASING = 1.5;

export function withAlpha(hex: string, alpha: number): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${alpha})`;
}

const dashText = (role: DrawnRole): string =>
  role.dash.length ? role.dash.map((length) => `${Number(length.toFixed(2))}px`).join(",") : "solid";

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

function bandTraces(series: Series, role: DrawnRole, theme: Theme): Data[] {
  const { low, high } = series;
  if (!low || !high) return [];
  const colour = role.line;
  return stretches(low, high).map(([from, to]) => ({
    type: "scatter",
    mode: "lines",
    x: [...series.x.slice(from, to), ...series.x.slice(from, to).reverse()],
    y: [...low.slice(from, to), ...high.slice(from, to).reverse()],
    fill: "toself",
    fillcolor: withAlpha(colour, BAND_OPACITY[theme]),
    line: { color: withAlpha(colour, 0.7), width: theme === "projector" ? 1.25 : 0, shape: "linear" },
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

function lineTraces(series: Series, role: DrawnRole, chart: LineChart, theme: Theme): Data[] {
  const points = { type: "scatter" as const, x: [...series.x], y: [...series.y], connectgaps: false };
  return [
    {
      ...points,
      mode: "lines",
      line: { color: tokens[theme]["--surface"], width: role.width + 2 * CASING, shape: "linear" },
      hoverinfo: "skip",
    },
    {
      ...points,
      mode: "lines",
      name: series.label,
      line: {
        color: role.line,
        width: role.width,
        dash: series.bare ? "solid" : (dashText(role) as "solid"),
        shape: "linear",
      },
      text: hoverText(series, chart),
      hovertemplate: "%{text}",
    },
  ];
}

/** Markers are not cut at the edge of the picture, so that those on it are whole; those beyond it are left out. */
function markerTrace(series: Series, role: DrawnRole, y: DrawnAxis, theme: Theme, large: boolean): Data[] {
  if (role.marker === "none" || series.bare) return [];
  const inside = (i: number) => series.y[i]! >= y.range[0] && series.y[i]! <= y.range[1];
  const at = markerPositions(series.y, role.stagger).filter(inside);
  const open = role.marker.startsWith("open");
  const cross = role.marker === "cross";
  const surface = tokens[theme]["--surface"];
  const scale = large ? 1.5 : 1;
  return [
    {
      type: "scatter",
      mode: "markers",
      x: at.map((i) => series.x[i]!),
      y: at.map((i) => series.y[i]!),
      cliponaxis: false,
      hoverinfo: "skip",
      marker: {
        symbol: plotlySymbol(role.marker),
        size: (cross ? 7 : role.marker === "triangle" ? 11 : role.marker === "square" ? 8.5 : 9.5) * scale,
        color: open ? surface : role.line,
        opacity: 1,
        line: { color: cross || open ? role.line : surface, width: (cross || open ? 2 : 1.25) * scale },
      },
    },
  ];
}

const planTrace = (series: Series, role: DrawnRole, large: boolean): Data => ({
  type: "scatter",
  mode: "lines",
  x: [...series.x],
  y: [...series.y],
  line: { color: role.line, width: large ? 2.5 : 1.5, dash: (large ? "4px,5px" : "2px,3px") as "dot", shape: "linear" },
  hoverinfo: "skip",
});

/** A pinned run: a hairline in a pale track, no band, no marker. */
function ghostTraces(series: Series, role: DrawnRole, theme: Theme): Data[] {
  const points = { type: "scatter" as const, mode: "lines" as const, x: [...series.x], y: [...series.y] };
  return [
    {
      ...points,
      line: { color: withAlpha(role.line, theme === "dark" ? 0.34 : 0.26), width: role.width * 2.9 },
      hoverinfo: "skip",
    },
    { ...points, line: { color: role.line, width: role.width * 0.5 }, hoverinfo: "skip" },
  ];
}

function shapesOf(chart: LineChart, x: DrawnAxis, y: DrawnAxis, theme: Theme, large: boolean): Partial<Shape>[] {
  const colours = tokens[theme];
  // Above the grid, below the lines; newer than the types.
  const between = "between" as "below";
  const across = { type: "line" as const, xref: "paper" as const, x0: 0, x1: 1, layer: between };
  const fields = (chart.fields ?? []).map(
    (field): Partial<Shape> => ({
      type: "rect",
      xref: "x",
      yref: "paper",
      x0: Math.max(field.from, x.range[0]),
      x1: Math.min(field.to, x.range[1]),
      y0: 0,
      y1: 1,
      fillcolor: withAlpha(colours["--ink"], theme === "dark" ? 0.06 : theme === "projector" ? 0.09 : 0.045),
      line: { width: 0 },
      layer: "below",
    }),
  );
  const zero: Partial<Shape>[] =
    y.range[0] <= 0 && y.range[1] >= 0
      ? [{ ...across, yref: "y", y0: 0, y1: 0, line: { color: colours["--ink-3"], width: 1 } }]
      : [];
  const first = chart.series.find((series) => series.x.length > 0)?.x[0] ?? x.range[0];
  const limits = (chart.limits ?? []).map((limit): Partial<Shape> => {
    const role = drawRole(limit.role, theme, large);
    const from = limit.role === "truth" ? Math.max(x.range[0], Math.min(first, x.range[1])) : x.range[0];
    return {
      type: "line",
      xref: "x",
      x0: from,
      x1: x.range[1],
      yref: "y",
      y0: limit.y,
      y1: limit.y,
      line: {
        color: role.line,
        width: limit.role === "truth" ? (large ? 1.6 : 1.25) : role.width,
        dash: dashText(role) as "solid",
      },
      layer: limit.role === "truth" ? between : "above",
    };
  });
  return [...fields, ...zero, ...limits];
}

export function lineFigure(whole: LineChart, options: FigureOptions): Figure {
  const {
    theme,
    band,
    width,
    moment = Number.POSITIVE_INFINITY,
    pinned = [],
    ticksBelow = true,
    named = true,
  } = options;
  const chart = lineChartAt(whole, moment);
  const frame = chartFrame({
    width,
    theme,
    band,
    height: whole.height ?? "tall",
    headroom: named && Boolean(whole.changes?.length),
    ticksBelow,
  });
  const x = axisOf(whole.x);
  const y = valueAxisOf([whole, ...pinned]);
  const role = (series: Series) => drawRole(series.role, theme, frame.large);
  const data: Data[] = [
    ...chart.series.flatMap((series) => bandTraces(series, role(series), theme)),
    ...pinned.flatMap((ghost) =>
      lineChartAt(ghost, moment)
        .series.filter(({ planned }) => !planned)
        .flatMap((series) => ghostTraces(series, role(series), theme)),
    ),
    ...chart.series.filter(({ planned }) => planned).map((series) => planTrace(series, role(series), frame.large)),
    ...chart.series
      .filter(({ planned }) => !planned)
      .flatMap((series) => lineTraces(series, role(series), chart, theme)),
    ...chart.series
      .filter(({ planned }) => !planned)
      .flatMap((series) => markerTrace(series, role(series), y, theme, frame.large)),
  ];
  const layout: Partial<Layout> = {
    ...baseLayout(theme, frame),
    xaxis: {
      ...axisLayout(x, theme, frame),
      showticklabels: ticksBelow,
      ticks: ticksBelow ? "outside" : "",
      ticklen: 4,
      tickcolor: tokens[theme]["--ink-3"],
      showspikes: false,
      ...(chart.x.log ? { type: "log", range: x.range.map(Math.log10) } : {}),
      // Newer than the types: what the first line of the hover text says.
      ...{ unifiedhovertitle: { text: `%{x} ${chart.x.label}` } },
    },
    yaxis: { ...axisLayout(y, theme, frame), showgrid: true, ticklabelstandoff: 4 } as Layout["yaxis"],
    shapes: shapesOf(chart, x, y, theme, frame.large),
  };
  return { data, layout, config, frame, x, y };
}
