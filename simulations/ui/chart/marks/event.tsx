/** A single sign with its name. */
import { tokens } from "../../design/tokens";
import { MarkerShape } from "../../ink/marker";
import { drawRole } from "../../ink/roles";
import { halo } from "../paint";
import { eventLabels } from "./event-labels";
import type { MarkKind, MarkProps } from "./mark-kind";
import type { EventMark } from "./model";

function Events({ marks, plane, theme }: MarkProps<EventMark>) {
  const { frame } = plane;
  return eventLabels(marks, plane).map(({ event, x, y, label }) => {
    const role = drawRole(event.role, theme, frame.large);
    return (
      <g key={`${event.x}-${event.label}`}>
        <MarkerShape
          marker={role.marker}
          x={x}
          y={y}
          size={frame.large ? 14 : 10}
          colour={role.line}
          surface={tokens[theme]["--surface"]}
        />
        {label && (
          <text
            x={label.x}
            y={label.y}
            textAnchor={label.anchor}
            fontSize={frame.tickSize}
            fontWeight={600}
            fill={role.text}
            {...halo(theme)}
          >
            {event.label}
          </text>
        )}
      </g>
    );
  });
}

export const event: MarkKind<EventMark> = {
  rows: ({ x, y, label }) => [{ x, value: y, label }],
  isReached: ({ x }, moment) => x <= moment + 1e-9,
  Draw: Events,
};
