/** How a role is drawn, as a small picture beside its name: a piece of its line with its marker. */

import { MarkerShape } from "./marker";
import type { Role } from "./roles";
import { type Marker, roleDash, roleMarker, roleRound, roleVariable, roleWidth } from "./roles";

export interface LineSampleProps {
  readonly role: Role;
  /** px; wide enough for one period of the longest dash on each side of the marker. */
  readonly width?: number;
  /** The marker without a line, at the same width. */
  readonly apart?: boolean;
}

/** Follows the theme through CSS; hidden from assistive technology, since a name always stands beside it. */
export function LineSample({ role, width = 40, apart = false }: LineSampleProps) {
  const dash = roleDash(role);
  return (
    <svg className="dl-sample" width={width} height={12} viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {!apart && (
        <line
          x1={1}
          x2={width - 1}
          y1={6}
          y2={6}
          stroke={roleVariable(role, "line")}
          strokeWidth={roleWidth(role)}
          strokeDasharray={dash.length ? dash.join(" ") : undefined}
          strokeLinecap={roleRound(role) ? "round" : "butt"}
        />
      )}
      <MarkerShape
        marker={roleMarker(role)}
        x={width / 2}
        y={6}
        size={8.5}
        colour={roleVariable(role, "line")}
        surface="var(--surface)"
      />
    </svg>
  );
}

interface MarkerSampleProps {
  readonly role: Role;
  readonly hollow?: boolean;
  /** The role's own unless given. */
  readonly marker?: Marker;
}

/** A role's marker alone. */
export function MarkerSample({ role, hollow = false, marker = roleMarker(role) }: MarkerSampleProps) {
  return (
    <svg className="dl-sample" width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
      <MarkerShape
        marker={marker}
        x={6}
        y={6}
        size={8.5}
        colour={roleVariable(role, hollow ? "text" : "line")}
        surface="transparent"
        hollow={hollow}
      />
    </svg>
  );
}
