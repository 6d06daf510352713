import { simulation } from "../declare";

export const pipelines = simulation({
  name: "pipelines",
  title: "VAD and recogniser",
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
});
