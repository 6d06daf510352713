import { simulation } from "../declare";

export const skew = simulation({
  name: "skew",
  title: 'print("0")',
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
  asks: {
    /** Reads and judges a file of the reader's own scores. */
    scores: async () => (await import("./ask-scores")).scores,
    /** A file of scores to try it with. */
    exampleScores: async () => (await import("./ask-example-scores")).exampleScores,
  },
});
