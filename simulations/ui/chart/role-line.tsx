/** A straight line as a role draws it: colour, width, dashes. Attributes only: pictures are made from it. */
import type { DrawnRole } from "../ink/roles";

interface RoleLineProps {
  readonly role: DrawnRole;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

export const RoleLine = ({ role, ...ends }: RoleLineProps) => (
  <line
    {...ends}
    stroke={role.line}
    strokeWidth={role.width}
    strokeDasharray={role.dash.join(" ") || undefined}
    strokeLinecap={role.round ? "round" : "butt"}
  />
);
