/**
 * The retraining race: never, all, weighted and window, trained every month on the same draws.
 *
 * Each replica has three months of examples before its release. Before month t the strategies train on the months before t
 * whose labels are known; then all of them are judged on the same 200 fresh examples of month t. The models are exact
 * optima (linear in closed form, logistic by Newton's method), so that strategies differ only by the examples they weigh.
 */
import * as tf from "@tensorflow/tfjs-core";
import { createMemory, type Memory } from "../core/memory";
import { compute } from "../core/models/compute";
import { fitLinear, predictLinear } from "../core/models/linear";
import { createLogistic, type Logistic } from "../core/models/logistic";
import { monthWeights } from "../core/statistics/month-weights";
import { framesOnly, type Steps } from "../core/steps";
import { houses } from "../core/worlds/houses";
import { labelNoise, quadraticFeatures, queries } from "../core/worlds/queries";
import { driftAt } from "../core/worlds/schedule";
import { newYorkShareAt } from "../core/worlds/strength";
import { weatherFrom } from "../core/worlds/weather";
import type { DrawRequest, Examples, World } from "../core/worlds/world";
import { noInterpreter } from "../runtime/own-code";
import type { Engine, EngineTools, ReplicaRange } from "../runtime/simulation";
import { type OwnWeights, ownWeights } from "./engine-own-weights";
import { type Contestant, contestantsOf, monthsBefore, type RetrainingFrame } from "./frames";
import type { RetrainingValues } from "./knobs";

/** Fresh examples a month on which every strategy is judged. */
const judgedExamples = 200;
/** Penalty on the slopes, in examples of weight 1: too small to matter unless there are hardly more examples than inputs. */
const ridge = 1;

/** What is to be computed: one world, one range of replicas, one schedule. */
interface Race {
  readonly values: RetrainingValues;
  readonly replicas: ReplicaRange;
  readonly size: number;
  readonly world: World;
  readonly inputs: number;
  readonly names: readonly Contestant[];
  /** What the reader's own strategy makes of the past; undefined without one. */
  readonly own: OwnWeights | undefined;
}

function* simulate(
  values: RetrainingValues,
  replicas: ReplicaRange,
  own?: OwnWeights,
): Generator<RetrainingFrame | undefined> {
  // The record starts in January 2012; the release is in April, after three months of examples.
  const world = { houses, queries, weather: weatherFrom(monthsBefore) }[values.world];
  const inputs = world === queries ? 5 : world.features.length;
  const race = {
    values,
    replicas,
    size: replicas.to - replicas.from,
    world,
    inputs,
    names: contestantsOf(values),
    own,
  };
  if (world.task === "classification") yield* raceLogistic(race);
  else yield* raceLinear(race);
}

export function createEngine({ interpret }: EngineTools = { interpret: noInterpreter }) {
  // All ranges of a run weigh alike: the reader's code is asked once.
  const remembered: Memory<Promise<OwnWeights>> = createMemory(4);
  function weightsOfReader(values: RetrainingValues): Promise<OwnWeights> {
    const { rule, months, labelDelay, seed } = values;
    const name = JSON.stringify([rule, months, labelDelay, seed]);
    const weights = remembered.get(name) ?? ownWeights(interpret, values);
    remembered.set(name, weights);
    return weights;
  }
  return {
    async *run(values, replicas) {
      yield* simulate(values, replicas, values.rule === "" ? undefined : await weightsOfReader(values));
    },
  } satisfies Engine<RetrainingValues, RetrainingFrame>;
}

/** The frames of the course's own strategies, without breaths. */
export const run = (values: RetrainingValues, replicas: ReplicaRange): Generator<RetrainingFrame> =>
  framesOnly(simulate({ ...values, rule: "" }, replicas));

function requestOf(race: Race, purpose: string, replica: number, month: number, pool?: Float32Array): DrawRequest {
  const { seed, strength, shape, onset, noise, examplesPerMonth } = race.values;
  const drift = driftAt(shape, month, onset);
  const count = purpose === "training" ? examplesPerMonth : judgedExamples;
  const request = { seed, purpose, replica, month, count, noise };
  return race.world.name === "weather"
    ? { ...request, newShare: newYorkShareAt(strength, drift.level) }
    : { ...request, concept: drift, conceptStrength: strength, pool };
}

const drawMonth = (race: Race, purpose: string, replica: number, month: number, pool?: Float32Array): Examples =>
  race.world.draw(requestOf(race, purpose, replica, month, pool));

