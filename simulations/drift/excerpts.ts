import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "The price of each house: what it should cost in this month, plus noise.",
    file: "core/worlds/houses.ts",
    region: "sale",
  },
  {
    caption: "When inflation changes the concept, every price is multiplied by the price level.",
    file: "core/worlds/houses.ts",
    region: "inflation",
  },
  {
    caption: "The label of each query: what people want in this month; 4 % of the labels are flipped.",
    file: "core/worlds/queries.ts",
    region: "label",
  },
  {
    caption: "The model is trained once, before month 0. After that nobody changes it.",
    file: "drift/engine-model.ts",
    region: "training",
  },
  {
    caption:
      "Every month the model predicts fresh examples. Each prediction is compared with the truth: 0 or 1 for classes, the absolute error for numbers.",
    file: "drift/engine.ts",
    region: "judging",
  },
];
