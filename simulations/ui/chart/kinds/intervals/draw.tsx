/** Intervals side by side: a line from low to high, the role's marker at the estimate, the figure at its end. */

import { isPresented, tokens } from "../../../design/tokens";
import { isWide } from "../../../design/type-scale";
import { estimateWidth, formatNumber } from "../../../ink/format";
import { MarkerShape } from "../../../ink/marker";
import { drawRole, roleMarker } from "../../../ink/roles";
import { EdgeArrow } from "../../cut-marks";
import { farthest } from "../../cuts";
import { chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { Uprights } from "../../marks/level-uprights";
import { halo } from "../../paint";
import { niceTicks, project } from "../../scale";
import { FONT } from "../../templates";
import { rowCuts } from "./cuts";
import type { IntervalChart } from "./model";
import { namesPlace } from "./names";

export function Draw({ chart, label: sentence, width, theme, band, plot }: DrawProps<IntervalChart>) {
  const large = isPresented(theme) && isWide(band);
  const colours = tokens[theme];
  const { labelSize: label, tickSize: tick } = chartFrame({ width, theme, band });
  const pins = chart.rows[0]?.pinned ?? [];
  /** Under its row each pinned run has a thin line of its own. */
  const pinPitch = label;
  // Many rows move together where the place is low, as far as they can still be read.
  const { left, over } = namesPlace(chart.rows, width, label);
  const lowest = over > 0 ? 1.3 : 1.6;
  const rowPitch =
    label * Math.min(1.95, Math.max(lowest, (plot ?? Number.POSITIVE_INFINITY) / chart.rows.length / label));
  const values = chart.rows.map((row) => formatNumber(row.middle, chart.digits));
  const pitch = rowPitch + over + pinPitch * pins.length;
  const pinTexts = chart.rows.flatMap((row) =>
    (row.pinned ?? []).map((pin) => estimateWidth(`${formatNumber(pin.middle, chart.digits)} ${pin.label}`, tick)),
  );
  const right =
    Math.max(0, ...pinTexts, ...values.map((value) => estimateWidth(value, label, 600))) + (large ? 26 : 16);
  const marks = chart.marks ?? [];
  const top = marks.length > 0 ? tick * 1.6 : 0;
  const bottom = top + pitch * chart.rows.length;
  const range: [number, number] = [chart.x.min, chart.x.max];
  const pixel = (x: number) => project(Math.min(range[1], Math.max(range[0], x)), range, left, width - right);
  const ticks = (chart.x.ticks ?? niceTicks(range[0], range[1], width < 300 ? 3 : 4)).filter(
    (x) => x >= range[0] && x <= range[1],
  );
  return (
    <svg
      className="dl-drawing"
      width={width}
      height={bottom + tick * 1.9}
      role="img"
      aria-label={sentence}
      fontFamily={FONT}
    >
      {ticks.map((x) => (
        <g key={x}>
          <line
            x1={pixel(x)}
            x2={pixel(x)}
            y1={top}
            y2={bottom}
            stroke={x === 0 ? colours["--ink-3"] : colours["--grid"]}
            strokeWidth={x === 0 && !large ? 1.2 : large ? 1.5 : 1}
          />
          <text x={pixel(x)} y={bottom + tick * 1.3} textAnchor="middle" fontSize={tick} fill={colours["--ink-3"]}>
            {formatNumber(x, Number.isInteger(x) ? 0 : chart.digits)}
          </text>
        </g>
      ))}
      <Uprights {...{ marks, pixel, theme, large, top, bottom }} tickSize={tick} />
      {chart.rows.map((row, i) => {
        const role = drawRole(row.role, theme, large);
        // An interval stands close under its own name.
        const y = top + pitch * i + (over > 0 ? over + lowest * label * 0.5 : rowPitch / 2);
        const middle = pixel(row.middle);
        const mark = large ? 10 : 6;
        // The figure stands behind everything that is drawn on its row.
        const after = Math.max(pixel(row.high), middle + mark, row.beside ? pixel(row.beside.at) + mark : 0);
        return (
          <g key={row.label}>
            <text
              x={0}
              y={over > 0 ? top + pitch * i + label : y + label * 0.36}
              fontSize={label}
              fontWeight={500}
              fill={role.text}
              {...(over > 0 && halo(theme))}
            >
              {row.label}
            </text>
            <line
              x1={pixel(row.low)}
              x2={pixel(row.high)}
              y1={y}
              y2={y}
              stroke={role.line}
              strokeWidth={large ? 3.5 : 2.25}
            />
            {farthest(rowCuts(row, chart)).map(({ side }) => (
              <EdgeArrow
                key={side}
                x={pixel(range[side === "above" ? 1 : 0])}
                colour={role.line}
                {...{ y, side, large }}
              />
            ))}
            <MarkerShape
              marker={role.marker}
              x={middle}
              y={y}
              size={large ? 14 : 9.5}
              colour={role.line}
              surface={colours["--surface"]}
            />
            {row.beside && (
              <MarkerShape
                marker={roleMarker(row.beside.role)}
                x={pixel(row.beside.at)}
                y={y}
                size={large ? 14 : 9.5}
                colour={drawRole(row.beside.role, theme, large).text}
                surface={colours["--surface"]}
              />
            )}
            <text
              x={after + 8}
              y={y + label * 0.36}
              fontSize={label}
              fontWeight={600}
              fill={role.text}
              {...halo(theme)}
            >
              {values[i]}
            </text>
            {(row.pinned ?? []).map((pin, place) => {
              const under = y + pinPitch * (place + 1);
              return (
                <g key={pin.label}>
                  <line
                    x1={pixel(pin.low)}
                    x2={pixel(pin.high)}
                    y1={under}
                    y2={under}
                    stroke={role.line}
                    strokeWidth={1}
                  />
                  <MarkerShape
                    marker={role.marker}
                    x={pixel(pin.middle)}
                    y={under}
                    size={large ? 9 : 6.5}
                    colour={role.line}
                    surface={colours["--surface"]}
                    hollow
                  />
                  <text
                    x={pixel(pin.high) + 8}
                    y={under + tick * 0.33}
                    fontSize={tick - 1}
                    fill={colours["--ink-2"]}
                    {...halo(theme)}
                  >
                    {`${formatNumber(pin.middle, chart.digits)} ${pin.label}`}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
