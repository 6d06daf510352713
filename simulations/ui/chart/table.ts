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
): readonly Table[] => {
  const kind = kindOf(chart);
  const shown = chartAt(chart, moment);
  const ghosts = pinned.map((one) => chartAt(one, moment));
  const tables = kind.tables(shown, ghosts);
  const beyond = kind.beyond?.(shown, ghosts);
  return beyond ? tables.map((one, i) => (i === 0 ? { ...one, caption: `${one.caption}. ${beyond}` } : one)) : tables;
};

const decimalsOf = (cell: string | number | undefined): number =>
  typeof cell === "number" ? (String(cell).split(".")[1]?.length ?? 0) : 0;

const numbersIn = (row: Table["rows"][number]): number => row.filter((cell) => typeof cell === "number").length;

/** A column over many powers of ten: its numbers keep their own decimals. */
const MOST_DECIMALS = 4;

/**
 * The cells as they are read in the table view: numbers of a column have equally many decimals. A mark, whose row has one number
 * only, does not decide how many, and has as many as it needs.
 */
export function cellTexts({ columns, rows }: Pick<Table, "columns" | "rows">): string[][] {
  const full = rows.filter((row) => numbersIn(row) > 1);
  const deciding = full.length > 0 ? full : rows;
  const decimals = columns.map((_, k) => {
    const most = deciding.reduce((sum, row) => Math.max(sum, decimalsOf(row[k])), 0);
    return most > MOST_DECIMALS ? 0 : most;
  });
  return rows.map((row) =>
    row.map((cell, k) =>
      typeof cell === "string" ? cell : formatNumber(cell, Math.min(6, Math.max(decimals[k]!, decimalsOf(cell)))),
    ),
  );
}
