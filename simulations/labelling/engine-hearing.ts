/** What recognisers hear in their replica's test clips; whoever was trained before on the same is remembered. */
import type { Memory } from "../core/memory";
import type { MlpWeights, TrainingPool } from "../core/models/mlp";
import { heardBy, trainRecognisersInSteps } from "../core/models/recogniser";
import { createRandom } from "../core/random";
import type { Steps } from "../core/steps";
import { words } from "../core/worlds/clips/words";

/** A recogniser to be trained and tested. */
export interface Pupil {
  /** Names all that it depends on. */
  readonly name: string;
  readonly seed: number;
  readonly replica: number;
  readonly clips: number;
  readonly set: () => TrainingPool;
  readonly test: () => { readonly inputs: Float32Array; readonly count: number };
}

/** Few clips are learned soon: more steps change nothing. */
const stepsFor = (clips: number) => (clips <= 100 ? 100 : clips <= 200 ? 140 : 180);

/** The word each of them hears in each test clip, in their order. */
export function* hearings(pupils: readonly Pupil[], memory: Memory<Uint8Array>): Steps<Uint8Array[]> {
  const heard = new Map(pupils.map(({ name }) => [name, memory.get(name)]));
  const unknown = pupils.filter(({ name }, i) => !heard.get(name) && pupils.findIndex((p) => p.name === name) === i);
  // Those with as many clips together: what they learn from is laid out between two breaths.
  for (const size of new Set(unknown.map(({ clips }) => clips))) {
    const alike = unknown.filter(({ clips }) => clips === size);
    const sets: TrainingPool[] = [];
    for (const { set } of alike) {
      sets.push(set());
      yield;
    }
    // #region excerpt: training
    const weights = yield* trainRecognisersInSteps({
      sets,
      classes: words.length,
      // By the number of clips and not by the labels: checked and given ones begin alike and see the same batches.
      randoms: alike.map(({ seed, replica }) => createRandom(seed, "labelling network", replica, size)),
      steps: stepsFor(size),
    });
    // #endregion
    for (const [i, pupil] of alike.entries()) {
      const { inputs, count } = pupil.test();
      const answers = heardBy(modelOf(weights, i), inputs, count);
      heard.set(pupil.name, answers);
      memory.set(pupil.name, answers);
      if (i % 8 === 7) yield;
    }
  }
  return pupils.map(({ name }) => heard.get(name)!);
}

function modelOf(weights: MlpWeights, model: number): MlpWeights {
  const size = weights.values.length / weights.models;
  return { ...weights, models: 1, values: weights.values.subarray(model * size, (model + 1) * size) };
}
