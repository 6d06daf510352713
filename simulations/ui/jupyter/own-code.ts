/** Code that the reader wrote on the page, as a cell of the notebook: shown as it was written, not translated. */
import { type Cell, prose, verbatim } from "./cells";

/** @param source "" where the run has none: then there is no cell @param what what the code is, as in "The strategy written on the page" */
export function ownCodeCells(source: string, id: string, what: string): Cell[] {
  if (source.trim() === "") return [];
  return [
    prose(
      id,
      `### The ${what} written on the page\n\nThis run had one more ${what}, written in JavaScript on the page. It is shown here as it was written. It is not translated to Python and does not take part below.\n\n${verbatim(source, "js")}`,
    ),
  ];
}
