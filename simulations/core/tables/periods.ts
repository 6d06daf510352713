/**
 * Rows put together by a column that says when they are from: dates by day, month or year, as fine as leaves few enough periods;
 * numbers and texts each by their value.
 *
 * @example periodsOf(readTable(bytes("when,x\n2024-01-31,1\n2024-02-01,2")), 0).labels // ["2024-01-31", "2024-02-01"]
 */
import { cellValue, isMissing } from "./cells";
import { dateOf } from "./dates";
import { problemAt, quoted } from "./problem";
import type { TextTable } from "./read-table";

/** More different values than this are no periods. */
export const mostPeriods = 240;
/** Days are put together by month when there are more of them. */
const mostDays = 62;

export interface Periods {
  readonly by: "day" | "month" | "year" | "value";
  /** In order: dates and numbers as they follow each other, texts as they first come. */
  readonly labels: readonly string[];
  readonly counts: readonly number[];
  /** [row] place of its period, −1 where it is missing. */
  readonly of: Int32Array;
  readonly missing: number;
}

const allowed = `Allowed are dates such as 2026-03-31 or 31.3.2026, months such as 2026-03, or at most ${mostPeriods} different numbers or texts.`;

/** Whether every cell that is not missing is a date. */
export function holdsDates({ columns }: TextTable, column: number): boolean {
  const given = columns[column]!.cells.filter((cell) => !isMissing(cell));
  return given.length > 0 && given.every((cell) => dateOf(cell) !== undefined);
}

/** @throws TableProblem that names line and column and says what is allowed */
export function periodsOf(table: TextTable, column: number): Periods {
  const { cells } = table.columns[column]!;
  const dates = cells.filter((cell) => dateOf(cell) !== undefined).length;
  const given = cells.filter((cell) => !isMissing(cell)).length;
  const { by, names } =
    dates > given / 2 ? dated(table, column) : { by: "value" as const, names: valued(table, column) };
  const numeric = by === "value" && names.every((name) => !Number.isNaN(Number(name)));
  const different = [...new Set(names)].filter((name) => name !== "");
  const labels =
    by !== "value" ? different.sort() : numeric ? different.sort((a, b) => Number(a) - Number(b)) : different;
  const places = new Map(labels.map((label, place) => [label, place]));
  const of = Int32Array.from(names, (name) => places.get(name) ?? -1);
  const counts = labels.map(() => 0);
  for (const place of of) if (place >= 0) counts[place]! += 1;
  return { by, labels, counts, of, missing: names.length - counts.reduce((sum, count) => sum + count, 0) };
}

function dated({ columns, lines }: TextTable, column: number) {
  const { name, cells } = columns[column]!;
  const parts = cells.map((cell, row) => {
    if (isMissing(cell)) return undefined;
    const date = dateOf(cell);
    if (!date) throw problemAt(lines[row]!, name, `${quoted(cell)} is not a date. ${allowed}`);
    const year = String(date.year).padStart(4, "0");
    const month = `${year}-${String(date.month).padStart(2, "0")}`;
    return { year, month, day: date.day === undefined ? undefined : `${month}-${String(date.day).padStart(2, "0")}` };
  });
  const different = (names: readonly (string | undefined)[]) => new Set(names).size;
  const wholeDays = parts.every((part) => part === undefined || part.day !== undefined);
  const by =
    wholeDays && different(parts.map((part) => part?.day)) <= mostDays
      ? ("day" as const)
      : different(parts.map((part) => part?.month)) <= mostPeriods
        ? ("month" as const)
        : ("year" as const);
  return { by, names: parts.map((part) => part?.[by] ?? "") };
}

function valued(table: TextTable, column: number): string[] {
  const { name, cells } = table.columns[column]!;
  const seen = new Set<string>();
  return cells.map((cell, row) => {
    const value = cellValue(cell, table.delimiter);
    if (value !== "") seen.add(value);
    if (seen.size > mostPeriods)
      throw problemAt(
        table.lines[row]!,
        name,
        `by this line the column has more than ${mostPeriods} different values. ${allowed}`,
      );
    return value;
  });
}
