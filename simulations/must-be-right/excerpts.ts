import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "The grades of a site: a navigational query has one right site, other queries have several good ones.",
    file: "core/worlds/documents.ts",
    region: "grade",
  },
  {
    caption: "A ranker is trained for each weight of the navigational queries.",
    file: "must-be-right/engine.ts",
    region: "training",
  },
  {
    caption: "NDCG of each query, and whether its best site stands first.",
    file: "must-be-right/engine.ts",
    region: "judging",
  },
];
