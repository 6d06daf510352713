/** All replicas as one line with its band: the median, and where 80 of 100 lie. */
import { bandOf } from "../core/statistics/band";
import type { Columns } from "../runtime/frames";
import type { Role, Series } from "../ui/chart/model";

export function bandSeries(id: string, role: Role, label: string, columns: Columns): Series {
  const bands = columns.map(([, values]) => bandOf(values));
  return {
    id,
    role,
    label,
    x: columns.map(([at]) => at),
    y: bands.map(({ middle }) => middle),
    low: bands.map(({ low }) => low),
    high: bands.map(({ high }) => high),
  };
}

/** The highest point of lines and bands. */
export const highestOf = (series: readonly Series[]): number =>
  Math.max(1e-6, ...series.flatMap(({ high, y }) => high ?? y));
