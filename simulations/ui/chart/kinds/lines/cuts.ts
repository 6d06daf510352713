/** Where lines and bands leave the axis of values. Pure. */
import { type Cut, cutsOf, type Reading } from "../../cuts";
import type { Series } from "./model";

const farther = (pick: (...figures: number[]) => number, y: number, end: number | undefined): number =>
  end !== undefined && Number.isFinite(end) ? pick(y, end) : y;

/** A line and its band leave the picture together: the farther of the two is named. */
export const seriesCuts = (series: readonly Series[], range: readonly [number, number], reading: Reading): Cut[] =>
  series.flatMap(({ x, y, low, high }) => [
    ...cutsOf(
      x,
      y.map((value, i) => farther(Math.max, value, high?.[i])),
      [Number.NEGATIVE_INFINITY, range[1]],
      reading,
    ),
    ...cutsOf(
      x,
      y.map((value, i) => farther(Math.min, value, low?.[i])),
      [range[0], Number.POSITIVE_INFINITY],
      reading,
    ),
  ]);
