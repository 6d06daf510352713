/** Two histograms over each other, divided by a threshold: four areas, each with its count. SVG with attributes only. */
import { useId, useMemo } from "react";
import { tokens } from "../../../design/tokens";
import { estimateWidth, formatNumber } from "../../../ink/format";
import { drawRole } from "../../../ink/roles";
import { Grid } from "../../axes-drawn";
import { CutMarks } from "../../cut-marks";
import { chartFrame } from "../../frame";
import { Handle, useHandleValue } from "../../handle";
import type { DrawProps } from "../../kind";
import { yPixel as heightOn, type Plane } from "../../plane";
import { project, type Spread, upwardTicks } from "../../scale";
import { FONT } from "../../templates";
import { AreaLabels } from "./area-labels";
import { Areas } from "./areas";
import { histogramCuts } from "./cuts";
import { barPath, shownTicks } from "./geometry";
import type { HistogramChart } from "./model";

export function Draw({ chart, label, width, theme, band, plot }: DrawProps<HistogramChart>) {
  const frame = chartFrame({ width, theme, band, keyed: true, plot });
  const { left, right, tickSize, large } = frame;
  const colours = tokens[theme];
  const live = useHandleValue(chart.handle);
  const split = live ?? chart.split;
  const line = tickSize * 1.7;
  const top = frame.top + 2 * line + 4;
  const bottom = frame.height - frame.bottom;
  const range: [number, number] = [chart.x.min, chart.x.max];
  const spread: Spread = chart.x.logit ? "logit" : chart.x.log;
  const xPixel = (value: number) =>
    project(Math.min(range[1], Math.max(range[0], value)), range, left, width - right, spread);
  const yTicks = upwardTicks(chart.y.max, bottom - top, tickSize);
  const texts = yTicks.map((tick) => formatNumber(tick, 0, "percent"));
  const y = { range: [0, chart.y.max], ticks: yTicks, texts } as const;
  const plane: Plane = { frame: { ...frame, top }, x: { range, ticks: [], texts: [] }, y };
  const yPixel = (share: number) => heightOn(plane, Math.min(share, chart.y.max));
  const edges = chart.edges.map(xPixel);
  const at = xPixel(split);
  const ticks = shownTicks(chart.x.ticks ?? [], xPixel, tickSize);
  const patternId = `dl-hatch-${useId().replace(/\W/g, "")}`;
  const own = drawRole("you", theme, large);
  const place = useMemo(
    () => ({ range: [chart.x.min, chart.x.max] as const, spread, left, right: width - right, top, bottom }),
    [chart.x.min, chart.x.max, spread, left, right, width, top, bottom],
  );
  return (
    <div className="dl-handled">
      <svg className="dl-drawing" width={width} height={frame.height} role="img" aria-label={label} fontFamily={FONT}>
        <Grid plane={plane} theme={theme} />
        {chart.groups.map((group) => (
          <Areas
            key={group.id}
            path={barPath(group.shares.map(yPixel), edges, bottom)}
            hatched={group.filling === "hatched"}
            {...{ at, theme, large, top, bottom, left, patternId: `${patternId}-${group.id}` }}
            right={width - right}
          />
        ))}
        <CutMarks
          cuts={histogramCuts(chart)}
          pixel={xPixel}
          right={width}
          {...{ left, top, bottom, tickSize, theme }}
        />
        <line x1={at} x2={at} y1={top} y2={bottom} stroke={own.line} strokeWidth={large ? 3.5 : 2} />
        <AreaLabels
          groups={chart.groups}
          {...{ at, theme, large, tickSize, line, left, patternId }}
          right={width - right}
          top={frame.top}
        />
        {ticks.map(({ x, text, value }) => (
          <g key={value}>
            <line x1={x} x2={x} y1={bottom} y2={bottom + 4} stroke={colours["--ink-3"]} strokeWidth={1} />
            <text
              x={Math.min(x, width - estimateWidth(text, tickSize) / 2)}
              y={bottom + 6 + tickSize}
              textAnchor="middle"
              fontSize={tickSize}
              fill={colours["--ink-3"]}
            >
              {text}
            </text>
          </g>
        ))}
        <text x={left} y={bottom + 6 + tickSize * 2.45} fontSize={tickSize} fill={colours["--ink-2"]}>
          {chart.x.label}
        </text>
      </svg>
      {chart.handle && <Handle handle={chart.handle} place={place} />}
    </div>
  );
}
