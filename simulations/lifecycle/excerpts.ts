import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "The team labels its clips. Some labels do not follow the guide.",
    file: "lifecycle/engine-clips.ts",
    region: "label",
  },
  {
    caption: "A year of traffic: from the month of the change on, a share of the clips comes from the new place.",
    file: "lifecycle/engine-clips.ts",
    region: "traffic",
  },
  {
    caption: "Recognisers are trained on the clips that the team had at first, and on those with the added clips.",
    file: "lifecycle/engine-models.ts",
    region: "training",
  },
  {
    caption: "A clip counts as right when the word that was understood is its label.",
    file: "lifecycle/engine.ts",
    region: "accuracy",
  },
];
