/** Place, name, bar and value a row; what is demanded of an item stands at its end, as a sign and in words. */
import { tokens } from "../../../design/tokens";
import { estimateWidth, formatNumber } from "../../../ink/format";
import { drawRole } from "../../../ink/roles";
import { EdgeArrow } from "../../cut-marks";
import { chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { project } from "../../scale";
import { FONT } from "../../templates";
import { StateSign } from "../tiles/state-sign";
import { itemCuts } from "./cuts";
import type { RankedChart } from "./model";

export function Draw({ chart, label, width, theme, band }: DrawProps<RankedChart>) {
  const { labelSize, tickSize, large, direct } = chartFrame({ width, theme, band });
  const colours = tokens[theme];
  const { items, digits, x } = chart;
  const place = estimateWidth(String(items.length), labelSize, 600) + 10;
  const names = Math.max(0, ...items.map((item) => estimateWidth(item.label, labelSize, 500)));
  // Narrow, the name stands over its bar.
  const beside = direct && names < width * 0.4;
  const values = Math.max(0, ...items.map(({ value }) => estimateWidth(formatNumber(value, digits), labelSize, 600)));
  const demands = Math.max(
    0,
    ...items.map(({ demand }) => (demand ? estimateWidth(demand.text, tickSize) + tickSize * 1.8 : 0)),
  );
  const left = place + (beside ? names + 16 : 0);
  const right = values + 14 + (beside ? demands : 0);
  const bar = labelSize * 0.95;
  // Where name and demand have no room on one line, the demand stands under its bar.
  const under = !beside && demands > 0 && place + names + demands > width;
  const pitch = labelSize * (beside ? 2 : under ? 4.5 : 3.1);
  const pixel = (value: number) => project(Math.min(x.max, Math.max(0, value)), [0, x.max], left, width - right);
  return (
    <svg
      className="dl-drawing"
      width={width}
      height={pitch * Math.max(1, items.length)}
      role="img"
      aria-label={label}
      fontFamily={FONT}
    >
      {items.map((item, i) => {
        const role = drawRole(item.role ?? "ink", theme, large);
        const top = pitch * i;
        const y = beside ? top + pitch / 2 : top + labelSize * 2.2;
        const text = beside ? y + labelSize * 0.36 : top + labelSize * 1.1;
        const tone = item.demand && !item.demand.met ? colours["--alarm-text"] : colours["--ink-2"];
        const end = Math.max(pixel(item.value), pixel(item.high ?? 0));
        const demandAt = under
          ? left + tickSize * 0.6
          : beside
            ? width - demands + tickSize * 0.6
            : width - demands + tickSize * 0.9;
        const demandText = under ? top + labelSize * 3.75 : text;
        return (
          <g key={item.id}>
            <text x={0} y={text} fontSize={labelSize} fontWeight={600} fill={colours["--ink-3"]}>
              {i + 1}
            </text>
            <text x={place} y={text} fontSize={labelSize} fontWeight={500} fill={colours["--ink"]}>
              {item.label}
            </text>
            <line
              x1={left}
              x2={left}
              y1={beside ? top : y - bar / 2 - 3}
              y2={beside ? top + pitch : y + bar / 2 + 3}
              stroke={colours["--ink-3"]}
              strokeWidth={1}
            />
            <rect
              x={left}
              y={y - bar / 2}
              width={Math.max(1, pixel(item.value) - left)}
              height={bar}
              fill={role.line}
              fillOpacity={0.72}
            />
            {item.low !== undefined && item.high !== undefined && (
              <line
                x1={pixel(item.low)}
                x2={pixel(item.high)}
                y1={y}
                y2={y}
                stroke={colours["--ink"]}
                strokeWidth={large ? 3 : 1.5}
              />
            )}
            {itemCuts(item, chart).map(({ side }) => (
              <EdgeArrow key={side} x={pixel(x.max)} colour={colours["--ink"]} {...{ y, side, large }} />
            ))}
            <text x={end + 7} y={y + labelSize * 0.36} fontSize={labelSize} fontWeight={600} fill={colours["--ink"]}>
              {formatNumber(item.value, digits)}
            </text>
            {item.demand && (
              <>
                <StateSign
                  state={item.demand.met ? "ok" : "alarm"}
                  x={demandAt}
                  y={demandText - tickSize * 0.36}
                  size={tickSize * 1.1}
                  colour={tone}
                  surface={colours["--surface"]}
                />
                <text x={demandAt + tickSize} y={demandText} fontSize={tickSize} fill={tone}>
                  {item.demand.text}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
