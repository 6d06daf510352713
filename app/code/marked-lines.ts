/** Finds the lines that a file marks for its readers, with `// #region excerpt: <name>` before and `// #endregion` after them. */

export interface MarkedLines {
  readonly name: string;
  /** Number of the first line, counted from 1. */
  readonly from: number;
  /** Without the indentation that all of them have. */
  readonly text: string;
}

const opens = /^\s*\/\/ #region excerpt: (\S+)$/;
const closes = /^\s*\/\/ #endregion$/;

function unindented(lines: readonly string[]): string {
  const written = lines.filter((line) => line.trim() !== "");
  const common = Math.min(...written.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(common)).join("\n");
}

/** @throws RangeError on a mark that is not closed, closes nothing, stands within another or holds no line */
export function markedLines(source: string, file: string): MarkedLines[] {
  const found: MarkedLines[] = [];
  let open: { name: string; at: number } | undefined;
  const lines = source.split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    const name = opens.exec(line)?.[1];
    if (name !== undefined) {
      if (open) throw new RangeError(`${file}:${i + 1}: ${name} begins within ${open.name}`);
      open = { name, at: i + 1 };
    } else if (closes.test(line)) {
      if (!open) throw new RangeError(`${file}:${i + 1}: this end of a region has no beginning`);
      const own = lines.slice(open.at, i);
      if (own.every((one) => one.trim() === "")) throw new RangeError(`${file}:${i + 1}: ${open.name} holds no line`);
      found.push({ name: open.name, from: open.at + 1, text: unindented(own) });
      open = undefined;
    } else if (line.includes("#region") || line.includes("#endregion"))
      throw new RangeError(`${file}:${i + 1}: a mark is written "// #region excerpt: name" or "// #endregion"`);
  }
  if (open) throw new RangeError(`${file}:${open.at}: ${open.name} is not closed`);
  return found;
}
