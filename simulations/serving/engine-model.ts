/**
 * A small model to put on the bench for real: a network with one hidden layer that tells scratched phones from whole ones. It is
 * trained here from drawn pictures, always the same way; how fast it answers is for the device to show (runtime/timing.ts).
 */
import { predictMlp, trainMlp } from "../core/models/mlp";
import { createRandom } from "../core/random";
import { drawPhones } from "../core/worlds/phones";
import type { Timed } from "../runtime/timing";

const examples = 400;
const hidden = 16;
const steps = 200;

/** Pictures as the network takes them: [pixels, count], about standard. */
function inputsOf(images: Float32Array, count: number): Float32Array {
  const pixels = images.length / count;
  const inputs = new Float32Array(images.length);
  for (let i = 0; i < count; i++)
    for (let p = 0; p < pixels; p++) inputs[p * count + i] = (images[i * pixels + p]! - 0.4) / 0.2;
  return inputs;
}

export interface ServedModel extends Timed {
  /** Share of `count` fresh phones that are judged rightly. */
  readonly accuracy: (count: number) => number;
}

export function trainServedModel(): ServedModel {
  const { images, scratched, size } = drawPhones(createRandom(1, "served model, examples"), examples);
  const inputs = size * size;
  const weights = trainMlp({
    task: "classification",
    inputs,
    hidden,
    steps,
    pools: [{ inputs: inputsOf(images, examples), targets: Float32Array.from(scratched) }],
    randoms: [createRandom(1, "served model, training")],
  });
  const fresh = drawPhones(createRandom(1, "served model, requests"), 1000);
  const batches = new Map<number, Float32Array>();
  const batchOf = (count: number): Float32Array => {
    let batch = batches.get(count);
    if (!batch) {
      batch = inputsOf(fresh.images.subarray(0, count * inputs), count);
      batches.set(count, batch);
    }
    return batch;
  };
  return {
    what: `a network of ${inputs} inputs and ${hidden} hidden units that finds scratches on phones`,
    answer: (count) => void predictMlp(weights, batchOf(count), count),
    accuracy(count) {
      const predicted = predictMlp(weights, batchOf(count), count);
      return predicted.reduce((right, p, i) => right + Number(p >= 0.5 === (fresh.scratched[i] === 1)), 0) / count;
    },
  };
}
