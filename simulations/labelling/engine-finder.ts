/**
 * Finds labels that are probably wrong, in miniature and after Northcutt, Jiang and Chuang (2021): a model that was not trained
 * on a clip says how probable the clip's label is, and clips are ordered by how much more probable another word is.
 */

import { predictMlp, type TrainingPool } from "../core/models/mlp";
import { heardBy, trainRecognisersInSteps } from "../core/models/recogniser";
import type { Random } from "../core/random";
import type { Steps } from "../core/steps";
import { featureCount } from "../core/worlds/clips/features";
import { words } from "../core/worlds/clips/words";

const folds = 3;
const steps = 100;

export interface Suspects {
  /** Positions of the clips, the most suspect label first. */
  readonly order: Uint16Array;
  /** What the models hear in each clip, by position of the clip. */
  readonly suggested: Uint8Array;
}

const inFold = (fold: number) => (_: unknown, i: number) => i % folds === fold;
const outside = (fold: number) => (_: unknown, i: number) => i % folds !== fold;

function part({ inputs, targets }: TrainingPool, keep: (value: unknown, i: number) => boolean): TrainingPool {
  const count = targets.length;
  const which = Array.from({ length: count }, (_, i) => i).filter(keep);
  const kept = new Float32Array(featureCount * which.length);
  for (let k = 0; k < featureCount; k++)
    which.forEach((i, at) => {
      kept[k * which.length + at] = inputs[k * count + i]!;
    });
  return { inputs: kept, targets: Float32Array.from(which, (i) => targets[i]!) };
}

/** @param pools clips in random order, with the labels as they were given; one pool a replica */
export function* suspectsOf(pools: readonly TrainingPool[], randoms: readonly Random[]): Steps<Suspects[]> {
  const sets = pools.flatMap((pool) => Array.from({ length: folds }, (_, fold) => part(pool, outside(fold))));
  const weights = yield* trainRecognisersInSteps({
    sets,
    classes: words.length,
    randoms: randoms.flatMap((random) => Array.from({ length: folds }, () => random)),
    steps,
  });
  const size = weights.values.length / weights.models;
  return pools.map((pool, p) => {
    const count = pool.targets.length;
    const margins = new Float64Array(count);
    const suggested = new Uint8Array(count);
    for (let fold = 0; fold < folds; fold++) {
      const held = part(pool, inFold(fold));
      const rows = held.targets.length;
      const m = p * folds + fold;
      const one = { ...weights, models: 1, values: weights.values.subarray(m * size, (m + 1) * size) };
      const probabilities = predictMlp(one, held.inputs, rows);
      const heard = heardBy(one, held.inputs, rows);
      for (let j = 0; j < rows; j++) {
        const i = fold + j * folds;
        suggested[i] = heard[j]!;
        margins[i] = marginOf(probabilities, rows, j, held.targets[j]!);
      }
    }
    const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => margins[a]! - margins[b]!);
    return { order: Uint16Array.from(order), suggested };
  });
}

/** Probability of the label less that of the likeliest other word. */
function marginOf(probabilities: Float32Array, rows: number, row: number, label: number): number {
  let other = 0;
  for (let w = 0; w < words.length; w++) if (w !== label) other = Math.max(other, probabilities[w * rows + row]!);
  return probabilities[label * rows + row]! - other;
}
