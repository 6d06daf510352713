/**
 * Charts → one tidy table at full precision: a row a figure, the same columns whatever the chart, so that `read_csv` and a
 * spreadsheet's import take it as it is. The settings stand in a column of their own: files of several runs can be put one
 * under the other and still be told apart, and a line of comment before the head would break both readers.
 */
import { chartAt } from "./at-moment";
import type { Figures } from "./kind";
import { kindOf } from "./kinds";
import type { Chart } from "./model";

export const tidyColumns = ["chart", "series", "x", "value", "low", "high", "replica", "unit", "settings"] as const;

export interface TidyRow extends Figures {
  readonly chart: string;
  readonly unit: string;
}

/** Every figure of the charts as they stand at `moment`. */
export function tidyRows(charts: readonly Chart[], moment = Number.POSITIVE_INFINITY): TidyRow[] {
  return charts
    .map((chart) => chartAt(chart, moment))
    .flatMap((chart) =>
      kindOf(chart)
        .figures(chart)
        .map((figures) => ({ chart: chart.title, unit: chart.unit, ...figures })),
    );
}

/** Settings as one text without a comma: "world=houses strength=2 seed=7". */
export const settingsText = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

const cellOf = (cell: string | number | undefined): string => {
  if (cell === undefined || (typeof cell === "number" && !Number.isFinite(cell))) return "";
  if (typeof cell === "number") return String(cell);
  // A spreadsheet would run a text that starts like a formula.
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One CSV text of one or more runs, each with its settings. */
export function tidyCsv(runs: readonly { readonly settings: string; readonly rows: readonly TidyRow[] }[]): string {
  const lines = runs.flatMap(({ settings, rows }) =>
    rows.map((row) => tidyColumns.map((name) => cellOf(name === "settings" ? settings : row[name])).join(",")),
  );
  return [tidyColumns.join(","), ...lines, ""].join("\r\n");
}
