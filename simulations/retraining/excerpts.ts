import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "The price of a house without noise. The drift adds a change that is not the same for all houses.",
    file: "core/worlds/houses.ts",
    region: "price",
  },
  {
    caption: "The price of each house that is sold, with noise.",
    file: "core/worlds/houses.ts",
    region: "sale",
  },
  {
    caption: "How much one example counts in training, by strategy and by the age of its month.",
    file: "core/statistics/month-weights.ts",
    region: "weights",
  },
  {
    caption:
      "All models of all strategies are fitted with these weights, then judged on fresh examples of their month.",
    file: "retraining/engine.ts",
    region: "fit",
  },
];
