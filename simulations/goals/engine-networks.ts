/**
 * Networks with one hidden layer beside the random features: the same training set, but the hidden units are trained too, step
 * by step. All replicas of a range are trained in one call of the kernel.
 */
import { predictMlp, type TrainingPool, trainMlpInSteps } from "../core/models/mlp";
import type { Random } from "../core/random";
import type { Steps } from "../core/steps";
import { type Requests, requestInputs } from "../core/worlds/requests";
import { type GoalsFrame, hiddenUnitsOf, networkSteps } from "./frames";

/** Enough for training errors near 0 with as many parameters as examples; more steps change test errors little. */
const training = { steps: networkSteps, batch: 32, learningRate: 0.2 } as const;

interface NetworkSets {
  readonly train: readonly Requests[];
  readonly test: readonly Requests[];
}

/** @param randoms a fresh stream for each replica, for a given number of hidden units */
export function* scoreNetworks(
  frame: GoalsFrame,
  sets: NetworkSets,
  randoms: (hidden: number) => readonly Random[],
): Steps<void> {
  const size = sets.train.length;
  const pools = sets.train.map(poolOf);
  const sizes = hiddenUnitsOf(sets.train[0]!.count);
  for (const [h, hidden] of sizes.entries()) {
    // #region excerpt: networks
    const weights = yield* trainMlpInSteps({
      ...training,
      task: "classification",
      inputs: requestInputs,
      hidden,
      pools,
      randoms: randoms(hidden),
    });
    // #endregion
    for (const name of ["train", "test"] as const) {
      const { count } = sets[name][0]!;
      const inputs = new Float32Array(size * requestInputs * count);
      sets[name].forEach((set, r) => {
        inputs.set(featuresFirst(set), r * requestInputs * count);
      });
      const answers = predictMlp(weights, inputs, count);
      sets[name].forEach(({ labels }, r) => {
        let wrong = 0;
        for (let i = 0; i < count; i++) wrong += Number(answers[r * count + i]! > 0.5 !== labels[i]! > 0);
        frame.networks[name][h * size + r] = wrong / count;
      });
    }
    yield;
  }
}

const poolOf = (set: Requests): TrainingPool => ({
  inputs: featuresFirst(set),
  targets: Float32Array.from(set.labels, (label) => Number(label > 0)),
});

/** [inputs, rows], as networks read them. */
function featuresFirst({ inputs, count }: Requests): Float32Array {
  const out = new Float32Array(inputs.length);
  for (let i = 0; i < count; i++)
    for (let k = 0; k < requestInputs; k++) out[k * count + i] = inputs[i * requestInputs + k]!;
  return out;
}
