import { simulation } from "../declare";

export const deploymentPatterns = simulation({
  name: "deployment-patterns",
  title: "Release desk",
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
});
