/** The models that are trained before month 0 and then left alone, one per replica, with what they were trained on. */
import * as tf from "@tensorflow/tfjs-core";
import type { Memory } from "../core/memory";
import { compute } from "../core/models/compute";
import { fitLinear, predictLinear } from "../core/models/linear";
import { predictMlp, trainMlpInSteps } from "../core/models/mlp";
import { createRandom } from "../core/random";
import { binsFor, referenceEdges } from "../core/statistics/bins";
import { createInputReference, type InputReference } from "../core/statistics/input-distance";
import { psiOnEdges } from "../core/statistics/psi";
import type { Steps } from "../core/steps";
import type { Examples } from "../core/worlds/world";
import type { ReplicaRange } from "../runtime/simulation";
import type { Setting } from "./engine-setting";
import type { InputDistances } from "./frames";
import type { DriftValues } from "./knobs";

export interface TrainedModels {
  /**
   * @param inputs [replicas, features, count]
   * @returns [replicas, count]: target − centre in its unit, or the probability of class 1
   */
  predict(inputs: Float32Array, count: number): Float32Array;
  /** PSI of each replica's predictions, as `predict` gives them, against its predictions on the training inputs. */
  predictionShift(predicted: Float32Array, count: number): Float32Array;
  /** The training inputs of each replica. */
  readonly references: readonly InputReference[];
  /** Distances of the month's calm samples: the same however the world changes, so they are kept with the models. */
  calm(month: number): InputDistances;
  /** Mean absolute error on the training examples, per replica: the unit in which error detectors read. */
  readonly usualErrors: Float32Array;
}

const steps = 300;
const hiddenUnits = { regression: 6, classification: 8 };
const ridge = 1;

/**
 * Dragging a slider asks for the same models again and again. What is remembered depends on nothing but its name, so that a
 * result never shows whether its models were remembered or trained anew.
 */
export function* trainedModels(
  remembered: Memory<TrainedModels>,
  values: DriftValues,
  setting: Setting,
  range: ReplicaRange,
): Steps<TrainedModels> {
  const { seed, world, coverage, examplesPerMonth } = values;
  const name = [seed, world, coverage, examplesPerMonth, range.from, range.to].join(" ");
  const models = remembered.get(name) ?? (yield* train(seed, setting, range));
  remembered.set(name, models);
  return models;
}

function* train(seed: number, setting: Setting, range: ReplicaRange): Steps<TrainedModels> {
  const { world, targetScale, trainingCount: count } = setting;
  const replicas = Array.from({ length: range.to - range.from }, (_, r) => range.from + r);
  const examples: Examples[] = [];
  const references: InputReference[] = [];
  for (const replica of replicas) {
    const own = setting.training(replica);
    examples.push(own);
    references.push(createInputReference(own.inputs, world.features.length));
    yield;
  }
  const predict =
    world.name === "weather"
      ? trainLinear(examples, world.features.length)
      : yield* trainNetwork(seed, setting, replicas, examples);
  const inputs = joined(
    examples.map((e) => e.inputs),
    world.features.length * count,
  );
  const predicted = predict(inputs, count);
  const calm = new Map<number, InputDistances>();
  const usual = replicas.map((_, r) => predicted.slice(r * count, (r + 1) * count).sort());
  return {
    predict,
    references,
    predictionShift: (now, size) =>
      Float32Array.from(
        usual,
        (reference, r) =>
          psiOnEdges(referenceEdges(reference, binsFor(size)), reference, now.subarray(r * size, (r + 1) * size)).psi,
      ),
    calm(month) {
      const known = calm.get(month) ?? distances(references, (r) => setting.calm(range.from + r, month));
      calm.set(month, known);
      return known;
    },
    usualErrors: Float32Array.from(examples, ({ targets }, r) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += Math.abs(targets[i]! - predicted[r * count + i]!);
      // A model without any error would leave nothing to compare with.
      return Math.max(sum / count, 1e-3 * targetScale);
    }),
  };
}

function* trainNetwork(
  seed: number,
  setting: Setting,
  replicas: readonly number[],
  examples: readonly Examples[],
): Steps<(inputs: Float32Array, count: number) => Float32Array> {
  const { world, targetScale } = setting;
  // #region excerpt: training
  const weights = yield* trainMlpInSteps({
    task: world.task,
    inputs: world.features.length,
    hidden: hiddenUnits[world.task],
    pools: examples.map(({ inputs, targets }) => ({ inputs, targets: targets.map((value) => value / targetScale) })),
    randoms: replicas.map((replica) => createRandom(seed, "drift", "network", world.name, replica)),
    steps,
  });
  // #endregion
  return (inputs: Float32Array, count: number) =>
    predictMlp(weights, inputs, count).map((value) => value * targetScale);
}

function trainLinear(examples: readonly Examples[], features: number) {
  const replicas = examples.length;
  const count = examples[0]!.targets.length;
  const rows = joined(
    examples.map(({ inputs, targets }) => joined([new Float32Array(count).fill(1), inputs, targets])),
  );
  const coefficients = fitLinear({
    examples: rows,
    replicas,
    months: 1,
    inputs: features,
    rows: count,
    weights: Float32Array.of(1),
    systems: 1,
    ridge,
  });
  return (inputs: Float32Array, n: number) => {
    const withConstant = joined(
      Array.from({ length: replicas }, (_, r) =>
        joined([new Float32Array(n).fill(1), inputs.subarray(r * features * n, (r + 1) * features * n)]),
      ),
    );
    return compute(
      () =>
        predictLinear(
          tf.tensor3d(coefficients, [replicas, 1, features + 1]),
          tf.tensor3d(withConstant, [replicas, features + 1, n]),
        ).dataSync() as Float32Array,
    );
  };
}

/** Each replica's sample against its reference. */
export function distances(
  references: readonly InputReference[],
  sampleOf: (r: number) => Float32Array,
): InputDistances {
  const all = references.map((reference, r) => reference.distance(sampleOf(r)));
  return {
    psi: Float32Array.from(all, ({ psi }) => psi),
    ks: Float32Array.from(all, ({ ks }) => ks),
    ksPValue: Float32Array.from(all, ({ ksPValue }) => ksPValue),
    wasserstein: Float32Array.from(all, ({ wasserstein }) => wasserstein),
  };
}

/** One array after the other. @param length of each, checked when given */
export function joined(parts: readonly Float32Array[], length?: number): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    if (length !== undefined && part.length !== length)
      throw new RangeError(`parts must hold ${length} values each, got ${part.length}`);
    all.set(part, at);
    at += part.length;
  }
  return all;
}