/** The inputs a model sees of `count` examples, after the constant. */
function modelInputs(race: Race, examples: Examples, count: number): Float32Array {
  return race.world === queries ? quadraticFeatures(examples.inputs, count) : examples.inputs;
}

/** The same houses and queries are judged every month, each replica its own; days must come from the month itself. */
function drawPools(race: Race): (Float32Array | undefined)[] {
  return Array.from({ length: race.size }, (_, r) =>
    race.world.name === "weather"
      ? undefined
      : race.world.inputs(requestOf(race, "judging pool", race.replicas.from + r, 0)),
  );
}

function frameOf(race: Race, month: number, errors: Float32Array): RetrainingFrame {
  const { values, replicas, world, names } = race;
  const noiseFloor = { houses: values.noise, queries: 100 * labelNoise, weather: undefined }[values.world];
  const past = monthsBefore + month;
  const weights = new Float32Array(names.length * past);
  names.forEach((_, s) => {
    weights.set(weightsOf(race, s, month), s * past);
  });
  return {
    moment: month,
    replicas,
    strategies: names,
    errors,
    unit: world.task === "classification" ? "%" : world.target.unit,
    weights,
    level: driftAt(values.shape, month, values.onset).level * (values.strength > 0 ? 1 : 0),
    ...(noiseFloor === undefined ? {} : { noiseFloor }),
  };
}

function weightsOf(race: Race, strategy: number, month: number): Float32Array {
  const name = race.names[strategy]!;
  return name === "yours" ? race.own![month]! : monthWeights(name, month, { ...race.values, before: monthsBefore });
}

/** All months at once: a closed form needs no month before it. */
function* raceLinear(race: Race): Generator<RetrainingFrame | undefined> {
  const { values, replicas, size, inputs, names } = race;
  const { months, examplesPerMonth: rows } = values;
  const strategyCount = names.length;
  const dataMonths = monthsBefore + months;
  const features = inputs + 2;
  const examples = new Float32Array(size * dataMonths * features * rows);
  const judged = new Float32Array(size * months * (inputs + 1) * judgedExamples);
  const truth = new Float32Array(size * months * judgedExamples);
  const pools = drawPools(race);
  for (let r = 0; r < size; r++) {
    for (let m = 0; m < dataMonths; m++) {
      const at = (r * dataMonths + m) * features * rows;
      const month = drawMonth(race, "training", replicas.from + r, m - monthsBefore);
      examples.fill(1, at, at + rows);
      examples.set(month.inputs, at + rows);
      examples.set(month.targets, at + (inputs + 1) * rows);
    }
    for (let m = 0; m < months; m++) {
      const at = (r * months + m) * judgedExamples;
      const month = drawMonth(race, "judging", replicas.from + r, m, pools[r]);
      judged.fill(1, at * (inputs + 1), at * (inputs + 1) + judgedExamples);
      judged.set(month.inputs, at * (inputs + 1) + judgedExamples);
      truth.set(month.targets, at);
    }
    yield;
  }
  const systems = months * strategyCount;
  const weights = new Float32Array(systems * dataMonths);
  for (let m = 0; m < months; m++)
    for (let s = 0; s < strategyCount; s++) weights.set(weightsOf(race, s, m), (m * strategyCount + s) * dataMonths);
  // #region excerpt: fit
  const fitted = fitLinear({ examples, replicas: size, months: dataMonths, inputs, rows, weights, systems, ridge });
  const errors = compute(() => {
    const monthly = tf.tensor3d(fitted, [size * months, strategyCount, inputs + 1]);
    const predicted = predictLinear(monthly, tf.tensor3d(judged, [size * months, inputs + 1, judgedExamples]));
    const missed = tf.sub(predicted, tf.tensor3d(truth, [size * months, 1, judgedExamples]));
    return tf.sqrt(tf.mean(tf.square(missed), 2)).dataSync();
  });
  // #endregion
  for (let m = 0; m < months; m++) yield frameOf(race, m, strategiesFirst(errors, strategyCount, size, m, months));
}

