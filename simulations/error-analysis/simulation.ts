import { simulation } from "../declare";

export const errorAnalysis = simulation({
  name: "error-analysis",
  title: "Error-analysis bench",
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
  asks: {
    /** The sound of a clip. */
    clip: async () => (await import("./ask-clip")).clip,
  },
});
