/** A cell as the lesson's MDX module exports it (app/_mdx/cells.mjs). */
export interface CellInfo {
  readonly id: string;
  readonly number: number;
  readonly kind:
    | "prose"
    | "experiment"
    | "checkpoint"
    | "pitfall"
    | "recap"
    | "real-world"
    | "references"
    | "worksheet";
  readonly title: string;
  /** Of an experiment: which simulation runs in it. */
  readonly simulation?: string;
}