/** Month by month: each fit starts from the one before. */
function* raceLogistic(race: Race): Generator<RetrainingFrame | undefined> {
  const { values, size, inputs, names } = race;
  const { months } = values;
  const strategyCount = names.length;
  const model = createLogistic({ replicas: size, strategies: strategyCount - 1, inputs, ridge });
  const pools = drawPools(race);
  const judged = new Float32Array(size * (inputs + 1) * judgedExamples);
  pools.forEach((pool, r) => {
    const at = r * (inputs + 1) * judgedExamples;
    judged.fill(1, at, at + judgedExamples);
    judged.set(quadraticFeatures(pool!, judgedExamples), at + judgedExamples);
  });
  const judgedTensor = tf.tensor3d(judged, [size, inputs + 1, judgedExamples]);
  const models = new Float32Array(size * strategyCount * (inputs + 1));
  const modelOf = (from: Logistic, r: number, s: number) => {
    const at = (r * (strategyCount - 1) + s) * (inputs + 1);
    return from.coefficients.subarray(at, at + inputs + 1);
  };
  const setModel = (r: number, s: number, model: Float32Array) =>
    models.set(model, (r * strategyCount + s) * (inputs + 1));
  try {
    yield* addExamples(race, model);
    for (let month = 0; month < months; month++) {
      yield* model.fitInSteps([rowWeights(race, month)]);
      // At the release nothing is newer than what "never" knows, so its model is that of "all".
      if (month === 0) for (let r = 0; r < size; r++) setModel(r, 0, modelOf(model, r, 0));
      for (let r = 0; r < size; r++) for (let s = 1; s < strategyCount; s++) setModel(r, s, modelOf(model, r, s - 1));
      const errors = misclassified(race, month, models, judgedTensor, pools);
      yield frameOf(race, month, errors);
    }
  } finally {
    model.dispose();
    judgedTensor.dispose();
  }
}

/** Misclassified share in %, [strategy, replica]. */
function misclassified(
  race: Race,
  month: number,
  models: Float32Array,
  judged: tf.Tensor3D,
  pools: readonly (Float32Array | undefined)[],
): Float32Array {
  const { size, inputs, replicas, names } = race;
  const strategyCount = names.length;
  const odds = compute(() => predictLinear(tf.tensor3d(models, [size, strategyCount, inputs + 1]), judged).dataSync());
  const wrong = new Float32Array(size * strategyCount);
  for (let r = 0; r < size; r++) {
    const { targets } = drawMonth(race, "judging", replicas.from + r, month, pools[r]);
    for (let s = 0; s < strategyCount; s++) {
      const system = r * strategyCount + s;
      let count = 0;
      for (let i = 0; i < judgedExamples; i++)
        if ((odds[system * judgedExamples + i]! > 0 ? 1 : 0) !== targets[i]) count++;
      wrong[system] = (100 * count) / judgedExamples;
    }
  }
  return strategiesFirst(wrong, strategyCount, size, 0, 1);
}

/** From [replica, months, strategy] to [strategy, replica] of one month. */
function strategiesFirst(
  values: ArrayLike<number>,
  strategyCount: number,
  size: number,
  month: number,
  months: number,
): Float32Array {
  const errors = new Float32Array(strategyCount * size);
  for (let s = 0; s < strategyCount; s++)
    for (let r = 0; r < size; r++) errors[s * size + r] = values[(r * months + month) * strategyCount + s]!;
  return errors;
}

/** Draws the examples of all months; those that a fit must not see yet weigh nothing in it. */
function* addExamples(race: Race, model: Logistic): Steps<void> {
  const { size, inputs, replicas, values } = race;
  const { examplesPerMonth: rows } = values;
  const dataMonths = monthsBefore + values.months;
  const all = dataMonths * rows;
  const examples = new Float32Array(size * (inputs + 1) * all);
  const labels = new Float32Array(size * all);
  for (let r = 0; r < size; r++) {
    examples.fill(1, r * (inputs + 1) * all, (r * (inputs + 1) + 1) * all);
    for (let m = 0; m < dataMonths; m++) {
      const month = drawMonth(race, "training", replicas.from + r, m - monthsBefore);
      const features = modelInputs(race, month, rows);
      for (let f = 0; f < inputs; f++)
        examples.set(features.subarray(f * rows, (f + 1) * rows), (r * (inputs + 1) + f + 1) * all + m * rows);
      labels.set(month.targets, r * all + m * rows);
    }
    yield;
  }
  model.addBlock(examples, labels, all);
}

/** [strategy that retrains, row]: every example has its month's weight. */
function rowWeights(race: Race, month: number): Float32Array {
  const { examplesPerMonth: rows, months } = race.values;
  const strategyCount = race.names.length;
  const dataMonths = monthsBefore + months;
  const weights = new Float32Array((strategyCount - 1) * dataMonths * rows);
  for (let s = 1; s < strategyCount; s++)
    weightsOf(race, s, month).forEach((weight, m) => {
      const at = ((s - 1) * dataMonths + m) * rows;
      weights.fill(weight, at, at + rows);
    });
  return weights;
}
