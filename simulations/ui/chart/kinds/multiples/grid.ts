/** How many little charts stand beside each other, and where. Pure, px. */

/** A panel is at least this wide, px; larger type takes more. */
const LEAST = 190;
const GAP = 26;

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly column: number;
  /** The last one of its column: it has the ticks of x. */
  readonly lowest: boolean;
}

export function panelGrid(count: number, width: number, rowHeight: number, scale: number): Place[] {
  const fitting = Math.max(1, Math.floor((width + GAP) / (LEAST * scale + GAP)));
  // Rows as equally filled as can be: 5 panels stand as 3 and 2, not as 4 and 1.
  const columns = Math.max(1, Math.ceil(count / Math.ceil(count / fitting)));
  const each = (width - GAP * (columns - 1)) / columns;
  return Array.from({ length: count }, (_, i) => ({
    column: i % columns,
    left: (i % columns) * (each + GAP),
    top: Math.floor(i / columns) * rowHeight,
    width: each,
    lowest: i + columns >= count,
  }));
}
