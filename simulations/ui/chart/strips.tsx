/** Rows of bars over the shared time axis. SVG with attributes only, so that pictures are made from it as it stands. */
import { type Theme, tokens } from "../tokens";
import type { Band } from "./frame";
import { chartFrame } from "./frame";
import type { StripChart } from "./model";
import { halo } from "./overlay";
import { drawRole } from "./roles";
import { project } from "./scale";
import { FONT } from "./templates";
import { type Upright, UprightLines } from "./uprights";

interface StripsProps {
  readonly chart: StripChart;
  readonly width: number;
  readonly theme: Theme;
  readonly band: Band;
  readonly uprights: readonly Upright[];
  /** The uprights go on into the chart below. */
  readonly through?: boolean;
}

/** Share of a step that a bar fills. */
const BAR = 0.54;

export function Strips({ chart, width, theme, band, uprights, through = false }: StripsProps) {
  const frame = chartFrame({ width, theme, band, ticksBelow: false });
  const { direct, large, left, right } = frame;
  const pitch = large ? 51 : direct ? 31 : 33;
  const tall = large ? 36 : direct ? 22 : 15;
  const offset = direct ? 4 : 8;
  const height = offset + pitch * chart.rows.length;
  const range: [number, number] = [chart.x.min, chart.x.max];
  const pixel = (x: number) => project(x, range, left, width - right);
  const xs = [...new Set(chart.rows.flatMap((row) => row.x))].sort((a, b) => a - b);
  const step = xs.length > 1 ? Math.min(...xs.slice(1).map((x, i) => x - xs[i]!)) : 1;
  const bar = Math.max(1, (pixel(step) - pixel(0)) * BAR);
  const place = { range, left, right, width };
  return (
    <svg className="dl-strips" width={width} height={height} aria-hidden="true" fontFamily={FONT}>
      {chart.rows.map((row, i) => {
        const role = drawRole(row.role, theme, large);
        const base = offset + pitch * (i + 1) - 6.5;
        return (
          <g key={row.label}>
            <line
              x1={left}
              x2={width - right}
              y1={base}
              y2={base}
              stroke={tokens[theme]["--ink-3"]}
              strokeOpacity={0.75}
              strokeWidth={1}
            />
            {row.x.map((x, k) => {
              const share = row.height[k] ?? 0;
              if (!(share > 0)) return null;
              const drawn = Math.max(0.75, Math.min(1, share) * tall);
              return (
                <rect key={x} x={pixel(x) - bar / 2} y={base - drawn} width={bar} height={drawn} fill={role.line} />
              );
            })}
          </g>
        );
      })}
      <UprightLines
        lines={uprights}
        place={place}
        theme={theme}
        large={large}
        from={0}
        to={through ? height : height - 6}
      />
      {chart.rows.map((row, i) => {
        const role = drawRole(row.role, theme, large);
        const base = offset + pitch * (i + 1) - 6.5;
        return (
          <text
            key={row.label}
            x={direct ? width - right + 22 : left}
            y={direct ? base - tall / 2 + frame.labelSize * 0.5 : base - tall - 3}
            fontSize={direct ? frame.labelSize : frame.tickSize}
            fontWeight={row.role === "never" ? 500 : 600}
            fill={role.text}
            {...halo(theme)}
          >
            {row.label}
          </text>
        );
      })}
    </svg>
  );
}
