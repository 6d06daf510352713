/** A bar for what took time, the role's marker for what did not; names where there is room. SVG with attributes only. */
import { tokens } from "../../../design/tokens";
import { estimateWidth } from "../../../ink/format";
import { MarkerShape } from "../../../ink/marker";
import { drawRole } from "../../../ink/roles";
import { axisOf } from "../../axes";
import { Foot } from "../../axes-drawn";
import { chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { Fields } from "../../marks/field";
import { Marks } from "../../marks/marks";
import { marksOf } from "../../marks/model";
import { halo } from "../../paint";
import { type Plane, xPixel } from "../../plane";
import { FONT } from "../../templates";
import { Uprights } from "../../uprights";
import type { EventChart } from "./model";
import { placeNames } from "./names";

/** A bar is at least this wide, px: a short event is seen. */
const LEAST = 2;

export function Draw(props: DrawProps<EventChart>) {
  const { shown: chart, label, width, theme, band, moment, uprights, ticksBelow, named } = props;
  const headroom = named && marksOf(chart.marks, "change").length > 0;
  const room = chartFrame({ width, theme, band, height: "low", ticksBelow, headroom });
  const { direct, large, left, right, tickSize, labelSize } = room;
  const bar = tickSize * 1.5;
  // Narrow, a lane's name stands over it.
  const pitch = bar + (direct ? tickSize * 0.7 : tickSize * 1.7);
  const top = room.top;
  const bottom = top + pitch * Math.max(1, chart.lanes.length);
  const frame = { ...room, height: bottom + room.bottom };
  const plane: Plane = { frame, x: axisOf(chart.x), y: { range: [0, 1], ticks: [], texts: [] } };
  const colours = tokens[theme];
  const inside = (x: number) => Math.min(width - right, Math.max(left, xPixel(plane, x)));
  const place = { plane, theme, moment, named, start: chart.x.min, ends: [] };
  return (
    <svg className="dl-drawing" width={width} height={frame.height} role="img" aria-label={label} fontFamily={FONT}>
      <Fields marks={marksOf(chart.marks, "field")} {...place} />
      <Uprights lines={uprights} {...place} from={top} to={bottom} />
      {chart.lanes.map((lane, i) => {
        const role = drawRole(lane.role, theme, large);
        const foot = top + pitch * (i + 1) - tickSize * 0.35;
        const y = foot - bar;
        const drawn = lane.events.map((event) => {
          const from = inside(event.from);
          const to = event.to === undefined ? from : Math.max(from + LEAST, inside(event.to));
          return { event, from, to };
        });
        const names = placeNames(
          drawn.map(({ event, from, to }) => ({ from, to, width: estimateWidth(event.label, tickSize, 500) })),
          bar * 0.4,
          width - (direct ? right : 0),
        );
        return (
          <g key={lane.label}>
            <line x1={left} x2={width - right} y1={foot} y2={foot} stroke={colours["--grid"]} strokeWidth={1} />
            <text
              x={direct ? width - right + 22 : left}
              y={direct ? y + bar / 2 + labelSize * 0.36 : y - tickSize * 0.35}
              fontSize={direct ? labelSize : tickSize}
              fontWeight={600}
              fill={role.text}
              {...halo(theme)}
            >
              {lane.label}
            </text>
            {drawn.map(({ event, from, to }, k) => {
              const name = names[k];
              return (
                <g key={`${event.from}-${event.label}`}>
                  {event.to === undefined ? (
                    <MarkerShape
                      marker={role.marker === "none" ? "circle" : role.marker}
                      x={from}
                      y={y + bar / 2}
                      size={bar * 0.62}
                      colour={role.line}
                      surface={colours["--surface"]}
                    />
                  ) : (
                    <rect
                      x={from}
                      y={y}
                      width={to - from}
                      height={bar}
                      rx={2}
                      fill={role.line}
                      fillOpacity={0.28}
                      stroke={role.line}
                      strokeWidth={large ? 2 : 1}
                    />
                  )}
                  {name !== undefined && (
                    <text
                      x={name}
                      y={y + bar / 2 + tickSize * 0.36}
                      fontSize={tickSize}
                      fontWeight={500}
                      fill={colours["--ink"]}
                      {...halo(theme)}
                      strokeWidth={event.to === undefined ? 4 : 0}
                    >
                      {event.label}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
      <Marks marks={chart.marks} {...place} />
      {ticksBelow && <Foot plane={plane} theme={theme} label={chart.x.label} />}
    </svg>
  );
}
