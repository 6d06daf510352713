import { simulation } from "../declare";

export const missingParts = simulation({
  name: "missing-parts",
  title: "Missing parts",
  work: "simulated in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
});
