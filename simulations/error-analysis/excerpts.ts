import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "A clip is drawn: place, voice, level and noise decide which tags it has.",
    file: "error-analysis/engine-clips.ts",
    region: "clip",
  },
  {
    caption: "Systems with the same number of hidden units are trained together, each on its own clips.",
    file: "error-analysis/engine-systems.ts",
    region: "training",
  },
  {
    caption: "The share of clips understood right, in all or among the clips of one tag.",
    file: "error-analysis/engine-systems.ts",
    region: "accuracy",
  },
];
