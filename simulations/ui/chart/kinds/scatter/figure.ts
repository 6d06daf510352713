/** Points, lines and a decision surface at one moment → what Plotly draws. Pure. */
import type { Data, Layout } from "plotly.js";
import { tokens } from "../../../design/tokens";
import { drawRole } from "../../../ink/roles";
import { axisOf } from "../../axes";
import type { Figure, FigureOptions } from "../../figure";
import { chartFrame } from "../../frame";
import { withAlpha } from "../../paint";
import { axisLayout, baseLayout, config, SURFACE_SHADE } from "../../templates";
import type { ScatterChart } from "./model";

const SYMBOLS = {
  circle: "circle",
  square: "square",
  cross: "x-thin-open",
  triangle: "triangle-up",
  "open-circle": "circle-open",
} as const;

function surfaceTraces(surface: NonNullable<ScatterChart["surface"]>, ink: string): Data[] {
  const grid = { x: [...surface.x], y: [...surface.y], z: surface.z.map((row) => [...row]) };
  return [
    {
      ...grid,
      type: "heatmap",
      zmin: 0,
      zmax: 1,
      zsmooth: "best",
      showscale: false,
      hoverinfo: "skip",
      colorscale: [
        [0, withAlpha(ink, 0)],
        [1, withAlpha(ink, SURFACE_SHADE)],
      ],
    } as Data,
    {
      ...grid,
      type: "contour",
      showscale: false,
      hoverinfo: "skip",
      contours: { coloring: "none", start: 0.5, end: 0.5, size: 1 },
      line: { color: ink, width: 1.5, smoothing: 0.6 },
    } as Data,
  ];
}

const CLOUD = 6.5;
const SINGLE = 11;

export function scatterFigure(chart: ScatterChart, options: FigureOptions): Figure {
  const { theme, band, width, plot } = options;
  const colours = tokens[theme];
  const frame = chartFrame({ width, theme, band, keyed: true, yNamed: true, plot });
  const x = axisOf(chart.x);
  const y = axisOf(chart.y);
  const scale = frame.large ? 1.5 : 1;
  const pointsTrace = (group: ScatterChart["points"][number]): Data => {
    const role = drawRole(group.role, theme, frame.large);
    const outlined = group.marker === "cross" || group.marker === "open-circle";
    return {
      type: "scatter",
      mode: "markers",
      name: group.label,
      x: [...group.x],
      y: [...group.y],
      hoverinfo: "skip",
      ...(group.large && { cliponaxis: false }),
      marker: {
        symbol: SYMBOLS[group.marker],
        size: (group.large ? SINGLE : CLOUD) * scale,
        color: role.line,
        opacity: group.large ? 1 : 0.72,
        line: {
          color: outlined ? role.line : colours["--surface"],
          width: outlined ? (group.large ? 2.25 : 1.5) * scale : 0.5,
        },
      },
    };
  };
  const data: Data[] = [
    ...(chart.surface ? surfaceTraces(chart.surface, colours["--ink"]) : []),
    ...chart.points.filter(({ large }) => !large).map(pointsTrace),
    ...(chart.lines ?? []).flatMap((line): Data[] => {
      const role = drawRole(line.role, theme, frame.large);
      const points = { type: "scatter" as const, mode: "lines" as const, x: [...line.x], y: [...line.y] };
      const dash = role.dash.length ? role.dash.map((length) => `${length}px`).join(",") : "solid";
      return [
        { ...points, hoverinfo: "skip", line: { color: colours["--surface"], width: role.width + 3 } },
        {
          ...points,
          name: line.label,
          hoverinfo: "skip",
          line: { color: role.line, width: Math.max(1.5, role.width), dash: dash as "solid" },
        },
      ];
    }),
    ...chart.points.filter(({ large }) => large).map(pointsTrace),
  ];
  const layout: Partial<Layout> = {
    ...baseLayout(theme, frame),
    hovermode: false,
    xaxis: {
      ...axisLayout(x, theme, frame),
      ticks: "outside",
      ticklen: 4,
      tickcolor: colours["--ink-3"],
      showline: true,
      linecolor: colours["--ink-3"],
    },
    yaxis: { ...axisLayout(y, theme, frame), showgrid: true, ticklabelstandoff: 4 } as Layout["yaxis"],
  };
  return { data, layout, config, frame, x, y };
}
