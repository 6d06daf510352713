/** The names of a plan's steps, in the field's words. */
import { tokens } from "../../design/tokens";
import { halo } from "../paint";
import { xPixel, yPixel } from "../plane";
import { MONO, MONO_WIDTH } from "../templates";
import type { MarkKind, MarkProps } from "./mark-kind";
import type { StepMark } from "./model";

function Steps({ marks, plane, theme, moment }: MarkProps<StepMark>) {
  const { frame } = plane;
  const colours = tokens[theme];
  const right = frame.width - frame.right;
  const size = frame.tickSize;
  return marks.map((step) => {
    const x = xPixel(plane, step.x) + 5;
    const width = step.label.length * size * MONO_WIDTH;
    const before = x + width > right + (frame.direct ? 8 : 0);
    const y = yPixel(plane, step.y);
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
        {...halo(theme)}
      >
        {step.label}
      </text>
    );
  });
}

export const step: MarkKind<StepMark> = {
  rows: ({ x, y, label }) => [{ x, value: y, label }],
  Draw: Steps,
};
