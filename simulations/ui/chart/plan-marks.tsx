/** A plan on a line chart: the names of its steps in the field's words, and diamonds where it will be looked at. */

import { type Theme, tokens } from "../design/tokens";
import { estimateWidth } from "../ink/format";
import { xPixel, yPixel } from "./end-labels";
import type { LineChart } from "./model";
import { halo } from "./overlay";
import type { Figure } from "./plotly-figure";
import { FONT } from "./templates";

interface PlanMarksProps {
  readonly chart: LineChart;
  readonly figure: Figure;
  readonly theme: Theme;
  readonly moment: number;
}

const MONO = '"JetBrains Mono Variable", ui-monospace, monospace';
/** A letter of JetBrains Mono takes 0.6 em. */
const MONO_WIDTH = 0.6;

export function PlanMarks({ chart, figure, theme, moment }: PlanMarksProps) {
  const { frame } = figure;
  const colours = tokens[theme];
  const right = frame.width - frame.right;
  const base = yPixel(figure, figure.y.range[0]);
  const outline = halo(theme);
  const size = frame.tickSize;
  const r = frame.large ? 7.5 : 5;
  const looks = (chart.looks ?? []).map((look) => ({ ...look, at: xPixel(figure, look.x) }));
  const roomy = looks.every((look, i) => {
    const next = looks[i + 1]?.at ?? right + 60;
    return next - look.at > estimateWidth(look.label, size) + 3 * r;
  });
  return (
    <svg className="dl-overlay" width={frame.width} height={frame.height} aria-hidden="true" fontFamily={FONT}>
      {(chart.steps ?? []).map((step) => {
        const x = xPixel(figure, step.x) + 5;
        const width = step.label.length * size * MONO_WIDTH;
        const before = x + width > right + (frame.direct ? 8 : 0);
        const y = yPixel(figure, step.y);
        const high = y - size < frame.top - 2;
        return (
          <text
            key={`${step.x}-${step.label}`}
            x={before ? right - 4 : x}
            y={high ? y + size * 1.35 : y - size * 0.45}
            textAnchor={before ? "end" : "start"}
            fontSize={size}
            fontFamily={MONO}
            fill={step.x <= moment ? colours["--ink"] : colours["--ink-3"]}
            {...outline}
          >
            {step.label}
          </text>
        );
      })}
      {looks.map((look) => {
        const past = look.x <= moment + 1e-9;
        return (
          <g key={look.x}>
            <path
              d={`M${look.at},${base - r}l${r},${r}l${-r},${r}l${-r},${-r}z`}
              fill={past ? colours["--ink"] : colours["--surface"]}
              stroke={colours["--ink"]}
              strokeWidth={frame.large ? 2 : 1.25}
            />
            {roomy && frame.direct && (
              <text
                x={look.at + r + 3}
                y={base - size * 0.5}
                fontSize={size}
                fill={past ? colours["--ink"] : colours["--ink-3"]}
                {...outline}
              >
                {look.label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
