/** How a world moves, as a small line over time: for the options of a knob named "shape". */
import type { ReactNode } from "react";

const SHAPES: Record<string, string> = {
  none: "M1,9H39",
  sudden: "M1,15H20V3H39",
  gradual: "M1,15H10L30,3H39",
  incremental: "M1,15H9V12H16V9H23V6H30V3H39",
  recurring: "M1,15H9V3H17V15H24V3H32V15H39",
};

export function shapeGlyph(knob: string, option: string): ReactNode {
  const path = knob === "shape" ? SHAPES[option] : undefined;
  if (!path) return undefined;
  return (
    <svg
      width={40}
      height={18}
      viewBox="0 0 40 18"
      fill="none"
      stroke="currentcolor"
      strokeWidth={1.75}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
