/** A tile in little room: the sign of its state, a short name and the value. The rest of what it says is under Table. */
import { tokens } from "../../../design/tokens";
import { estimateWidth, formatNumber } from "../../../ink/format";
import type { TileProps } from "./full-tile";
import { StateSign } from "./state-sign";

export function SmallTile({ tile, left, top, width, height, frame, theme, tone }: TileProps) {
  const { tickSize, labelSize } = frame;
  const colours = tokens[theme];
  const sign = tickSize * 1.15;
  const pad = tickSize * 0.5;
  const middle = top + height / 2;
  const below = middle + labelSize * 1.15;
  const value = formatNumber(tile.value, tile.digits);
  // A unit of more than a sign has no room beside a long value.
  const unit =
    pad * 2 + estimateWidth(value, labelSize, 600) + 4 + estimateWidth(tile.unit, tickSize) < width ? tile.unit : "";
  return (
    <>
      <StateSign
        state={tile.state}
        x={left + pad + sign / 2}
        y={middle - tickSize * 0.7}
        size={sign}
        colour={tone}
        surface={colours["--surface"]}
      />
      <text
        x={left + pad + sign + 5}
        y={middle - tickSize * 0.34}
        fontSize={tickSize}
        fontWeight={500}
        fill={colours["--ink-2"]}
      >
        {tile.short ?? tile.label}
      </text>
      <text x={left + pad} y={below} fontSize={labelSize} fontWeight={600} fill={tone}>
        {value}
        {unit && (
          <tspan dx={4} fontSize={tickSize} fontWeight={400} fill={colours["--ink-3"]}>
            {unit}
          </tspan>
        )}
      </text>
    </>
  );
}
