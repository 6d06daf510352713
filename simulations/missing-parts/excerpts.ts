import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "Flats and their rents are drawn: five inputs, a weight for each, and noise.",
    file: "core/worlds/parts.ts",
    region: "rent",
  },
  {
    caption: "The model: least squares on 400 examples.",
    file: "missing-parts/engine.ts",
    region: "fit",
  },
  {
    caption: "A fault changes one column of the inputs: another unit, zeros, or a distance by road.",
    file: "missing-parts/engine-inputs.ts",
    region: "damage",
  },
  {
    caption: "An answer is bad when the prediction misses the rent by too much.",
    file: "missing-parts/engine-year.ts",
    region: "wrong",
  },
];
