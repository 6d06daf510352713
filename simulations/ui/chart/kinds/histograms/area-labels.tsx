/** The counts of the four areas on both sides of the threshold, one row a group: a confusion matrix that moves with it. */

import { type Theme, tokens } from "../../../design/tokens";
import { estimateWidth, formatNumber } from "../../../ink/format";
import { halo } from "../../paint";
import { fillings, Hatch } from "./areas";
import { placePair } from "./geometry";
import type { Area, HistogramGroup } from "./model";

interface AreaLabelsProps {
  readonly groups: readonly HistogramGroup[];
  readonly at: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Height of a row. */
  readonly line: number;
  readonly tickSize: number;
  readonly theme: Theme;
  readonly large: boolean;
  readonly patternId: string;
}

const whole = ({ count, label }: Area) => `${formatNumber(count, 0)} ${label}`;
const short = (area: Area) => area.short;

export function AreaLabels(props: AreaLabelsProps) {
  const { groups, at, left, right, top, line, tickSize, theme, large, patternId } = props;
  const swatch = tickSize * 0.95;
  const gap = swatch + 14;
  const sides = fillings(theme);
  const pairOf = (group: HistogramGroup, text: (area: Area) => string) => {
    const texts = [text(group.below), text(group.above)] as const;
    const [before, after] = texts.map((one) => estimateWidth(one, tickSize, 600) + 2) as [number, number];
    const placed = placePair({ before, after, at, gap, left: Math.min(left, 4), right: right + 8 });
    return placed && { texts, placed };
  };
  // All rows speak alike: in full where every row has room for it.
  const full = groups.map((group) => pairOf(group, whole));
  const pairs = full.every((pair) => pair !== undefined) ? full : groups.map((group) => pairOf(group, short));
  return groups.map((group, row) => {
    const pair = pairs[row];
    if (!pair) return null;
    const y = top + (row + 0.5) * line;
    return (
      <g key={group.id}>
        {(["below", "above"] as const).map((side, i) => {
          const { colour, opacity } = sides[side];
          const x = pair.placed[i]!;
          const id = `${patternId}-key-${group.id}-${side}`;
          const hatched = group.filling === "hatched";
          return (
            <g key={side}>
              {hatched && (
                <defs>
                  <Hatch id={id} colour={colour} large={large} />
                </defs>
              )}
              <rect
                x={side === "below" ? x + 5 : x - 5 - swatch}
                y={y - swatch / 2}
                width={swatch}
                height={swatch}
                fill={hatched ? `url(#${id})` : colour}
                fillOpacity={hatched ? 0.9 : opacity}
                stroke={colour}
                strokeWidth={hatched ? 1.75 : 1}
              />
              <text
                x={x}
                y={y + tickSize * 0.36}
                textAnchor={side === "below" ? "end" : "start"}
                fontSize={tickSize}
                fontWeight={600}
                fill={side === "below" ? tokens[theme]["--ink-2"] : tokens[theme]["--alarm-text"]}
                {...halo(theme)}
              >
                {pair.texts[i]}
              </text>
            </g>
          );
        })}
      </g>
    );
  });
}
