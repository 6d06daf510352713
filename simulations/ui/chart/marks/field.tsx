/** A grey field over a stretch of x. */
import { isDark, isPresented, type Theme, tokens } from "../../design/tokens";
import { estimateWidth } from "../../ink/format";
import { withAlpha } from "../paint";
import { xPixel } from "../plane";
import type { MarkKind, MarkPlace, MarkProps } from "./mark-kind";
import type { FieldMark } from "./model";

const fillOf = (theme: Theme) =>
  withAlpha(tokens[theme]["--ink"], isDark(theme) ? 0.06 : isPresented(theme) ? 0.09 : 0.045);

const clipped = ({ from, to }: FieldMark, [min, max]: readonly [number, number]) => ({
  from: Math.max(from, min),
  to: Math.min(to, max),
});

function FieldLabels({ marks, plane, theme }: MarkProps<FieldMark>) {
  const { frame } = plane;
  if (!frame.direct) return null;
  return marks
    .filter(({ quiet }) => !quiet)
    .map((field) => {
      const { from, to } = clipped(field, plane.x.range);
      const [left, right] = [xPixel(plane, from), xPixel(plane, to)];
      const fits = estimateWidth(field.label, frame.tickSize) < right - left - 4;
      const lines = fits ? [field.label] : field.label.split(" ");
      return (
        <text
          key={`${field.from}-${field.label}`}
          textAnchor="middle"
          fontSize={frame.tickSize}
          fill={tokens[theme]["--ink-3"]}
        >
          {lines.map((line, i) => (
            <tspan key={line} x={(left + right) / 2} y={frame.top + frame.tickSize * (1.3 + i * 1.2)}>
              {line}
            </tspan>
          ))}
        </text>
      );
    });
}

/** The fields themselves, in a chart that is all SVG. */
export function Fields({ marks, plane, theme }: Pick<MarkPlace, "plane" | "theme"> & { marks: readonly FieldMark[] }) {
  const { frame } = plane;
  return marks.map((field) => {
    const { from, to } = clipped(field, plane.x.range);
    const x = xPixel(plane, from);
    return (
      <rect
        key={`${field.from}-${field.label}`}
        x={x}
        y={frame.top}
        width={Math.max(0, xPixel(plane, to) - x)}
        height={frame.height - frame.bottom - frame.top}
        fill={fillOf(theme)}
      />
    );
  });
}

export const field: MarkKind<FieldMark> = {
  rows: ({ from, to, label }) => [
    { x: from, label: `${label}, from` },
    { x: to, label: `${label}, until` },
  ],
  shape: (mark, { plane, theme }) => {
    const { from, to } = clipped(mark, plane.x.range);
    return {
      type: "rect",
      xref: "x",
      yref: "paper",
      x0: from,
      x1: to,
      y0: 0,
      y1: 1,
      fillcolor: fillOf(theme),
      line: { width: 0 },
      layer: "below",
    };
  },
  Draw: FieldLabels,
};
