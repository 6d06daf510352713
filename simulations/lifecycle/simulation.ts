import { simulation } from "../declare";

export const lifecycle = simulation({
  name: "lifecycle",
  title: "Voice-command project",
  work: "trained in this browser",
  settings: () => import("./knobs"),
  engine: () => import("./engine"),
  results: () => import("./results"),
  charts: () => import("./chart"),
  words: () => import("./words"),
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
  asks: {
    /** The sound of a clip. */
    clip: async () => (await import("./ask-clip")).clip,
    /** Times the first team's model on this device. */
    measure: async () => (await import("./ask-measure")).measure,
  },
});
