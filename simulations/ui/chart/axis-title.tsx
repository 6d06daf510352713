import { type Theme, tokens } from "../design/tokens";
import { estimateWidth } from "../ink/format";
import type { Plane } from "./plane";

interface AxisTitleProps {
  readonly label: string;
  readonly plane: Plane;
  readonly theme: Theme;
}

/** The x title follows the last tick, or stands below the ticks where there is no room. */
export function AxisTitle({ label, plane, theme }: AxisTitleProps) {
  const { frame } = plane;
  if (frame.bottom < 20) return null;
  const y = frame.height - frame.bottom + 6 + frame.tickSize;
  const { ticks, texts, range } = plane.x;
  const lastTick = ticks.at(-1) === range[1] ? estimateWidth(texts.at(-1) ?? "", frame.tickSize) / 2 : 0;
  return (
    <text
      x={frame.direct ? frame.width - frame.right + Math.max(14, lastTick + 8) : frame.left}
      y={frame.direct ? y : y + frame.tickSize * 1.45}
      fontSize={frame.tickSize}
      fill={tokens[theme]["--ink-2"]}
    >
      {label}
    </text>
  );
}

/** The y title stands above its axis; the frame leaves it a line (`yNamed`). */
export const ValueTitle = ({ label, plane: { frame }, theme }: AxisTitleProps) => (
  <text x={0} y={frame.tickSize} fontSize={frame.tickSize} fill={tokens[theme]["--ink-2"]}>
    {label}
  </text>
);
