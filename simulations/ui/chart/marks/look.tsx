/** Diamonds on the axis where something is looked at. */
import { tokens } from "../../design/tokens";
import { estimateWidth } from "../../ink/format";
import { halo } from "../paint";
import { xPixel, yPixel } from "../plane";
import type { MarkKind, MarkProps } from "./mark-kind";
import type { LookMark } from "./model";

function Looks({ marks, plane, theme, moment }: MarkProps<LookMark>) {
  const { frame } = plane;
  const colours = tokens[theme];
  const base = yPixel(plane, plane.y.range[0]);
  const size = frame.tickSize;
  const r = frame.large ? 7.5 : 5;
  const looks = marks.map((look) => ({ ...look, at: xPixel(plane, look.x) }));
  const roomy = looks.every((look, i) => {
    const next = looks[i + 1]?.at ?? frame.width - frame.right + 60;
    return next - look.at > estimateWidth(look.label, size) + 3 * r;
  });
  return looks.map((look) => {
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
            {...halo(theme)}
          >
            {look.label}
          </text>
        )}
      </g>
    );
  });
}

export const look: MarkKind<LookMark> = {
  rows: ({ x, label }) => [{ x, label }],
  Draw: Looks,
};
