/** Grid and ticks of a chart that is all SVG, as Plotly draws them for the others. Attributes only: pictures are made from it. */
import { type Theme, tokens } from "../design/tokens";
import { AxisTitle } from "./axis-title";
import { type Plane, xPixel, yPixel } from "./plane";

interface AxesProps {
  readonly plane: Plane;
  readonly theme: Theme;
}

/** Lines across at the ticks of y, with their texts. */
export function Grid({ plane, theme }: AxesProps) {
  const { frame, y } = plane;
  const colours = tokens[theme];
  return y.ticks.map((tick, i) => {
    const at = yPixel(plane, tick);
    return (
      <g key={tick}>
        <line
          x1={frame.left}
          x2={frame.width - frame.right}
          y1={at}
          y2={at}
          stroke={tick === 0 ? colours["--ink-3"] : colours["--grid"]}
          strokeWidth={1}
        />
        <text
          x={frame.left - 8}
          y={at + frame.tickSize * 0.36}
          textAnchor="end"
          fontSize={frame.tickSize}
          fill={colours["--ink-3"]}
        >
          {y.texts[i]}
        </text>
      </g>
    );
  });
}

/** Ticks under the chart and the axis's name. */
export function Foot({ plane, theme, label }: AxesProps & { readonly label: string }) {
  const { frame, x } = plane;
  const colours = tokens[theme];
  const base = frame.height - frame.bottom;
  return (
    <>
      {x.ticks.map((tick, i) => {
        const at = xPixel(plane, tick);
        return (
          <g key={tick}>
            <line x1={at} x2={at} y1={base} y2={base + 4} stroke={colours["--ink-3"]} strokeWidth={1} />
            <text
              x={at}
              y={base + 6 + frame.tickSize}
              textAnchor="middle"
              fontSize={frame.tickSize}
              fill={colours["--ink-3"]}
            >
              {x.texts[i]}
            </text>
          </g>
        );
      })}
      <AxisTitle label={label} plane={plane} theme={theme} />
    </>
  );
}
