import { simulation } from "../declare";

export const mustBeRight = simulation({
  name: "must-be-right",
  title: "Must-be-right queries",
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
});
