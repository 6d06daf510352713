/** The text and the upright lines of a line chart, over Plotly's lines. Attributes, not CSS: pictures are made from it. */

import { type Theme, tokens } from "../design/tokens";
import { estimateWidth } from "../ink/format";
import { MarkerShape } from "../ink/marker";
import { drawRole } from "../ink/roles";
import { endLabels, ghostLabels, xPixel, yPixel } from "./end-labels";
import { eventLabels } from "./event-labels";
import type { LineChart, Role, ScatterChart } from "./model";
import type { Figure } from "./plotly-figure";
import { FONT } from "./templates";
import { type Upright, Uprights } from "./uprights";

interface UnderlayProps {
  readonly figure: Figure;
  readonly theme: Theme;
  readonly uprights: readonly Upright[];
}

interface OverlayProps {
  /** Cut at the moment shown. */
  readonly chart: LineChart;
  readonly figure: Figure;
  readonly theme: Theme;
  /** The same chart of pinned runs, cut at the moment shown. */
  readonly pinned: readonly LineChart[];
  /** The changes are named here; if not, their lines come from the chart above. */
  readonly named: boolean;
}

/** Outline of text that stands over lines. */
export const halo = (theme: Theme) => ({
  stroke: tokens[theme]["--surface"],
  strokeWidth: 4,
  strokeLinejoin: "round" as const,
  style: { paintOrder: "stroke" },
});

/** Under Plotly's lines and its tooltip. They end with the axes: no line crosses a heading or a tick's text. */
export function Underlay({ figure, theme, uprights }: UnderlayProps) {
  const { frame } = figure;
  return (
    <svg className="dl-overlay" width={frame.width} height={frame.height} aria-hidden="true">
      <Uprights lines={uprights} figure={figure} theme={theme} from={frame.top} to={frame.height - frame.bottom} />
    </svg>
  );
}

export function Overlay({ chart, figure, theme, pinned, named }: OverlayProps) {
  const { frame } = figure;
  return (
    <svg className="dl-overlay" width={frame.width} height={frame.height} aria-hidden="true" fontFamily={FONT}>
      {frame.direct && <FieldLabels chart={chart} figure={figure} theme={theme} />}
      {named && <ChangeLabels chart={chart} figure={figure} theme={theme} />}
      <LimitLabels chart={chart} figure={figure} theme={theme} />
      <Events chart={chart} figure={figure} theme={theme} />
      <GhostLabels charts={pinned} figure={figure} theme={theme} />
      {frame.direct && <EndLabels chart={chart} figure={figure} theme={theme} />}
      <AxisTitle chart={chart} figure={figure} theme={theme} />
    </svg>
  );
}

interface PartProps {
  readonly chart: LineChart;
  readonly figure: Figure;
  readonly theme: Theme;
}

/** The x title follows the last tick, or stands below the ticks where there is no room. */
export function AxisTitle({ chart, figure, theme }: { chart: LineChart | ScatterChart; figure: Figure; theme: Theme }) {
  const { frame } = figure;
  if (frame.bottom < 20) return null;
  const y = frame.height - frame.bottom + 6 + frame.tickSize;
  const { ticks, texts, range } = figure.x;
  const lastTick = ticks.at(-1) === range[1] ? estimateWidth(texts.at(-1) ?? "", frame.tickSize) / 2 : 0;
  return (
    <text
      x={frame.direct ? frame.width - frame.right + Math.max(14, lastTick + 8) : frame.left}
      y={frame.direct ? y : y + frame.tickSize * 1.45}
      fontSize={frame.tickSize}
      fill={tokens[theme]["--ink-2"]}
    >
      {chart.x.label}
    </text>
  );
}

function FieldLabels({ chart, figure, theme }: PartProps) {
  const { frame, x } = figure;
  return (chart.fields ?? []).map((field) => {
    const from = xPixel(figure, Math.max(field.from, x.range[0]));
    const to = xPixel(figure, Math.min(field.to, x.range[1]));
    const fits = estimateWidth(field.label, frame.tickSize) < to - from - 4;
    const lines = fits ? [field.label] : field.label.split(" ");
    return (
      <text
        key={`${field.from}-${field.label}`}
        textAnchor="middle"
        fontSize={frame.tickSize}
        fill={tokens[theme]["--ink-3"]}
      >
        {lines.map((line, i) => (
          <tspan key={line} x={(from + to) / 2} y={frame.top + frame.tickSize * (1.3 + i * 1.2)}>
            {line}
          </tspan>
        ))}
      </text>
    );
  });
}

