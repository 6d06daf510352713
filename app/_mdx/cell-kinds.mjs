/**
 * The kinds of cells that a lesson has, one row each: the build reads cells by this table (cells.mjs), the page shows them by
 * it (../_components/notebook). A new kind of cell is a new row. Data only, because the page loads it.
 *
 * @typedef {object} CellKind
 * @property {"rest" | "simulation" | { element: string }} read How it is read from the lesson: a component imported from
 *   simulations, an element of this name, or the rest, which starts at headings.
 * @property {"read" | "run" | "answered" | "filled in"} done What a reader has done when the cell counts as done.
 * @property {string} [title] Its name in the contents where the element says none.
 * @property {true} [runs] It has a run button and belongs to "Run all".
 * @property {true} [wide] It is as wide as the page, beside its gutter.
 * @property {true} [numbered] It says which of how many it is, in its title too.
 * @property {string} [counted] What the head of the lesson counts it as.
 * @property {string} [takes] The element that belongs to this cell when it follows at once.
 */

/** @satisfies {Record<string, CellKind>} */
const kinds = {
  prose: { read: "rest", done: "read" },
  experiment: { read: "simulation", done: "run", runs: true, wide: true, counted: "experiment", takes: "LeavesOut" },
  code: { read: { element: "Code" }, done: "run", title: "Code", runs: true, wide: true, counted: "code cell" },
  worksheet: { read: { element: "Worksheet" }, done: "filled in", title: "Worksheet", wide: true },
  checkpoint: {
    read: { element: "Checkpoint" },
    done: "answered",
    title: "Checkpoint",
    numbered: true,
    counted: "question",
  },
  pitfall: { read: { element: "Pitfall" }, done: "read", title: "Pitfall" },
  recap: { read: { element: "Recap" }, done: "read", title: "Recap" },
  "real-world": { read: { element: "RealWorld" }, done: "read", title: "In the real world" },
  references: { read: { element: "References" }, done: "read", title: "References", takes: "Instructor" },
};

/** @type {Readonly<Record<keyof typeof kinds, Readonly<CellKind>>>} */
export const cellKinds = kinds;
