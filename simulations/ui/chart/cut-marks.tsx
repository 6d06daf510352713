/** Signs at the edge of a picture where figures go on beyond it. Attributes only: pictures are made from them. */
import { type Theme, tokens } from "../design/tokens";
import { estimateWidth } from "../ink/format";
import type { Cut } from "./cuts";
import { halo } from "./paint";

interface CutMarksProps {
  readonly cuts: readonly Cut[];
  readonly pixel: (x: number) => number;
  /** Edges of the picture, px. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly tickSize: number;
  readonly theme: Theme;
}

/** A second label at the same place stands under the first; what finds no room is told in the table only. */
const LINES = 2;

/** "↑ 312" where a line or bar leaves the picture, the farthest first. */
export function CutMarks({ cuts, pixel, left, right, top, bottom, tickSize, theme }: CutMarksProps) {
  const placed: { x: number; half: number; line: number; side: Cut["side"] }[] = [];
  return [...cuts]
    .sort((a, b) => b.by - a.by)
    .map((cut) => {
      const { side } = cut;
      const text = `${side === "above" ? "↑" : "↓"} ${cut.value}`;
      const half = estimateWidth(text, tickSize) / 2;
      const x = Math.min(right - half, Math.max(left + half + 2, pixel(cut.x)));
      const isFree = (line: number) =>
        placed.every(
          (other) => other.side !== side || other.line !== line || Math.abs(other.x - x) > other.half + half + 4,
        );
      const line = Array.from({ length: LINES }, (_, i) => i).find(isFree);
      if (line === undefined) return null;
      placed.push({ x, half, line, side });
      return (
        <text
          key={`${side} ${x} ${line}`}
          x={x}
          y={side === "above" ? top + tickSize * (1 + 1.4 * line) : bottom - tickSize * (0.5 + 1.4 * line)}
          textAnchor="middle"
          fontSize={tickSize}
          fill={tokens[theme]["--ink"]}
          {...halo(theme)}
        >
          {text}
        </text>
      );
    });
}

interface EdgeProps {
  readonly x: number;
  readonly y: number;
  /** Which end of its line: a row goes on to the right or to the left. */
  readonly side: Cut["side"];
  readonly colour: string;
  readonly large: boolean;
}

/** The end of a horizontal line that goes on beyond the axis: an arrow's head. */
export function EdgeArrow({ x, y, side, colour, large }: EdgeProps) {
  const back = (side === "above" ? -1 : 1) * (large ? 9 : 6);
  const rise = large ? 7 : 4.5;
  return (
    <path
      d={`M${x + back},${y - rise}L${x},${y}L${x + back},${y + rise}`}
      fill="none"
      stroke={colour}
      strokeWidth={large ? 3 : 2}
    />
  );
}
