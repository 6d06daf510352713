/**
 * A reader's CSV file as columns of text (RFC 4180, and what spreadsheets make of it): separated by commas, semicolons, tabs or
 * |, cells in quotation marks where they hold one of these or a line end. The first line names the columns. Every row has as
 * many cells as there are names; a row that has not is an error, because a shifted cell would be read as another column.
 *
 * Cells are kept in lists and never as names of properties, so a column may be called anything, “__proto__” too.
 *
 * @example readTable(new TextEncoder().encode("score;label\n0,5;1")).columns[0] // { name: "score", cells: ["0,5"] }
 */
import { parse } from "papaparse";
import { dateOf } from "./dates";
import { tableLimits } from "./limits";
import { problemAt, quoted, TableProblem } from "./problem";
import { lineAt, readText } from "./read-text";

export interface TextColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface TextTable {
  readonly columns: readonly TextColumn[];
  /** The line of the file in which each row begins, from 1. */
  readonly lines: readonly number[];
  readonly delimiter: string;
  readonly notes: readonly string[];
}

/** In this order: names hold commas and strokes more often than tabs and semicolons. */
const delimiters: Readonly<Record<string, string>> = { "\t": "tabs", ";": "semicolons", ",": "commas", "|": "|" };
const count = (n: number, one: string) => `${n.toLocaleString("en-GB")} ${one}${n === 1 ? "" : "s"}`;

const linesIn = (row: readonly string[]) =>
  row.reduce((lines, cell) => (cell.includes("\n") ? lines + cell.split("\n").length - 1 : lines), 1);

/** What separates the names in the first line that is not blank; a tab where there is one name only, so that it may hold anything. */
function delimiterOf(text: string): string {
  const found = new Set<string>();
  let inQuotes = false;
  for (let i = text.search(/\S/); i < text.length; i++) {
    const letter = text[i]!;
    if (letter === '"') inQuotes = !inQuotes;
    else if (!inQuotes && letter === "\n") break;
    else if (!inQuotes) found.add(letter);
  }
  return Object.keys(delimiters).find((each) => found.has(each)) ?? "\t";
}

interface Rows {
  readonly rows: string[][];
  readonly lines: number[];
  readonly blank: number;
}

function rowsOf(text: string, delimiter: string): Rows {
  const rows: string[][] = [];
  const lines: number[] = [];
  let blank = 0;
  let line = 1;
  let problem: TableProblem | undefined;
  // In this thread and of this text: its worker would be made from text, which the page's policy forbids.
  parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step({ data: row, errors }, parser) {
      const wrong = errors.find(({ type }) => type === "Quotes");
      if (wrong) problem = quoteProblem(lineAt(text, wrong.index ?? 0), wrong.code);
      else if (row.every((cell) => cell.trim() === "")) blank++;
      else {
        problem = problemOfRow(
          row,
          rows[0] && { row: rows[0], line: lines[0]!, follow: rows.length - 1 },
          line,
          delimiter,
        );
        rows.push(row);
        lines.push(line);
      }
      line += linesIn(row);
      if (problem) parser.abort();
    },
  });
  if (problem) throw problem;
  // The end of the last line begins a line that is none.
  return { rows, lines, blank: text.endsWith("\n") ? Math.max(0, blank - 1) : blank };
}

const quoteProblem = (line: number, code: string) =>
  problemAt(
    line,
    undefined,
    code === "MissingQuotes"
      ? "a quotation mark opens here and does not close. A cell in quotation marks must end with one."
      : 'text follows a closing quotation mark. Inside a cell in quotation marks, write a quotation mark twice: "".',
  );

interface Header {
  readonly row: readonly string[];
  readonly line: number;
  /** Rows so far that follow it. */
  readonly follow: number;
}

function problemOfRow(
  row: readonly string[],
  header: Header | undefined,
  line: number,
  delimiter: string,
): TableProblem | undefined {
  if (row.length > tableLimits.columns && !header)
    return problemAt(
      line,
      undefined,
      `the file has ${count(row.length, "column")}. At most ${tableLimits.columns} are allowed.`,
    );
  if (header && header.follow >= tableLimits.rows)
    return problemAt(
      line,
      undefined,
      `the file goes on after ${count(tableLimits.rows, "row")}. At most so many are allowed.`,
    );
  if (header && row.length !== header.row.length)
    return problemAt(
      line,
      undefined,
      `${count(row.length, "cell")}, but line ${header.line} names ${count(header.row.length, "column")}. Cells are separated by ${delimiters[delimiter]}; each line needs one for each column. Put text that holds a separator in quotation marks.`,
    );
  return undefined;
}

const looksLikeNumber = (cell: string) => /^\s*[+-]?\d*[.,]?\d+(e[+-]?\d+)?\s*$/i.test(cell);

/** Every column gets a name of its own. */
function namesOf(header: readonly string[]): { names: string[]; notes: string[] } {
  const notes: string[] = [];
  const names: string[] = [];
  header.forEach((cell, i) => {
    const given = cell.trim();
    let name = given === "" ? `column ${i + 1}` : given;
    if (given === "") notes.push(`Column ${i + 1} has no name in line 1. It is called ${quoted(name)} here.`);
    if (names.includes(name)) {
      while (names.includes(name)) name = `${name} (column ${i + 1})`;
      notes.push(`Line 1 names ${quoted(given)} twice. The later one is called ${quoted(name)} here.`);
    }
    names.push(name);
  });
  return { names, notes };
}

/** @throws TableProblem that names the line and says what is allowed */
export function readTable(bytes: Uint8Array): TextTable {
  const { text, notes } = readText(bytes);
  const delimiter = delimiterOf(text);
  const { rows, lines, blank } = rowsOf(text, delimiter);
  const header = rows[0]!;
  const unnamed = header.every((cell) => looksLikeNumber(cell) || dateOf(cell) !== undefined);
  const first = unnamed ? 0 : 1;
  if (rows.length === first)
    throw new TableProblem(
      `Line ${lines[0]} names the columns, and no rows follow. At least one row must follow; a figure needs many.`,
    );
  const { names, notes: ofNames } = unnamed
    ? {
        names: header.map((_, i) => `column ${i + 1}`),
        notes: ["Line 1 holds only numbers or dates, so it is read as a row."],
      }
    : namesOf(header);
  return {
    columns: names.map((name, c) => ({ name, cells: rows.slice(first).map((row) => row[c]!) })),
    lines: lines.slice(first),
    delimiter,
    notes: [
      ...notes,
      ...ofNames,
      ...(blank > 0 ? [`${count(blank, "blank line")} ${blank === 1 ? "is" : "are"} left out.`] : []),
    ],
  };
}
