import type { cellKinds } from "../../_mdx/cell-kinds.mjs";

/** A cell as the lesson's MDX module exports it (app/_mdx/cells.mjs). */
export interface CellInfo {
  readonly id: string;
  readonly number: number;
  readonly kind: keyof typeof cellKinds;
  readonly title: string;
  /** Of an experiment: which simulation runs in it. */
  readonly simulation?: string;
}
