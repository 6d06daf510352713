/** Lines of a simulation's own source that its page shows on request: what is declared, and what a page fetches when it is asked. */

/** Which lines, and what they do. `region`: as they are marked in the file, `// #region excerpt: <region>` … `// #endregion`. */
export interface Excerpt {
  /** One sentence. */
  readonly caption: string;
  /** Path under simulations/. */
  readonly file: string;
  /** A name that stands several times in a file has several parts, shown one after the other. */
  readonly region: string;
}

/** Text, and how it is set apart. */
export type Token = readonly [text: string, kind?: "comment" | "keyword" | "string"];

/** Lines that follow each other in the source. */
export interface ExcerptPart {
  /** Number of the first line in its file. */
  readonly from: number;
  readonly lines: readonly (readonly Token[])[];
}

/** An excerpt as it was read from the source when the site was built. */
export interface ReadExcerpt {
  readonly caption: string;
  /** Path from the root of the project. */
  readonly file: string;
  readonly parts: readonly ExcerptPart[];
}
