import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "Blue and the new version (green) are trained on pictures of phones.",
    file: "deployment-patterns/engine-models.ts",
    region: "training",
  },
  {
    caption: "Each phone is judged by both versions; the router decides which answer is used.",
    file: "deployment-patterns/engine-release.ts",
    region: "router",
  },
  {
    caption: "Green harms a phone that only green misjudges, and saves one that only blue misjudges.",
    file: "deployment-patterns/engine-release.ts",
    region: "harm",
  },
  {
    caption: "The evidence against green: the p-value of a fixed test, or that of a sequential test.",
    file: "deployment-patterns/engine-evidence.ts",
    region: "evidence",
  },
];
