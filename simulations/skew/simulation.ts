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
  excerpts: () => import("./excerpts"),
});
