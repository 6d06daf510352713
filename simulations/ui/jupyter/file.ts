/**
 * Cells as a file of the Jupyter Notebook format 4.5 (https://nbformat.readthedocs.io): the first version whose cells have ids. Without
 * outputs: whoever opens the notebook runs it.
 */
import type { Cell } from "./cells";

const idPattern = /^[a-zA-Z0-9-_]{1,64}$/;

/** Lines as the format keeps them: each with its end, the last without. */
const linesOf = (source: string): string[] => source.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function written({ id, kind, source, folded }: Cell): object {
  const metadata = folded ? { jupyter: { source_hidden: true } } : {};
  const cell = { cell_type: kind, id, metadata, source: linesOf(source) };
  return kind === "code" ? { ...cell, execution_count: null, outputs: [] } : cell;
}

/** @throws RangeError when an id is no id, or stands twice */
export function notebookJson(cells: readonly Cell[]): string {
  const seen = new Set<string>();
  for (const { id } of cells) {
    if (!idPattern.test(id)) throw new RangeError(`a cell's id must fit ${idPattern.source}, got ${id}`);
    if (seen.has(id)) throw new RangeError(`two cells have the id ${id}`);
    seen.add(id);
  }
  const notebook = {
    cells: cells.map(written),
    metadata: {
      kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
      language_info: { name: "python", file_extension: ".py", mimetype: "text/x-python", pygments_lexer: "ipython3" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
