/** A tile with all it says: name, value and unit, the recent past as a line, state and why it has it. */
import { type Theme, tokens } from "../../../design/tokens";
import { estimateWidth, formatNumber } from "../../../ink/format";
import type { ChartFrame } from "../../frame";
import { linePath } from "../../paths";
import { project } from "../../scale";
import type { Tile } from "./model";
import { StateSign } from "./state-sign";
import { stateWords } from "./state-words";

export interface TileProps {
  readonly tile: Tile;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly frame: ChartFrame;
  readonly theme: Theme;
  /** Colour of the state. */
  readonly tone: string;
}

const scaleOf = ({ tickSize }: ChartFrame) => tickSize / 12;
const padOf = (frame: ChartFrame) => 12 * scaleOf(frame);
const valueSizeOf = ({ labelSize }: ChartFrame) => labelSize * 1.85;

export const fullTileHeight = (frame: ChartFrame): number =>
  padOf(frame) * 2 + frame.labelSize * 1.2 + valueSizeOf(frame) * 1.25 + frame.tickSize * 1.5;

export function FullTile({ tile, left, top, width, frame, theme, tone }: TileProps) {
  const { tickSize, labelSize, large } = frame;
  const colours = tokens[theme];
  const pad = padOf(frame);
  const valueSize = valueSizeOf(frame);
  const value = formatNumber(tile.value, tile.digits);
  const sign = tickSize * 1.15;
  const name = top + pad + labelSize;
  const line = name + valueSize * 1.25;
  const from =
    left + pad + estimateWidth(value, valueSize, 600) + estimateWidth(tile.unit, tickSize) + 26 * scaleOf(frame);
  const to = left + width - pad;
  const { x = [], y = [] } = tile.recent ?? {};
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const spread: [number, number] = high > low ? [low, high] : [low - 1, high + 1];
  const px = (at: number) => project(at, [x[0]!, x.at(-1)!], from, to);
  const py = (at: number) => project(at, spread, line, line - valueSize * 0.85);
  const drawn = x.length > 1 && to - from > 30;
  return (
    <>
      <text x={left + pad} y={name} fontSize={labelSize} fontWeight={500} fill={colours["--ink-2"]}>
        {tile.label}
      </text>
      <text x={left + pad} y={line} fontSize={valueSize} fontWeight={600} fill={colours["--ink"]}>
        {value}
        <tspan dx={5} fontSize={tickSize} fontWeight={400} fill={colours["--ink-3"]}>
          {tile.unit}
        </tspan>
      </text>
      {drawn && (
        <>
          <path
            d={linePath(x.map(px), y.map(py))}
            fill="none"
            stroke={colours["--ink-2"]}
            strokeWidth={large ? 2.5 : 1.5}
            strokeLinejoin="round"
          />
          <circle cx={px(x.at(-1)!)} cy={py(y.at(-1)!)} r={large ? 5 : 3} fill={tone} />
        </>
      )}
      <StateSign
        state={tile.state}
        x={left + pad + sign / 2}
        y={line + tickSize * 1.5}
        size={sign}
        colour={tone}
        surface={colours["--surface"]}
      />
      <text x={left + pad + sign + 6} y={line + tickSize * 1.86} fontSize={tickSize} fontWeight={600} fill={tone}>
        {stateWords[tile.state]}
        {tile.note && (
          <tspan dx={6} fontWeight={400} fill={colours["--ink-2"]}>
            {tile.note}
          </tspan>
        )}
      </text>
    </>
  );
}
