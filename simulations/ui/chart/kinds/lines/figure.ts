/**
 * Chart model + theme + width → what Plotly draws. Pure; knows Plotly's types only. Text at lines (labels, names of marks) is
 * not here but in overlay.tsx, which can outline it in the surface's colour.
 */
import type { Data, Layout, Shape } from "plotly.js";
import { type Theme, tokens } from "../../../design/tokens";
import { drawRole } from "../../../ink/roles";
import { axisOf, type DrawnAxis } from "../../axes";
import type { Figure, FigureOptions } from "../../figure";
import { chartFrame } from "../../frame";
import { markShapes } from "../../marks";
import { marksOf } from "../../marks/model";
import { axisLayout, baseLayout, config } from "../../templates";
import { lineChartAt } from "./at-moment";
import type { LineChart, Series } from "./model";
import { bandTraces, casingTrace, ghostTraces, lineTrace, markedPoints, markerTrace, planTrace } from "./traces";
import { valueAxisOf } from "./value-axis";

export interface LineFigureOptions extends FigureOptions {
  /** Lines over the shared time end here. */
  readonly moment?: number;
  /** The same chart of pinned runs, drawn pale. */
  readonly pinned?: readonly LineChart[];
  /** Tick labels of x; false where the chart below on the same axis has them. */
  readonly ticksBelow?: boolean;
  /** Changes are named over this chart; false where the chart above on the same axis names them. */
  readonly named?: boolean;
}

/** Where the lines begin. */
export const startOf = (chart: LineChart, x: DrawnAxis): number =>
  chart.series.find((series) => series.x.length > 0)?.x[0] ?? x.range[0];

const zeroLine = (y: DrawnAxis, theme: Theme): Partial<Shape>[] =>
  y.range[0] <= 0 && y.range[1] >= 0
    ? [
        {
          type: "line",
          xref: "paper",
          x0: 0,
          x1: 1,
          // Above the grid, below the lines; newer than the types.
          layer: "between" as "below",
          yref: "y",
          y0: 0,
          y1: 0,
          line: { color: tokens[theme]["--ink-3"], width: 1 },
        },
      ]
    : [];

export function lineFigure(whole: LineChart, options: LineFigureOptions): Figure {
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
    headroom: named && marksOf(whole.marks, "change").length > 0,
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
      // Newer than the types: what the first line of the hover text says.
      ...{ unifiedhovertitle: { text: `%{x} ${chart.x.label}` } },
    },
    yaxis: { ...axisLayout(y, theme, frame), showgrid: true, ticklabelstandoff: 4 } as Layout["yaxis"],
    shapes: [
      ...zeroLine(y, theme),
      ...markShapes(chart.marks, { plane: { frame, x, y }, theme, start: startOf(chart, x) }),
    ],
  };
  return { data, layout, config, frame, x, y };
}
