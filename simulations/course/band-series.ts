/** All replicas as one line with its band: the median, and where 80 of 100 lie. */
import { type Band, bandOf } from "../core/statistics/band";
import type { Columns } from "../runtime/frames";
import type { Role, Series } from "../ui/chart/model";

/** A line with its band, from bands that are known already. */
export const seriesOf = (
  line: { readonly id: string; readonly role: Role; readonly label: string },
  bands: readonly (readonly [at: number, band: Band])[],
): Series => ({
  ...line,
  x: bands.map(([at]) => at),
  y: bands.map(([, { middle }]) => middle),
  low: bands.map(([, { low }]) => low),
  high: bands.map(([, { high }]) => high),
});

/** @param each whether every replica's own line goes into the download */
export const bandSeries = (id: string, role: Role, label: string, columns: Columns, each = false): Series => ({
  ...seriesOf(
    { id, role, label },
    columns.map(([at, values]) => [at, bandOf(values)]),
  ),
  ...(each && {
    replicas: Array.from({ length: columns[0]?.[1].length ?? 0 }, (_, r) => columns.map(([, values]) => values[r]!)),
  }),
});

/** The highest point of lines and bands. */
export const highestOf = (series: readonly Series[]): number =>
  Math.max(1e-6, ...series.flatMap(({ high, y }) => high ?? y).filter(Number.isFinite));
