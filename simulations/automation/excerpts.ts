import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "Phones are drawn: the line they come from, whether they are scratched, and their picture.",
    file: "core/worlds/phones.ts",
    region: "phone",
  },
  {
    caption: "The model is trained on pictures of phones.",
    file: "automation/engine.ts",
    region: "training",
  },
  {
    caption: "Partial automation: the model decides where it is sure, and an inspector decides the rest.",
    file: "automation/engine.ts",
    region: "partial",
  },
  {
    caption: "What a shift costs: reviews, verdicts of the model, mistakes.",
    file: "automation/engine.ts",
    region: "cost",
  },
];
