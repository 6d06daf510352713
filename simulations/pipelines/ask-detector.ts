/** The VAD of the first replica, for the page that listens to a microphone: numbers only, and nothing goes the other way. */
import { checkWholeNumber } from "../core/check";
import type { MlpWeights } from "../core/models/mlp";
import { atOnce } from "../core/steps";
import type { Ask } from "../runtime/asks";
import { trainModels } from "./engine-models";

export const detectorOf: Ask<number, Pick<MlpWeights, "inputs" | "hidden" | "values">> = (seed) => {
  checkWholeNumber("seed", seed, 0);
  const { inputs, hidden, values } = atOnce(trainModels(seed, { from: 0, to: 1 })).detectors;
  return { inputs, hidden, values };
};
