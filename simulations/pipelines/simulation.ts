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
  notebook: () => import("./notebook"),
  excerpts: () => import("./excerpts"),
  asks: {
    /** One recording, to be heard and seen. */
    recording: async () => (await import("./ask-recording")).recordingOf,
    /** A trained VAD, for the reader's own voice. */
    detector: async () => (await import("./ask-detector")).detectorOf,
  },
});
