import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "Requests of two kinds are drawn, with the labels they get.",
    file: "core/worlds/requests.ts",
    region: "request",
  },
  {
    caption:
      "A model for each number of features: least squares, or the fit of least norm when there are more features than examples.",
    file: "core/models/random-features.ts",
    region: "fit",
  },
  {
    caption: "Beside these models: networks with one hidden layer, of which all weights are trained step by step.",
    file: "goals/engine-networks.ts",
    region: "networks",
  },
  {
    caption: "The error: the share of requests with a score on the wrong side of 0.",
    file: "goals/engine.ts",
    region: "error",
  },
];
