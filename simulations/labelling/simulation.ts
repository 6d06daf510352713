import { simulation } from "../declare";

export const labelling = simulation({
  name: "labelling",
  title: "Labelling desk",
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
  asks: {
    /** A clip as it is heard and drawn. */
    clip: async () => (await import("./ask-clip")).clip,
    /** The clips of "Label twelve clips", what two annotators wrote, and examples. */
    task: async () => (await import("./ask-task")).task,
  },
});
