import { type Cut, cutsOf } from "../../cuts";
import type { IntervalChart } from "./model";

type Row = IntervalChart["rows"][number];

/** What of a row's interval, or of a pinned run's under it, lies beyond the axis. */
export const rowCuts = (
  { low, middle, high }: Pick<Row, "low" | "middle" | "high">,
  { x, digits }: IntervalChart,
): Cut[] => cutsOf([0, 1, 2], [low, middle, high], [x.min, x.max], { digits });

export const intervalCuts = (chart: IntervalChart): Cut[] =>
  chart.rows.flatMap((row) => [row, ...(row.pinned ?? [])].flatMap((each) => rowCuts(each, chart)));
