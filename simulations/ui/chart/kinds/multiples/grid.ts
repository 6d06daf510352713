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

/** How many stand in a row. */
export function columnsOf(count: number, width: number, scale: number): number {
  const fitting = Math.max(1, Math.floor((width + GAP) / (LEAST * scale + GAP)));
  // Rows as equally filled as can be: 5 panels stand as 3 and 2, not as 4 and 1.
  return Math.max(1, Math.ceil(count / Math.ceil(count / fitting)));
}

/** In little room panels stand three in a row, without units and ticks. */
const SMALL_COLUMNS = 3;
const SMALL_ROW = 36;

export interface Room {
  readonly columns: number;
  /** Height of a row, px. */
  readonly row: number;
  /** Panels show their name and their lines only. */
  readonly small: boolean;
}

/** @param natural height of a row where there is room @param height what all rows may take; as much as they like unless given */
export function roomOf(count: number, width: number, natural: number, scale: number, height?: number): Room {
  const columns = columnsOf(count, width, scale);
  const fits = (each: number) => (height === undefined ? natural : Math.min(natural, height / Math.ceil(count / each)));
  if (fits(columns) >= 0.7 * natural) return { columns, row: fits(columns), small: false };
  const more = Math.max(columns, Math.min(SMALL_COLUMNS, count));
  return { columns: more, row: Math.max(SMALL_ROW * scale, fits(more)), small: true };
}

export function panelGrid(count: number, width: number, rowHeight: number, columns: number): Place[] {
  const gap = width / columns < LEAST ? GAP / 2 : GAP;
  const each = (width - gap * (columns - 1)) / columns;
  return Array.from({ length: count }, (_, i) => ({
    column: i % columns,
    left: (i % columns) * (each + gap),
    top: Math.floor(i / columns) * rowHeight,
    width: each,
    lowest: i + columns >= count,
  }));
}
