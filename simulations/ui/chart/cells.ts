/** Cells that tables of every kind have in common. */
import { roundTo } from "../ink/format";
import type { ChartBase } from "./base";
import { markRows } from "./marks";

export const asNumber = (value: number | undefined, digits: number, format?: "percent"): number | string => {
  const rounded = roundTo(value ?? Number.NaN, digits, format);
  return Number.isNaN(rounded) ? "" : rounded;
};

export const withUnit = ({ title, unit }: ChartBase): string => `${title} (${unit})`;

/** What a value and the ends of its band or interval are called. */
export const namesOf = ({ columns: [value, low, high] = ["median", "10 %", "90 %"] }: ChartBase) => ({
  value,
  low,
  high,
});

/** A share as the percentage that the chart's unit speaks of, without the dust of the multiplication. */
export const percent = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number((value * 100).toPrecision(15));

/** Marks as rows of a table whose first columns are x, name and value; `width` columns in all. */
export const markCells = (chart: ChartBase, width: number, format?: "percent"): (string | number)[][] =>
  markRows(chart.marks).map(({ x, label, value }) =>
    [x ?? "", label, asNumber(value, chart.digits, format), ...new Array<string>(width).fill("")].slice(0, width),
  );

/** Sentences end in a full stop, and none is empty. */
export const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== "")
    .map((part) => (/[.!?]$/.test(part!) ? part : `${part}.`))
    .join(" ");

/** The names of the marks, for a sentence. */
export const markSentence = ({ marks }: ChartBase): string | undefined =>
  marks && marks.length > 0 ? `Marked: ${marks.map(({ label }) => label).join("; ")}` : undefined;
