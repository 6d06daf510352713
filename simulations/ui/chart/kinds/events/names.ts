/** Where the names of a lane's events stand: in their bar, after it, or nowhere; never over each other. Pure, px. */

export interface Placed {
  readonly from: number;
  readonly to: number;
  /** Of the name. */
  readonly width: number;
}

const PAD = 4;

/** @param reach from an event that takes no time to the end of its sign. @returns the start of each name; undefined: the table has it. */
export function placeNames(events: readonly Placed[], reach: number, right: number): (number | undefined)[] {
  let free = Number.NEGATIVE_INFINITY;
  return events.map(({ from, to, width }, i) => {
    const end = Math.max(to, from + reach);
    const fits = width + 2 * PAD <= to - from;
    const start = fits ? from + PAD : end + PAD;
    const next = events[i + 1]?.from ?? right + reach + PAD;
    const there = start >= free && (fits || start + width + PAD <= next - reach) && start + width <= right;
    free = Math.max(free, there ? start + width + PAD : end);
    return there ? start : undefined;
  });
}
