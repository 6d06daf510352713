/** The cells of a Jupyter notebook, before they are written to a file. */
import type { Python } from "./python";

export interface Cell {
  /** Names the cell within its notebook: letters, digits, - and _. */
  readonly id: string;
  readonly kind: "markdown" | "code";
  readonly source: string;
  /** Long data: the cell opens folded. */
  readonly folded?: true;
}

export type Cells = readonly Cell[];

export const prose = (id: string, markdown: string): Cell => ({ id, kind: "markdown", source: markdown.trim() });

export const code = (id: string, { source }: Python): Cell => ({ id, kind: "code", source });

/** Numbers that nobody reads line by line. */
export const data = (id: string, source: Python): Cell => ({ ...code(id, source), folded: true });

/** A text of the reader's, shown as it is: no fence in it can end the block. */
export function verbatim(text: string, language = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A link whose address cannot end it. */
export const linkTo = (text: string, address: string): string =>
  `[${text}](<${address.replace(/[<>\s\\]/g, (letter) => encodeURIComponent(letter))}>)`;
