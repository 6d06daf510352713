/**
 * The text of a file: UTF-8 with or without its mark, UTF-16 with one, else Windows-1252 as older spreadsheets write it. Line
 * ends become "\n". What holds control characters is no text.
 *
 * @example readText(new TextEncoder().encode("a,b\r\n1,2")).text // "a,b\n1,2"
 */
import { sizeProblem } from "./limits";
import { problemAt, TableProblem } from "./problem";

export interface FileText {
  readonly text: string;
  /** What the reader should know of how it was read. */
  readonly notes: readonly string[];
}

/** @param at position in the text */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf("\n"); end !== -1 && end < at; end = text.indexOf("\n", end + 1)) line++;
  return line;
}

const replacement = "\uFFFD";
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;

function decode(bytes: Uint8Array): FileText {
  const mark = bytes.length >= 2 ? (bytes[0]! << 8) | bytes[1]! : 0;
  if (mark === 0xfffe) return { text: new TextDecoder("utf-16le").decode(bytes), notes: [] };
  if (mark === 0xfeff) return { text: new TextDecoder("utf-16be").decode(bytes), notes: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const lenient = withPlainEnds(new TextDecoder("utf-8").decode(bytes));
    const line = lineAt(lenient, lenient.indexOf(replacement));
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      notes: [
        `Line ${line.toLocaleString("en-GB")} is not UTF-8. The file is read as Windows-1252. If letters look wrong, save it as “CSV UTF-8”.`,
      ],
    };
  }
}

const withPlainEnds = (text: string) => text.replace(/\r\n?/g, "\n");

/** @throws TableProblem when the file is empty, too large or not text */
export function readText(bytes: Uint8Array): FileText {
  const size = sizeProblem(bytes.length);
  if (size) throw new TableProblem(size);
  const { text: raw, notes } = decode(bytes);
  const text = withPlainEnds(raw);
  const odd = control.exec(text);
  if (odd)
    throw problemAt(
      lineAt(text, odd.index),
      undefined,
      `a character that is not text (code ${odd[0].charCodeAt(0)}). ${
        text.startsWith("PK")
          ? "The file looks like a spreadsheet or an archive. Save the sheet as CSV first."
          : "Allowed are text files: CSV, separated by commas, semicolons, tabs or |."
      }`,
    );
  if (text.trim() === "")
    throw new TableProblem(
      "The file holds only blank lines. Line 1 must hold the names of the columns, and each following line one row.",
    );
  return { text, notes };
}
