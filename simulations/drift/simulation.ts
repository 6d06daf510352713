import { simulation } from "../declare";

export const drift = simulation({
  name: "drift",
  title: "Drift injector",
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
  asks: {
    /** Reads a reader's own table and compares two periods of it. */
    periods: async () => (await import("./ask-periods")).periods,
    /** A table to try it with. */
    examplePeriods: async () => (await import("./ask-example-periods")).examplePeriods,
  },
});
