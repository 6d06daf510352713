/** Reads a reader's own table and compares its columns between two periods. What is asked is forgotten with the answer. */
import { valueCounts } from "../core/tables/cells";
import { holdsDates, mostPeriods, type Periods, periodsOf } from "../core/tables/periods";
import { quoted, TableProblem } from "../core/tables/problem";
import { readTable, type TextTable } from "../core/tables/read-table";
import type { Ask, AskContext } from "../runtime/asks";
import { compareColumn, type Groups } from "./engine-own-columns";
import type {
  ComparedColumn,
  ComparedPeriods,
  PeriodRange,
  PeriodsAnswer,
  PeriodsChoice,
  PeriodsQuestion,
} from "./own-data";

const periodName = /date|day|week|month|quarter|year|time|period|batch|split|set|version/i;
const none: Periods = { by: "value", labels: [], counts: [], of: new Int32Array(), missing: 0 };

/** A column of dates, else one that is called like periods or has few values. */
function guessedPeriod(table: TextTable): number | undefined {
  const places = table.columns.map((_, column) => column);
  const several = (column: number, most: number) => (valueCounts(table, column, most)?.size ?? 0) > 1;
  return (
    places.find((column) => holdsDates(table, column)) ??
    places.find((column) => periodName.test(table.columns[column]!.name) && several(column, mostPeriods)) ??
    places.find((column) => several(column, 12))
  );
}

export const periods: Ask<PeriodsQuestion, PeriodsAnswer> = async ({ bytes, choice: wanted }, context) => {
  const table = readTable(bytes);
  await context.breathe();
  const period = wanted.period ?? guessedPeriod(table);
  const known = {
    columns: table.columns.map(({ name }) => name),
    rows: table.lines.length,
    choice: { period } as PeriodsChoice,
    periods: none,
    notes: table.notes,
  };
  try {
    if (period === undefined)
      throw new TableProblem(
        `Lines ${table.lines[0]} to ${table.lines.at(-1)}: no column tells periods apart. Allowed is a column with dates such as 2026-03-31 or 31.3.2026, or with at most ${mostPeriods} different values, at least two.`,
      );
    const found = periodsOf(table, period);
    const { labels, counts, by } = found;
    const choice: PeriodsChoice = { period, ...chosenRanges(wanted, found) };
    const read = { ...known, choice, periods: { by, labels, counts } };
    try {
      const compared = await compare(table, found, choice, context);
      const missing =
        found.missing > 0
          ? [
              `${found.missing.toLocaleString("en-GB")} ${found.missing === 1 ? "row" : "rows"} without a period left out.`,
            ]
          : [];
      return { ...read, compared: compared.compared, notes: [...table.notes, ...missing, ...compared.notes] };
    } catch (error) {
      if (!(error instanceof TableProblem)) throw error;
      return { ...read, problem: error.message };
    }
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    return { ...known, problem: error.message };
  }
};

/** The reader's, as far as they fit; else the first half of the periods and the second. */
function chosenRanges({ reference, current }: PeriodsChoice, { labels }: Periods) {
  const last = labels.length - 1;
  const half = Math.max(0, Math.floor(last / 2));
  const fits = (range: PeriodRange | undefined) => range?.every((place) => place >= 0 && place <= last);
  return {
    reference: fits(reference) ? reference! : ([0, half] as const),
    current: fits(current) ? current! : ([Math.min(last, half + 1), last] as const),
  };
}

async function compare(
  table: TextTable,
  { labels, of }: Periods,
  { period, reference, current }: PeriodsChoice,
  { breathe }: AskContext,
): Promise<{ compared: ComparedPeriods; notes: string[] }> {
  const name = quoted(table.columns[period!]!.name);
  if (labels.length < 2)
    throw new TableProblem(
      `Column ${name} holds ${labels.length === 0 ? "no period" : `one period only, ${quoted(labels[0]!)}`} from line ${table.lines[0]} to line ${table.lines.at(-1)}. At least two must occur.`,
    );
  for (const [what, [from, to]] of [["reference", reference!] as const, ["current periods", current!] as const])
    if (from > to)
      throw new TableProblem(
        `The ${what} begin at ${quoted(labels[from]!)} and end at ${quoted(labels[to]!)}, which comes before. Allowed is an end that is not before the beginning.`,
      );
  const shared = Math.max(reference![0], current![0]);
  if (shared <= Math.min(reference![1], current![1]))
    throw new TableProblem(
      `${quoted(labels[shared]!)} is part of the reference and of the current periods, so its rows would be compared with themselves. Allowed are two ranges without a common period.`,
    );
  const rowsIn = ([from, to]: PeriodRange) =>
    Int32Array.from([...of.keys()].filter((row) => of[row]! >= from && of[row]! <= to));
  const groups: Groups = [rowsIn(reference!), rowsIn(current!)];
  const columns: ComparedColumn[] = [];
  const left: string[] = [];
  const notes: string[] = [];
  for (let column = 0; column < table.columns.length; column++) {
    if (column === period) continue;
    const one = compareColumn(table, column, groups);
    if (one.compared) columns.push(one.compared);
    if (one.left !== undefined) left.push(one.left);
    if (one.note !== undefined) notes.push(one.note);
    await breathe();
  }
  if (columns.length === 0)
    throw new TableProblem(
      `Besides ${name} no column can be compared. ${[...left, ""].join(" ")}Allowed are columns of numbers or of repeated texts.`,
    );
  const order = ({ psi }: ComparedColumn) => (Number.isNaN(psi) ? -1 : psi);
  columns.sort((a, b) => order(b) - order(a));
  return { compared: { referenceRows: groups[0].length, currentRows: groups[1].length, columns, left }, notes };
}
