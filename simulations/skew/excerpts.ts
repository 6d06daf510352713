import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "Frauds are drawn: how far each stands out, and which kind of fraud it is.",
    file: "core/worlds/transactions.ts",
    region: "fraud",
  },
  {
    caption: "A logistic regression is trained. The class weight says how much each example counts.",
    file: "skew/engine.ts",
    region: "fit",
  },
  {
    caption:
      "Each case of the test set gets a probability. Cases are counted by their probability, so that a threshold can be applied later.",
    file: "skew/engine.ts",
    region: "alarm",
  },
];
