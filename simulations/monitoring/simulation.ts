import { simulation } from "../declare";

export const monitoring = simulation({
  name: "monitoring",
  title: "Alarm bench",
  work: "simulated in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
});
