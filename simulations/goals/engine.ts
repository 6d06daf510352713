/**
 * Three scoreboards: models of many capacities, fitted exactly to the same labelled requests, scored on the training set, on a
 * dev and a test set with labels of the same noise, and on live requests by what is really relevant. Beside them a few networks.
 *
 * Value and tries are choices after training, so a frame holds what all of them need and is remembered.
 */
import { createMemory, type Memory } from "../core/memory";
import {
  drawFeatures,
  featuresOfRows,
  fitOf,
  leastNormFits,
  normalEquations,
  type RandomFeatures,
  scoresOf,
  scoresOfFits,
} from "../core/models/random-features";
import { createRandom, type Random } from "../core/random";
import { selectionOptimism } from "../core/statistics/selection";
import type { Steps } from "../core/steps";
import { drawRequests, type Requests, requestInputs } from "../core/worlds/requests";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { scoreNetworks } from "./engine-networks";
import { capacitiesOf, featuresOfTry, type GoalsFrame, hiddenUnitsOf, setSizes, tryPoints } from "./frames";
import type { GoalsValues } from "./knobs";

const mostRemembered = 16;
const mostTries = tryPoints.at(-1)!;
/** Tries draw their features from so many: far more than one of them has. */
const featuresOfPool = 200;

function* simulate(
  remembered: Memory<GoalsFrame>,
  values: GoalsValues,
  replicas: ReplicaRange,
): Generator<GoalsFrame | undefined> {
  const key = [values.seed, values.examples, values.noise, replicas.from, replicas.to].join();
  let frame = remembered.get(key);
  if (!frame) {
    frame = yield* train(values, replicas);
    remembered.set(key, frame);
  } else yield undefined;
  // Copied, because a frame leaves the worker with its arrays.
  yield structuredClone(frame);
}

export function createEngine() {
  const remembered = createMemory<GoalsFrame>(mostRemembered);
  return {
    run: (values: GoalsValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<GoalsValues, GoalsFrame>;
}

interface Sets {
  readonly train: Requests;
  readonly dev: Requests;
  readonly test: Requests;
  readonly live: Requests;
}

function* train({ seed, examples, noise }: GoalsValues, replicas: ReplicaRange): Steps<GoalsFrame> {
  const size = replicas.to - replicas.from;
  const capacities = capacitiesOf(examples);
  const scores = () => new Float32Array(capacities.length * size);
  const networkScores = () => new Float32Array(hiddenUnitsOf(examples).length * size);
  const counts = () => new Uint16Array(capacities.length * size);
  const frame: GoalsFrame = {
    moment: 0,
    replicas,
    train: scores(),
    dev: scores(),
    test: scores(),
    networks: { train: networkScores(), test: networkScores() },
    rightOrdinary: counts(),
    rightNavigational: counts(),
    ordinary: new Uint16Array(size),
    navigational: new Uint16Array(size),
    optimism: new Float32Array(tryPoints.length * size),
  };
  const seen = { train: [] as Requests[], test: [] as Requests[] };
  for (let r = 0; r < size; r++) {
    const replica = replicas.from + r;
    const draw = (purpose: string, count: number) =>
      drawRequests(createRandom(seed, "goals", purpose, replica), { count, noise: noise / 100 });
    const sets: Sets = {
      train: draw("train", examples),
      dev: draw("dev", setSizes.dev),
      test: draw("test", setSizes.test),
      live: draw("live", setSizes.live),
    };
    const features = drawFeatures(createRandom(seed, "goals", "features", replica), requestInputs, capacities.at(-1)!);
    yield* scoreCapacities(frame, r, size, capacities, sets, features);
    yield* scoreTries(frame, r, size, sets, createRandom(seed, "goals", "tries", replica));
    seen.train.push(sets.train);
    seen.test.push(sets.test);
  }
  yield* scoreNetworks(frame, seen, (hidden) =>
    seen.train.map((_, r) => createRandom(seed, "goals", "network", hidden, replicas.from + r)),
  );
  return frame;
}

/** Models of all capacities; each has the features of the smaller ones and further ones. */
function* scoreCapacities(
  frame: GoalsFrame,
  r: number,
  size: number,
  capacities: readonly number[],
  sets: Sets,
  features: RandomFeatures,
): Steps<void> {
  const fits = leastNormFits(featuresOfRows(features, sets.train.inputs), sets.train.labels, capacities);
  yield;
  for (const name of ["train", "dev", "test"] as const) {
    const { inputs, labels } = sets[name];
    scoresOfFits(features, inputs, fits).forEach((scores, c) => {
      frame[name][c * size + r] = errorOf(scores, labels);
    });
  }
  yield;
  const { inputs, truth, navigational } = sets.live;
  for (const kind of navigational) frame[kind ? "navigational" : "ordinary"][r]! += 1;
  scoresOfFits(features, inputs, fits).forEach((scores, c) => {
    scores.forEach((score, i) => {
      if (score > 0 === truth[i]! > 0)
        frame[navigational[i] ? "rightNavigational" : "rightOrdinary"][c * size + r]! += 1;
    });
  });
  yield;
}

/** Many small models that differ in their random features alone, and what choosing the best of them by dev promises too much. */
function* scoreTries(frame: GoalsFrame, r: number, size: number, sets: Sets, random: Random): Steps<void> {
  const accuracy = { dev: new Float64Array(mostTries), test: new Float64Array(mostTries) };
  const linear = 1 + requestInputs;
  const chosen = Int32Array.from({ length: featuresOfTry }, (_, j) => j);
  const pool = drawFeatures(random, requestInputs, featuresOfPool);
  const equations = normalEquations(featuresOfRows(pool, sets.train.inputs), sets.train.labels, featuresOfPool);
  const rows = { dev: featuresOfRows(pool, sets.dev.inputs), test: featuresOfRows(pool, sets.test.inputs) };
  yield;
  for (let t = 0; t < mostTries; t++) {
    random.sample(featuresOfPool - linear, featuresOfTry - linear).forEach((j, i) => {
      chosen[linear + i] = linear + j;
    });
    const fit = fitOf(equations, chosen);
    for (const name of ["dev", "test"] as const) {
      const { labels, count } = sets[name];
      accuracy[name][t] = 1 - errorOf(scoresOf(rows[name], fit, count, chosen), labels);
    }
    if (t % 100 === 99) yield;
  }
  tryPoints.forEach((tries, k) => {
    frame.optimism[k * size + r] = selectionOptimism(accuracy.dev, accuracy.test, tries);
  });
}

// #region excerpt: error
function errorOf(scores: Float64Array, labels: Float64Array): number {
  let wrong = 0;
  for (let i = 0; i < scores.length; i++) wrong += Number(scores[i]! > 0 !== labels[i]! > 0);
  return wrong / scores.length;
}
// #endregion
