/** What a picture cuts off: figures beyond an axis that does not reach to them. Pure. */
import { formatNumber } from "../ink/format";

export interface Cut {
  /** Where on x. */
  readonly x: number;
  readonly side: "above" | "below";
  /** How far the figure is beyond the end of the axis. */
  readonly by: number;
  /** The figure and the end of the axis as they are read. */
  readonly value: string;
  readonly end: string;
}

export interface Reading {
  readonly digits: number;
  readonly format?: "percent" | undefined;
}

/** One cut a stretch beyond the axis, at the farthest figure of the stretch. */
export function cutsOf(
  x: ArrayLike<number>,
  figures: ArrayLike<number>,
  range: readonly [number, number],
  { digits, format }: Reading,
): Cut[] {
  const read = (figure: number) => `${formatNumber(figure, digits, format)}${format === "percent" ? " %" : ""}`;
  const ends = range.filter(Number.isFinite).map(Math.abs);
  const dust = 1e-9 * Math.max(0, ...ends);
  const found: Cut[] = [];
  let open: Cut | undefined;
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i]!;
    const by = Math.max(figure - range[1], range[0] - figure);
    if (!(by > dust)) {
      open = undefined;
      continue;
    }
    const side = figure > range[1] ? "above" : "below";
    if (open?.side === side && open.by >= by) continue;
    if (open?.side === side) found.pop();
    open = { x: x[i]!, side, by, value: read(figure), end: read(range[side === "above" ? 1 : 0]) };
    found.push(open);
  }
  return found;
}

/** The farthest on each side. */
export const farthest = (cuts: readonly Cut[]): Cut[] =>
  (["above", "below"] as const).flatMap((side) =>
    cuts
      .filter((cut) => cut.side === side)
      .sort((a, b) => b.by - a.by)
      .slice(0, 1),
  );

/** "The picture ends at 200; the figures go up to 312.", or nothing. */
export const cutWords = (cuts: readonly Cut[], of = "The picture"): string =>
  farthest(cuts)
    .map(({ side, value, end }) =>
      side === "above"
        ? `${of} ends at ${end}; the figures go up to ${value}.`
        : `${of} begins at ${end}; the figures go down to ${value}.`,
    )
    .join(" ");
