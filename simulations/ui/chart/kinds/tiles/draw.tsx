/** Tiles as one SVG: a state has its own shape and word, so that no colour is needed to read it. */
import { tokens } from "../../../design/tokens";
import { chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { FONT } from "../../templates";
import { panelGrid, roomOf } from "../multiples/grid";
import { FullTile, fullTileHeight } from "./full-tile";
import type { TileChart } from "./model";
import { SmallTile } from "./small-tile";

export function Draw({ chart, label, width, theme, band, plot }: DrawProps<TileChart>) {
  const frame = chartFrame({ width, theme, band });
  const scale = frame.tickSize / 12;
  const gap = 12 * scale;
  const natural = fullTileHeight(frame) + gap;
  // Where the place decides the height, tiles take what a chart of one plot would.
  const given = plot === undefined ? undefined : plot + frame.tickSize * 4;
  const { columns, row, small } = roomOf(chart.tiles.length, width, natural, scale, given);
  const height = small ? row - gap / 2 : natural - gap;
  const places = panelGrid(chart.tiles.length, width, small ? row : natural, columns);
  const Shape = small ? SmallTile : FullTile;
  return (
    <svg
      className="dl-drawing"
      width={width}
      height={Math.max(height, ...places.map(({ top }) => top + height)) + 1}
      role="img"
      aria-label={label}
      fontFamily={FONT}
    >
      {chart.tiles.map((tile, i) => {
        const { left, top, width: wide } = places[i]!;
        const colours = tokens[theme];
        const tone = tile.state === "alarm" ? colours["--alarm-text"] : colours["--ink"];
        return (
          <g key={tile.id}>
            <rect
              x={left + 0.5}
              y={top + 0.5}
              width={wide - 1}
              height={height - 1}
              rx={5}
              fill="none"
              stroke={tile.state === "ok" ? colours["--hair"] : tone}
              strokeWidth={tile.state === "alarm" ? (frame.large ? 4 : 2) : 1}
            />
            <Shape {...{ tile, left, top, width: wide, height, frame, theme, tone }} />
          </g>
        );
      })}
    </svg>
  );
}
