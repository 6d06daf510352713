/** A change: one upright line through all charts of the axis (uprights.tsx), named over the first of them. */
import { tokens } from "../../design/tokens";
import { estimateWidth } from "../../ink/format";
import { halo } from "../paint";
import { xPixel } from "../plane";
import type { MarkKind, MarkProps } from "./mark-kind";
import type { ChangeMark } from "./model";

/** Names stand centred over their lines; one that would touch its neighbour is left to the text. */
function ChangeLabels({ marks, plane, theme, named }: MarkProps<ChangeMark>) {
  const { frame } = plane;
  if (!named) return null;
  let free = 0;
  return marks.map((change) => {
    const label = frame.direct ? change.label : (change.short ?? change.label);
    const half = estimateWidth(label, frame.tickSize + 0.5, 500) / 2;
    const wanted = xPixel(plane, change.x);
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

export const change: MarkKind<ChangeMark> = {
  rows: ({ x, label }) => [{ x, label }],
  Draw: ChangeLabels,
};
