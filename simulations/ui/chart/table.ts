/** Charts → tables: every figure and mark that is drawn, rounded as labels and words are, for the table view. */
import { formatNumber } from "../ink/format";
import { chartAt } from "./at-moment";
import { kindOf } from "./kinds";
import type { Chart, Table } from "./model";

/** A chart's figures as it is drawn at `moment`; pinned runs follow the reader's own. */
export const tablesOf = (
  chart: Chart,
  moment = Number.POSITIVE_INFINITY,
  pinned: readonly Chart[] = [],
): readonly Table[] =>
  kindOf(chart).tables(
    chartAt(chart, moment),
    pinned.map((one) => chartAt(one, moment)),
  );

/** A cell as it is read in the table view. */
export function cellText(cell: string | number): string {
  if (typeof cell === "string") return cell;
  const decimals = String(cell).split(".")[1]?.length ?? 0;
  return formatNumber(cell, Math.min(6, decimals));
}
