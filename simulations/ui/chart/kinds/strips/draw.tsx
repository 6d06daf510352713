/** Rows of bars over the shared time axis. SVG with attributes only, so that pictures are made from it as it stands. */
import { type Theme, tokens } from "../../../design/tokens";
import { drawRole } from "../../../ink/roles";
import { axisOf } from "../../axes";
import { type ChartFrame, chartFrame } from "../../frame";
import { Handle } from "../../handle";
import type { DrawProps } from "../../kind";
import { halo } from "../../paint";
import { project } from "../../scale";
import { FONT } from "../../templates";
import { UprightLines } from "../../uprights";
import type { StripChart } from "./model";

/** Room under the last row for the grip of a handle, which would hide its bars, px. */
const GRIP_ROOM = 24;

/** Share of a step that a bar fills. */
const BAR = 0.54;

export function Draw(props: DrawProps<StripChart>) {
  const { shown: chart, label, width, theme, band, uprights, ticksBelow, plot } = props;
  const frame = chartFrame({ width, theme, band, ticksBelow });
  const { direct, large, left, right } = frame;
  const usual = Math.round(frame.labelSize * (direct ? 2.4 : 2.55));
  const offset = direct ? 4 : 8;
  const rows = Math.max(1, chart.rows.length);
  const room = chart.handle ? GRIP_ROOM : 0;
  const pitch = plot === undefined ? usual : Math.min(usual * 1.4, (frame.top + plot - offset - room) / rows);
  const tall = direct ? pitch * 0.7 : pitch - frame.tickSize * 1.35;
  const base = plot === undefined ? offset + pitch * rows + room : frame.top + plot;
  const height = base + (ticksBelow ? frame.bottom : 0);
  const range: [number, number] = [chart.x.min, chart.x.max];
  const pixel = (x: number) => project(x, range, left, width - right);
  const xs = [...new Set(chart.rows.flatMap((row) => row.x))].sort((a, b) => a - b);
  const step = xs.length > 1 ? Math.min(...xs.slice(1).map((x, i) => x - xs[i]!)) : 1;
  const bar = Math.max(1, (pixel(step) - pixel(0)) * BAR);
  const place = { range, left, right, width };
  const strips = (
    <svg className="dl-drawing" width={width} height={height} role="img" aria-label={label} fontFamily={FONT}>
      {chart.rows.map((row, i) => {
        const role = drawRole(row.role, theme, large);
        const foot = offset + pitch * (i + 1) - 6.5;
        return (
          <g key={row.label}>
            <line
              x1={left}
              x2={width - right}
              y1={foot}
              y2={foot}
              stroke={tokens[theme]["--ink-3"]}
              strokeOpacity={0.75}
              strokeWidth={1}
            />
            {row.x.map((x, k) => {
              const share = row.height[k] ?? 0;
              if (!(share > 0)) return null;
              const drawn = Math.max(0.75, Math.min(1, share) * tall);
              return (
                <rect key={x} x={pixel(x) - bar / 2} y={foot - drawn} width={bar} height={drawn} fill={role.line} />
              );
            })}
          </g>
        );
      })}
      <UprightLines lines={uprights} place={place} theme={theme} large={large} from={0} to={base - 6} />
      {chart.rows.map((row, i) => {
        const role = drawRole(row.role, theme, large);
        const foot = offset + pitch * (i + 1) - 6.5;
        return (
          <text
            key={row.label}
            x={direct ? width - right + 22 : left}
            y={direct ? foot - tall / 2 + frame.labelSize * 0.36 : foot - tall - 3}
            fontSize={direct ? frame.labelSize : frame.tickSize}
            fontWeight={row.role === "grey" ? 500 : 600}
            fill={role.text}
            {...halo(theme)}
          >
            {row.label}
          </text>
        );
      })}
      {ticksBelow && <StripTicks {...{ chart, frame, theme, base }} />}
    </svg>
  );
  if (!chart.handle) return strips;
  return (
    <div className="dl-handled">
      {strips}
      <Handle handle={chart.handle} place={{ range, left, right: width - right, top: 0, bottom: base }} />
    </div>
  );
}

interface TicksProps {
  readonly chart: StripChart;
  readonly frame: ChartFrame;
  readonly theme: Theme;
  readonly base: number;
}

/** Ticks and title of x, as under a chart of lines. */
function StripTicks({ chart, frame, theme, base }: TicksProps) {
  const { ticks, texts, range } = axisOf(chart.x);
  const colours = tokens[theme];
  const y = base + 6 + frame.tickSize;
  return (
    <>
      {ticks.map((tick, i) => {
        const x = project(tick, range, frame.left, frame.width - frame.right);
        return (
          <g key={tick}>
            <line x1={x} x2={x} y1={base} y2={base + 4} stroke={colours["--ink-3"]} strokeWidth={1} />
            <text x={x} y={y} textAnchor="middle" fontSize={frame.tickSize} fill={colours["--ink-3"]}>
              {texts[i]}
            </text>
          </g>
        );
      })}
      <text
        x={frame.direct ? frame.width - frame.right + 14 : frame.left}
        y={frame.direct ? y : y + frame.tickSize * 1.45}
        fontSize={frame.tickSize}
        fill={colours["--ink-2"]}
      >
        {chart.x.label}
      </text>
    </>
  );
}
