import { simulation } from "../declare";

export const retraining = simulation({
  name: "retraining",
  title: "Retraining race",
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  excerpts: () => import("./excerpts"),
  notebook: () => import("./notebook"),
});
