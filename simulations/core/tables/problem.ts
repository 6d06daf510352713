/**
 * What is wrong with a reader's table: where it is, what stands there, and what is allowed. The words are the reader's.
 *
 * @example problemAt(17, "score", "“abc” is not a number.").message // Line 17, column “score”: “abc” is not a number.
 */
export class TableProblem extends Error {
  override readonly name = "TableProblem";
}

const longest = 40;

/** A piece of the file as it is quoted: on one line, and cut where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = Array.from(line.slice(0, 2 * longest + 2));
  return `“${letters.length > longest ? `${letters.slice(0, longest).join("")}…` : line}”`;
}

/** @param line of the file, from 1 */
export function problemAt(line: number, column: string | undefined, what: string): TableProblem {
  const place = column === undefined ? "" : `, column ${quoted(column)}`;
  return new TableProblem(`Line ${line.toLocaleString("en-GB")}${place}: ${what}`);
}
