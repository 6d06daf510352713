import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "An application is drawn: its inputs, and whether the loan is repaid. Both depend on the group.",
    file: "core/worlds/applicants.ts",
    region: "application",
  },
  {
    caption:
      "The model: a logistic regression that does not see the group. Examples of the small group may have a weight.",
    file: "slices/engine.ts",
    region: "fit",
  },
  {
    caption: "A policy chooses a threshold for each group, so that the groups have about the same rate.",
    file: "slices/engine-rules.ts",
    region: "policy",
  },
  {
    caption: "An application is accepted when its score is above the threshold of its group.",
    file: "slices/engine.ts",
    region: "decision",
  },
];