/** Labels stand centred over their lines; one that would touch its neighbour is left to the text. */
function ChangeLabels({ chart, figure, theme }: PartProps) {
  const { frame } = figure;
  let free = 0;
  return (chart.changes ?? []).map((change) => {
    const label = frame.direct ? change.label : (change.short ?? change.label);
    const half = estimateWidth(label, frame.tickSize + 0.5, 500) / 2;
    const wanted = xPixel(figure, change.x);
    const x = Math.min(Math.max(wanted, half), frame.width - half);
    if (x - half < free) return null;
    free = x + half + 10;
    return (
      <text
        key={change.x}
        x={x}
        y={frame.top - (frame.large ? 16 : 14)}
        textAnchor="middle"
        fontSize={frame.tickSize}
        fontWeight={500}
        fill={tokens[theme]["--ink"]}
        {...halo(theme)}
      >
        {label}
      </text>
    );
  });
}

function LimitLabels({ chart, figure, theme }: PartProps) {
  const { frame } = figure;
  const ends = frame.direct ? endLabels(chart, figure) : [];
  const first = chart.series.find((series) => series.x.length > 0)?.x[0] ?? figure.x.range[0];
  return (chart.limits ?? []).map((limit) => {
    const y = yPixel(figure, limit.y);
    const role = drawRole(limit.role, theme, frame.large);
    if (limit.role === "truth") {
      if (!frame.direct) return null;
      // Under the line, unless that would be among the ticks.
      const fits = y + frame.tickSize * 1.7 < frame.height - frame.bottom;
      return (
        <text
          key={limit.label}
          x={Math.max(frame.left, xPixel(figure, first)) + 2}
          y={y + frame.tickSize * (fits ? 1.55 : -0.6)}
          fontSize={frame.tickSize}
          fill={role.text}
          {...halo(theme)}
        >
          {limit.label}
        </text>
      );
    }
    const right = frame.width - frame.right;
    // Beside the chart, unless a line's own label stands there; lines cut at a moment have theirs inside.
    const beside =
      frame.direct && ends.every((end) => end.right < right || Math.abs(end.labelY - y) > frame.labelSize * 1.3);
    return (
      <g key={limit.label}>
        {beside && <MarkerShape marker="triangle-down" x={right + 9} y={y} size={7} colour={role.line} />}
        <text
          x={beside ? right + 20 : right}
          y={beside ? y + frame.tickSize * 0.36 : y - 5}
          textAnchor={beside ? "start" : "end"}
          fontSize={frame.tickSize}
          fontWeight={600}
          fill={role.text}
          {...halo(theme)}
        >
          {limit.label}
        </text>
      </g>
    );
  });
}

function Events({ chart, figure, theme }: PartProps) {
  const { frame } = figure;
  const role = (event: { readonly role: Role }) => drawRole(event.role, theme, frame.large);
  const placed = eventLabels(chart.events ?? [], figure);
  return placed.map(({ event, x, y, label }) => (
    <g key={`${event.x}-${event.label}`}>
      <MarkerShape
        marker={role(event).marker}
        x={x}
        y={y}
        size={frame.large ? 14 : 10}
        colour={role(event).line}
        surface={tokens[theme]["--surface"]}
      />
      {label && (
        <text
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize={frame.tickSize}
          fontWeight={600}
          fill={role(event).text}
          {...halo(theme)}
        >
          {event.label}
        </text>
      )}
    </g>
  ));
}

/** A pinned run is named on its lines; a name without room is left out, the next line of the run has it. */
function GhostLabels({ charts, figure, theme }: Omit<PartProps, "chart"> & { readonly charts: readonly LineChart[] }) {
  const { frame } = figure;
  return ghostLabels(charts, figure).map(({ id, role, text, x, y }) => (
    <text
      key={id}
      x={x}
      y={y}
      textAnchor="end"
      fontSize={frame.tickSize}
      fill={drawRole(role, theme, frame.large).text}
      {...halo(theme)}
    >
      {text}
    </text>
  ));
}

function EndLabels({ chart, figure, theme }: PartProps) {
  const { frame } = figure;
  return endLabels(chart, figure).map((label) => {
    const role = drawRole(label.role, theme, frame.large);
    const { x, y, labelX, labelY } = label;
    // A label that had to move over its line's end has no room for a hairline.
    const hairline = labelX - x > 20;
    return (
      <g key={label.id}>
        {hairline && (
          <path
            d={`M${x + 8},${y}H${x + 15}L${labelX - 12},${labelY}H${labelX - 5}`}
            fill="none"
            stroke={role.line}
            strokeWidth={frame.large ? 1.5 : 1}
          />
        )}
        <text
          x={labelX}
          y={labelY + frame.labelSize * 0.36}
          fontSize={frame.labelSize}
          fill={role.text}
          {...halo(theme)}
        >
          <tspan fontWeight={label.role === "never" ? 500 : 600}>{label.name}</tspan>
          <tspan dx={frame.labelSize * 0.55} fontWeight={600} style={{ fontVariantNumeric: "tabular-nums" }}>
            {label.value}
          </tspan>
        </text>
      </g>
    );
  });
}
