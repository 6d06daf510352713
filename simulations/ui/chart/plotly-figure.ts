/**
 * Chart model + theme + width → what Plotly draws. Pure; knows Plotly's types only. Text at lines (labels, names of changes,
 * fields and limits) is not here but in overlay.tsx, which can outline it in the surface's colour.
 */
import type { Config, Data, Layout, Shape } from "plotly.js";
import { isDark, isPresented, type Theme, tokens } from "../design/tokens";
import type { Band } from "../design/type-scale";
import { drawRole } from "../ink/roles";
import { lineChartAt } from "./at-moment";
import { axisOf, type DrawnAxis, valueAxisOf } from "./axes";
import { type ChartFrame, chartFrame } from "./frame";
import {
  bandTraces,
  casingTrace,
  dashText,
  ghostTraces,
  lineTrace,
  markedPoints,
  markerTrace,
  planTrace,
  withAlpha,
} from "./line-traces";
import type { LineChart, Series } from "./model";
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
  /** px between the axes, where the place decides it. */
  readonly plot?: number | undefined;
}

export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  readonly config: Partial<Config>;
  readonly frame: ChartFrame;
  readonly x: DrawnAxis;
  readonly y: DrawnAxis;
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
      fillcolor: withAlpha(colours["--ink"], isDark(theme) ? 0.06 : isPresented(theme) ? 0.09 : 0.045),
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
    plot,
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
    plot,
  });
  const x = axisOf(whole.x);
  const y = valueAxisOf([whole, ...pinned]);
  const role = (series: Series) => drawRole(series.role, theme, frame.large);
  const lines = chart.series.filter(({ planned }) => !planned);
  const widest = Math.max(...lines.map((series) => role(series).width));
  const data: Data[] = [
    ...chart.series.flatMap((series) => bandTraces(series, role(series), theme)),
    ...pinned.flatMap((ghost) =>
      lineChartAt(ghost, moment)
        .series.filter(({ planned }) => !planned)
        .flatMap((series) => ghostTraces(series, role(series), theme)),
    ),
    ...chart.series.filter(({ planned }) => planned).map((series) => planTrace(series, role(series), frame.large)),
    ...casingTrace(lines, theme, widest, y),
    ...lines.map((series) => lineTrace(series, role(series), chart)),
    ...markerTrace(
      lines.flatMap((series) => markedPoints(series, role(series), y)),
      theme,
      frame.large,
    ),
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
