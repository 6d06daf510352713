/**
 * Numbers and missing values of a reader's column. Missing are empty cells, NA, NaN, null and the like, infinities, and numbers too
 * large to compute with. Where columns are separated by something else than commas, a comma before decimals is read as a point.
 *
 * @example numberOf("0,5", ";") // 0.5
 */
import { tableLimits } from "./limits";
import type { TextTable } from "./read-table";

const missing = /^(|[-–?]|#?n\/?a|nan|null|none|#div\/0!|#value!|#num!)$/i;
const infinite = /^[+-]?inf(inity)?$/i;
const numeric = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export const isMissing = (cell: string): boolean => missing.test(cell.trim());

/** A number; NaN where it is missing or cannot be computed with; undefined where the cell holds something else. */
export function numberOf(cell: string, delimiter: string): number | undefined {
  const trimmed = cell.trim();
  const text = delimiter !== "," && /^[^.,]*,[^.,]*$/.test(trimmed) ? trimmed.replace(",", ".") : trimmed;
  if (!numeric.test(text)) return missing.test(text) || infinite.test(text) ? Number.NaN : undefined;
  const value = Number(text);
  return Math.abs(value) <= tableLimits.magnitude ? value : Number.NaN;
}

export interface NumberColumn {
  /** NaN where the value is missing. */
  readonly values: Float64Array;
  readonly missing: number;
  /** The rows whose cell is something else than a number, and the first of them. */
  readonly other: number;
  readonly firstOther: { readonly line: number; readonly cell: string } | undefined;
}

export function numbersOf({ columns, lines, delimiter }: TextTable, column: number): NumberColumn {
  const { cells } = columns[column]!;
  const values = new Float64Array(cells.length);
  let gone = 0;
  let other = 0;
  let firstOther: NumberColumn["firstOther"];
  cells.forEach((cell, row) => {
    const value = numberOf(cell, delimiter);
    values[row] = value ?? Number.NaN;
    if (value === undefined) {
      other++;
      firstOther ??= { line: lines[row]!, cell };
    } else if (Number.isNaN(value)) gone++;
  });
  return { values, missing: gone, other, firstOther };
}

/** A value as it is compared with others: "1.0" is 1. "" where it is missing. */
export function cellValue(cell: string, delimiter: string): string {
  const number = numberOf(cell, delimiter);
  if (number === undefined) return cell.trim();
  return Number.isNaN(number) ? "" : String(number);
}

/** The different values of a column and how often each comes, in the order in which they first come; undefined where there are more than `most`. */
export function valueCounts(
  { columns, delimiter }: TextTable,
  column: number,
  most: number,
): Map<string, number> | undefined {
  const counts = new Map<string, number>();
  for (const cell of columns[column]!.cells) {
    const value = cellValue(cell, delimiter);
    if (value === "") continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > most) return undefined;
  }
  return counts;
}
