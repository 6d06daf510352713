/** A histogram: bars between the edges of their bins, what lies between replicas as a thin line, upright marks with names. */

import { tokens } from "../../../design/tokens";
import { estimateWidth, formatNumber } from "../../../ink/format";
import { drawRole } from "../../../ink/roles";
import { axisOf, type DrawnAxis } from "../../axes";
import { Grid } from "../../axes-drawn";
import { CutMarks } from "../../cut-marks";
import { chartFrame } from "../../frame";
import { Handle } from "../../handle";
import type { DrawProps } from "../../kind";
import { NamedUprights } from "../../marks/level-uprights";
import { yPixel as heightOn, type Plane } from "../../plane";
import { project, upwardTicks } from "../../scale";
import { FONT } from "../../templates";
import { barCuts } from "./cuts";
import type { BarChart } from "./model";

export { BarKey as Key } from "./key";

/** Ink bars let the ink marks that stand on them be seen. */
const INK_FILL = 0.6;

const PLOT_HEIGHT = { huge: 240, wide: 150, middle: 140, narrow: 130 } as const;

function yAxisOf({ y: { max, format } }: BarChart, height: number, tickSize: number): DrawnAxis {
  const ticks = upwardTicks(max, height, tickSize);
  const digits = format === "percent" && ticks.some((tick) => tick > 0 && tick < 0.01) ? 1 : 0;
  return { range: [0, max], ticks, texts: ticks.map((tick) => formatNumber(tick, digits, format)) };
}

export function Draw({ chart, label, width, theme, band, plot }: DrawProps<BarChart>) {
  const base = chartFrame({ width, theme, band });
  const { large, left, right, tickSize, direct } = base;
  const colours = tokens[theme];
  const { marks = [], bars } = chart;
  // Every mark has a line of its own for its name, so that near neighbours never cover each other; narrow, a key has the names.
  const line = direct ? tickSize * 1.5 : 0;
  const top = direct ? 6 + marks.length * line : 16;
  const bottom = plot === undefined ? top + PLOT_HEIGHT[band] : base.top + plot;
  const height = bottom + base.bottom;
  const x = axisOf(chart.x);
  const plane: Plane = { frame: { ...base, top, height }, x, y: yAxisOf(chart, bottom - top, tickSize) };
  const xPixel = (value: number) =>
    project(Math.min(x.range[1], Math.max(x.range[0], value)), x.range, left, width - right, x.log);
  const yPixel = (value: number) => heightOn(plane, Math.min(value, chart.y.max));
  const role = drawRole(chart.role, theme, large);
  const isInk = chart.role.startsWith("measure");
  // The title of x stands clear of the last tick's text.
  const lastTick = estimateWidth(x.texts.at(-1) ?? "", tickSize) / 2;
  const place = { range: x.range, spread: x.log, left, right: width - right, top, bottom };
  return (
    <div className="dl-handled">
      <svg className="dl-drawing" width={width} height={height} role="img" aria-label={label} fontFamily={FONT}>
        <Grid plane={plane} theme={theme} />
        {bars.map((bar) => {
          const from = xPixel(bar.from);
          const to = xPixel(bar.to);
          const middle = (from + to) / 2;
          return (
            <g key={bar.from}>
              {bar.height > 0 && (
                <rect
                  x={from + 0.75}
                  y={yPixel(bar.height)}
                  width={Math.max(0.5, to - from - 1.5)}
                  height={bottom - yPixel(bar.height)}
                  fill={role.line}
                  fillOpacity={isInk ? INK_FILL : 1}
                />
              )}
              {bar.low !== undefined && bar.high !== undefined && bar.high > 0 && (
                <line
                  x1={middle}
                  x2={middle}
                  y1={yPixel(bar.low)}
                  y2={yPixel(bar.high)}
                  stroke={colours["--ink"]}
                  strokeWidth={large ? 2.5 : 1.25}
                />
              )}
            </g>
          );
        })}
        {x.ticks.map((tick, i) => (
          <g key={tick}>
            <line
              x1={xPixel(tick)}
              x2={xPixel(tick)}
              y1={bottom}
              y2={bottom + 4}
              stroke={colours["--ink-3"]}
              strokeWidth={1}
            />
            <text
              x={xPixel(tick)}
              y={bottom + 6 + tickSize}
              textAnchor={xPixel(tick) + lastTick > width ? "end" : "middle"}
              fontSize={tickSize}
              fill={colours["--ink-3"]}
            >
              {x.texts[i]}
            </text>
          </g>
        ))}
        <NamedUprights {...{ marks, theme, large, line, direct, tickSize, bottom }} pixel={xPixel} />
        <CutMarks
          cuts={barCuts(chart)}
          pixel={xPixel}
          right={width - right}
          {...{ left, top, bottom, tickSize, theme }}
        />
        <text
          x={direct ? width - right + Math.max(14, lastTick + 10) : left}
          y={bottom + 6 + tickSize + (direct ? 0 : tickSize * 1.45)}
          fontSize={tickSize}
          fill={colours["--ink-2"]}
        >
          {chart.x.label}
        </text>
      </svg>
      {chart.handle && <Handle handle={chart.handle} place={place} />}
    </div>
  );
}
