/** A level of the measured value: across a chart with two axes. Where values lie on x it stands upright (level-uprights.tsx). */
import { MarkerShape } from "../../ink/marker";
import { drawRole } from "../../ink/roles";
import { dashText, halo } from "../paint";
import { type Plane, xPixel, yPixel } from "../plane";
import { pushApart } from "../push-apart";
import type { MarkKind, MarkPlace, MarkProps } from "./mark-kind";
import type { LevelMark } from "./model";

/** "truth": thin, its name at the start of the line. */
function ThinLabel({ mark, plane, theme, start }: MarkPlace & { readonly mark: LevelMark }) {
  const { frame } = plane;
  // Without room at the lines' ends the key has its name.
  if (!frame.direct) return null;
  const y = yPixel(plane, mark.at);
  // Under the line, unless that would be among the ticks.
  const fits = y + frame.tickSize * 1.7 < frame.height - frame.bottom;
  return (
    <text
      x={Math.max(frame.left, xPixel(plane, start)) + 2}
      y={y + frame.tickSize * (fits ? 1.55 : -0.6)}
      fontSize={frame.tickSize}
      fill={drawRole(mark.role, theme, frame.large).text}
      {...halo(theme)}
    >
      {mark.label}
    </text>
  );
}

interface PlacedLabel {
  readonly mark: LevelMark;
  readonly y: number;
  /** Where its name stands: at its line, or as near to it as the names of other levels allow. */
  readonly labelY: number;
}

function placed(marks: readonly LevelMark[], plane: Plane): PlacedLabel[] {
  const { frame } = plane;
  const wanted = marks.map(({ at }) => yPixel(plane, at));
  const apart = pushApart(wanted, frame.tickSize * 1.25, frame.top, frame.height - frame.bottom);
  return marks.map((mark, i) => ({ mark, y: wanted[i]!, labelY: apart[i]! }));
}

function LevelLabels({ marks, ends, ...place }: MarkProps<LevelMark>) {
  const { plane, theme } = place;
  const { frame } = plane;
  const right = frame.width - frame.right;
  // Beside the chart, unless a line's own label stands there; lines cut at a moment have theirs inside.
  const isBeside = ({ at }: LevelMark) =>
    frame.direct &&
    ends.every((end) => end.right < right || Math.abs(end.labelY - yPixel(plane, at)) > frame.labelSize * 1.3);
  const thick = marks.filter(({ role }) => role !== "truth");
  return [
    ...marks
      .filter(({ role }) => role === "truth")
      .map((mark) => <ThinLabel key={mark.label} mark={mark} {...place} />),
    ...[true, false].flatMap((beside) =>
      placed(
        thick.filter((mark) => isBeside(mark) === beside),
        plane,
      ).map(({ mark, y, labelY }) => {
        const role = drawRole(mark.role, theme, frame.large);
        return (
          <g key={mark.label}>
            {beside && <MarkerShape marker="triangle-down" x={right + 9} y={y} size={7} colour={role.line} />}
            <text
              x={beside ? right + 20 : right}
              y={beside ? labelY + frame.tickSize * 0.36 : labelY - 5}
              textAnchor={beside ? "start" : "end"}
              fontSize={frame.tickSize}
              fontWeight={600}
              fill={role.text}
              {...halo(theme)}
            >
              {mark.label}
            </text>
          </g>
        );
      }),
    ),
  ];
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
