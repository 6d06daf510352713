import { simulation } from "../declare";

export const serving = simulation({
  name: "serving",
  title: "Serving bench",
  work: "simulated in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
  asks: {
    /** Times a small real model on this device. */
    measure: async () => (await import("./ask-measure")).measure,
  },
});
