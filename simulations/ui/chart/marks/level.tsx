/** A level of the measured value: across a chart with two axes. Where values lie on x it stands upright (level-uprights.tsx). */
import { MarkerShape } from "../../ink/marker";
import { drawRole } from "../../ink/roles";
import { dashText, halo } from "../paint";
import { xPixel, yPixel } from "../plane";
import type { MarkKind, MarkProps } from "./mark-kind";
import type { LevelMark } from "./model";

function LevelLabels({ marks, plane, theme, start, ends }: MarkProps<LevelMark>) {
  const { frame } = plane;
  return marks.map((level) => {
    const y = yPixel(plane, level.at);
    const role = drawRole(level.role, theme, frame.large);
    if (level.role === "truth") {
      // Without room at the lines' ends the key has its name.
      if (!frame.direct) return null;
      // Under the line, unless that would be among the ticks.
      const fits = y + frame.tickSize * 1.7 < frame.height - frame.bottom;
      return (
        <text
          key={level.label}
          x={Math.max(frame.left, xPixel(plane, start)) + 2}
          y={y + frame.tickSize * (fits ? 1.55 : -0.6)}
          fontSize={frame.tickSize}
          fill={role.text}
          {...halo(theme)}
        >
          {level.label}
        </text>
      );
    }
    const right = frame.width - frame.right;
    // Beside the chart, unless a line's own label stands there; lines cut at a moment have theirs inside.
    const beside =
      frame.direct && ends.every((end) => end.right < right || Math.abs(end.labelY - y) > frame.labelSize * 1.3);
    return (
      <g key={level.label}>
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
          {level.label}
        </text>
      </g>
    );
  });
}

export const level: MarkKind<LevelMark> = {
  rows: ({ at, label }) => [{ value: at, label }],
  value: ({ at }) => at,
  shape: ({ at, role: name }, { plane, theme, start }) => {
    const { x, frame } = plane;
    const role = drawRole(name, theme, frame.large);
    const thin = name === "truth";
    return {
      type: "line",
      xref: "x",
      x0: thin ? Math.max(x.range[0], Math.min(start, x.range[1])) : x.range[0],
      x1: x.range[1],
      yref: "y",
      y0: at,
      y1: at,
      line: {
        color: role.line,
        width: thin ? (frame.large ? 1.6 : 1.25) : role.width,
        dash: dashText(role) as "solid",
      },
      // "between": above the grid, below the lines; newer than the types.
      layer: thin ? ("between" as "below") : "above",
    };
  },
  Draw: LevelLabels,
};
