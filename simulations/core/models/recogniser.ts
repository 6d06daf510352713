/**
 * Recognisers of spoken words: softmax networks that read features of clips, many at once, trained by `mlp.ts`.
 *
 * @example
 * const set = clipSet(clips, { normalise: true });
 * const weights = trainRecognisers({ sets: [set], classes: 8, randoms: [createRandom(1)] });
 * heardBy(weights, set.inputs, set.count) // the word each of them hears in each clip
 */
import type { Random } from "../random";
import type { Steps } from "../steps";
import { type MlpWeights, predictMlp, type TrainingPool, trainMlpInSteps } from "./mlp";

export interface RecogniserTraining {
  /** One for each recogniser; several may share one. */
  readonly sets: readonly TrainingPool[];
  readonly classes: number;
  /** One for each recogniser; equal streams give alternatives the same draws. */
  readonly randoms: readonly Random[];
  /** @default 16 */
  readonly hidden?: number;
  /** @default 200 */
  readonly steps?: number;
}

/** Trains with a breath every few milliseconds. @throws RangeError as `trainMlp` does */
export function* trainRecognisersInSteps(training: RecogniserTraining): Steps<MlpWeights> {
  const { sets, classes, randoms, hidden = 16, steps = 200 } = training;
  const inputs = sets[0]!.inputs.length / sets[0]!.targets.length;
  return yield* trainMlpInSteps({
    task: "classification",
    inputs,
    hidden,
    classes,
    pools: sets,
    randoms,
    steps,
    batch: 32,
    learningRate: 0.025,
  });
}

/**
 * The likeliest word by each recogniser.
 * @param inputs [features, count] for all alike, or [recognisers, features, count]
 * @returns [recognisers × count]
 */
export const heardBy = (weights: MlpWeights, inputs: Float32Array, count: number): Uint8Array =>
  likeliest(predictMlp(weights, inputs, count), weights, count);

/** @param probabilities [recognisers, words, count], as `predictMlp` returns them @returns [recognisers × count] */
export function likeliest(probabilities: Float32Array, { models, outputs }: MlpWeights, count: number): Uint8Array {
  const heard = new Uint8Array(models * count);
  for (let m = 0; m < models; m++) {
    for (let i = 0; i < count; i++) {
      let best = 0;
      for (let c = 1; c < outputs; c++) {
        if (probabilities[(m * outputs + c) * count + i]! > probabilities[(m * outputs + best) * count + i]!) best = c;
      }
      heard[m * count + i] = best;
    }
  }
  return heard;
}
