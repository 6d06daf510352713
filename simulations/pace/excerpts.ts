import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "From month to month the coefficients of the demand move: steadily, at random, or by shocks.",
    file: "core/worlds/demand.ts",
    region: "step",
  },
  {
    caption: "One model for every month, trained on the newest month whose labels are known.",
    file: "pace/engine-ages.ts",
    region: "fit",
  },
  {
    caption: "What a model of one month costs in a later month: its mean squared distance from the expected demand.",
    file: "pace/engine-ages.ts",
    region: "cost",
  },
  {
    caption: "The trigger: retrain when the newest known error lies above a limit.",
    file: "pace/engine.ts",
    region: "trigger",
  },
];
