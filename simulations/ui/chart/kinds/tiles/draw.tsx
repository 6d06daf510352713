/** Tiles as one SVG: a state has its own shape and word, so that no colour is needed to read it. */
import { tokens } from "../../../design/tokens";
import { estimateWidth, formatNumber } from "../../../ink/format";
import { chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { linePath } from "../../paths";
import { project } from "../../scale";
import { FONT } from "../../templates";
import { columnsOf, panelGrid } from "../multiples/grid";
import type { Tile, TileChart } from "./model";
import { StateSign } from "./state-sign";
import { stateWords } from "./state-words";

export function Draw({ chart, label, width, theme, band }: DrawProps<TileChart>) {
  const { tickSize, labelSize, large } = chartFrame({ width, theme, band });
  const colours = tokens[theme];
  const scale = tickSize / 12;
  const pad = 12 * scale;
  const valueSize = labelSize * 1.85;
  const tall = pad * 2 + labelSize * 1.2 + valueSize * 1.25 + tickSize * 1.5;
  const gap = 12 * scale;
  const places = panelGrid(chart.tiles.length, width, tall + gap, columnsOf(chart.tiles.length, width, scale));
  const height = Math.max(tall, ...places.map(({ top }) => top + tall)) + 1;
  const toneOf = ({ state }: Tile) => (state === "alarm" ? colours["--alarm-text"] : colours["--ink"]);
  return (
    <svg className="dl-drawing" width={width} height={height} role="img" aria-label={label} fontFamily={FONT}>
      {chart.tiles.map((tile, i) => {
        const { left, top, width: wide } = places[i]!;
        const tone = toneOf(tile);
        const word = stateWords[tile.state];
        const value = formatNumber(tile.value, tile.digits);
        const sign = tickSize * 1.15;
        const name = top + pad + labelSize;
        const line = name + valueSize * 1.25;
        const from =
          left + pad + estimateWidth(value, valueSize, 600) + estimateWidth(tile.unit, tickSize) + 26 * scale;
        const to = left + wide - pad;
        const { x = [], y = [] } = tile.recent ?? {};
        const [low, high] = [Math.min(...y), Math.max(...y)];
        const spread: [number, number] = high > low ? [low, high] : [low - 1, high + 1];
        const px = (at: number) => project(at, [x[0]!, x.at(-1)!], from, to);
        const py = (at: number) => project(at, spread, line, line - valueSize * 0.85);
        const drawn = x.length > 1 && to - from > 30;
        return (
          <g key={tile.id}>
            <rect
              x={left + 0.5}
              y={top + 0.5}
              width={wide - 1}
              height={tall - 1}
              rx={5}
              fill="none"
              stroke={tile.state === "ok" ? colours["--hair"] : tone}
              strokeWidth={tile.state === "alarm" ? (large ? 4 : 2) : 1}
            />
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
              {word}
              {tile.note && (
                <tspan dx={6} fontWeight={400} fill={colours["--ink-2"]}>
                  {tile.note}
                </tspan>
              )}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
