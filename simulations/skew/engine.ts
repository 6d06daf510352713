/**
 * print("0"): a logistic model trained on few positives and many negatives, judged on fresh cases at every threshold.
 *
 * Training knows the same number of positives whatever their share: their share says how long it took to collect them.
 * Of the negatives that came with them at most some thousands are kept, each weighing for those left out, which changes
 * neither the probabilities nor (to speak of) their precision. Class weights multiply the weight of the positives; over- and
 * under-sampling replace rows. The test set keeps the true share and is large enough to hold positives. The curves and their
 * areas use further positives, weighted to the true share, so that they do not hang on which few were drawn.
 *
 * Threshold and cost of a miss are choices after training, so a frame holds the decisions at all of them.
 */
import * as tf from "@tensorflow/tfjs-core";
import { createMemory, type Memory } from "../core/memory";
import { curvesAtRates } from "../core/metrics/curves-at-rates";
import { averagePrecisionOfShare, rankingCounts, rocAucOf } from "../core/metrics/ranking";
import { predictLinear } from "../core/models/linear";
import { createLogistic } from "../core/models/logistic";
import { createRandom } from "../core/random";
import type { Steps } from "../core/steps";
import { type RareCases, type RareWorld, transactions } from "../core/worlds/transactions";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { rateSteps, type SkewFrame, scoreBins, type TrainingSet, thresholdSteps } from "./frames";
import type { SkewValues } from "./knobs";

const trainingPositives = 400;
const mostTrainingNegatives = 8000;
/** Test sets hold at least so many positives, as far as the largest set allows. Whole thousands make every share exact. */
const testPositives = 200;
const testRows = { least: 20_000, most: 100_000 };
/** Positives that curves are drawn from, when the test set has fewer. */
const curvePositives = 1000;
/** Penalty on the slopes, in examples of weight 1. */
const ridge = 1;

/** Frames of settings that were trained before: threshold and cost are moved without training again. */
type Remembered = Memory<SkewFrame>;
const mostRemembered = 16;

async function* simulate(
  remembered: Remembered,
  values: SkewValues,
  replicas: ReplicaRange,
): AsyncGenerator<SkewFrame | undefined> {
  const { seed, data, prevalence, separation, classWeight, sampling } = values;
  const key = JSON.stringify([seed, data, prevalence, separation, classWeight, sampling, replicas.from, replicas.to]);
  let frame = remembered.get(key);
  if (!frame) {
    // The recorded messages are loaded only when they are asked for.
    const world = data === "messages" ? (await import("../core/worlds/messages")).messages : transactions;
    frame = yield* judge(values, replicas, world, yield* train(values, replicas, world));
    remembered.set(key, frame);
  }
  // Copied, because a frame leaves the worker with its arrays.
  yield structuredClone(frame);
}

export function createEngine() {
  const remembered: Remembered = createMemory(mostRemembered);
  return {
    run: (values: SkewValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<SkewValues, SkewFrame>;
}

const shared = createEngine();
/** The frames of a run, without its breaths. */
export async function* run(values: SkewValues, replicas: ReplicaRange): AsyncGenerator<SkewFrame> {
  for await (const frame of shared.run(values, replicas)) if (frame) yield frame;
}

interface Trained {
  readonly training: TrainingSet;
  /** [replicas, inputs + 1], the constant first. */
  readonly coefficients: Float32Array;
}

function* train(values: SkewValues, replicas: ReplicaRange, world: RareWorld): Steps<Trained> {
  const { seed, prevalence, separation, classWeight, sampling } = values;
  const size = replicas.to - replicas.from;
  const inputs = world.features.length;
  const positives = Math.min(trainingPositives, world.trainingLimit.positives);
  const arrived = Math.round((positives * (1 - prevalence)) / prevalence);
  const negatives = Math.min(arrived, mostTrainingNegatives, world.trainingLimit.negatives);
  const balances = sampling !== "none" && negatives > positives;
  const drawn: TrainingSet = {
    positiveRows: positives,
    negativeRows: negatives,
    positiveWeight: 1,
    negativeWeight: arrived / negatives,
  };
  const resampled: TrainingSet = !balances
    ? drawn
    : sampling === "over"
      ? { ...drawn, positiveRows: negatives, positiveWeight: drawn.negativeWeight }
      : { ...drawn, negativeRows: positives, negativeWeight: 1 };
  const training = { ...resampled, positiveWeight: resampled.positiveWeight * classWeight };

  const rows = training.positiveRows + training.negativeRows;
  const block = new Float32Array(size * (inputs + 1) * rows);
  const labels = new Float32Array(size * rows);
  for (let r = 0; r < size; r++) {
    const replica = replicas.from + r;
    const cases = world.draw({ seed, purpose: "training", replica, positives, negatives, separation });
    const random = createRandom(seed, "skew", sampling, replica);
    const chosen = balances ? chosenRows(training, positives, negatives, random) : undefined;
    block.fill(1, r * (inputs + 1) * rows, (r * (inputs + 1) + 1) * rows);
    for (let f = 0; f < inputs; f++) {
      const column = cases.inputs.subarray(f * (positives + negatives), (f + 1) * (positives + negatives));
      block.set(chosen ? Float32Array.from(chosen, (row) => column[row]!) : column, (r * (inputs + 1) + f + 1) * rows);
    }
    labels.fill(1, r * rows, r * rows + training.positiveRows);
    yield;
  }
  const model = createLogistic({ replicas: size, strategies: 1, inputs, ridge });
  try {
    model.addBlock(block, labels, rows);
    // Without slopes the optimum is the log-odds of the weighted share; from there it is not far.
    const odds = (training.positiveRows * training.positiveWeight) / (training.negativeRows * training.negativeWeight);
    for (let r = 0; r < size; r++) model.coefficients[r * (inputs + 1)] = Math.log(odds);
    // #region excerpt: fit
    const weights = new Float32Array(rows).fill(training.negativeWeight);
    yield* model.fitInSteps([weights.fill(training.positiveWeight, 0, training.positiveRows)]);
    // #endregion
    return { training, coefficients: model.coefficients.slice() };
  } finally {
    model.dispose();
  }
}

/** Which of the drawn rows are trained on, positives in front. */
function chosenRows(
  { positiveRows, negativeRows }: TrainingSet,
  positives: number,
  negatives: number,
  random: ReturnType<typeof createRandom>,
): Int32Array {
  const chosen = new Int32Array(positiveRows + negativeRows);
  for (let i = 0; i < positiveRows; i++) chosen[i] = i < positives ? i : random.integer(positives);
  const kept = negativeRows < negatives ? random.sample(negatives, negativeRows) : undefined;
  for (let i = 0; i < negativeRows; i++) chosen[positiveRows + i] = positives + (kept ? kept[i]! : i);
  return chosen;
}

function* judge(
  { seed, prevalence, separation }: SkewValues,
  replicas: ReplicaRange,
  world: RareWorld,
  { training, coefficients }: Trained,
): Steps<SkewFrame> {
  const size = replicas.to - replicas.from;
  const wanted = 1000 * Math.ceil(testPositives / prevalence / 1000);
  const rows = Math.min(testRows.most, Math.max(testRows.least, wanted));
  const positives = Math.round(prevalence * rows);
  const negatives = rows - positives;
  const ranked = Math.max(positives, curvePositives);
  const labels = new Uint8Array(ranked + negatives).fill(1, 0, ranked);
  const frame: SkewFrame = {
    moment: 0,
    replicas,
    kinds: world.kinds,
    training,
    cases: new Uint32Array(world.kinds.length * size),
    alarms: new Uint32Array(world.kinds.length * size * (thresholdSteps + 1)),
    scores: new Uint32Array(2 * size * scoreBins.count),
    probabilities: new Float64Array(size * scoreBins.count),
    rocAuc: new Float64Array(size),
    averagePrecision: new Float64Array(size),
    precision: new Float32Array(size * (rateSteps + 1)),
    recall: new Float32Array(size * (rateSteps + 1)),
  };
  for (let r = 0; r < size; r++) {
    const replica = replicas.from + r;
    const cases = world.draw({ seed, purpose: "test", replica, positives: ranked, negatives, separation });
    const unknowns = world.features.length + 1;
    const logOdds = score(cases, ranked + negatives, coefficients.subarray(r * unknowns, (r + 1) * unknowns));
    countAlarms(frame, r, cases, logOdds, positives, ranked);
    const ranking = rankingCounts(labels, logOdds);
    frame.rocAuc[r] = rocAucOf(ranking);
    frame.averagePrecision[r] = averagePrecisionOfShare(ranking, prevalence);
    const curves = curvesAtRates(ranking, rateSteps, prevalence);
    frame.precision.set(curves.precision, r * (rateSteps + 1));
    frame.recall.set(curves.recall, r * (rateSteps + 1));
    yield;
  }
  return frame;
}

/** Log-odds of every case. */
function score(cases: RareCases, rows: number, coefficients: Float32Array): Float32Array {
  const inputs = coefficients.length - 1;
  let logOdds = new Float32Array();
  // Handed out beside tidy, which would look for tensors in a result of a hundred thousand numbers.
  tf.tidy(() => {
    const slopes = tf.tensor3d(coefficients.subarray(1), [1, 1, inputs]);
    const sums = predictLinear(slopes, tf.tensor3d(cases.inputs, [1, inputs, rows]));
    logOdds = tf.add(sums, coefficients[0]!).dataSync<"float32">() as Float32Array<ArrayBuffer>;
  });
  return logOdds;
}

/** Counts the test set: its positives stand in front of the further ones, its negatives behind them. */
function countAlarms(
  frame: SkewFrame,
  r: number,
  { kinds }: RareCases,
  logOdds: Float32Array,
  positives: number,
  ranked: number,
): void {
  const size = frame.replicas.to - frame.replicas.from;
  const { cases, alarms, scores, probabilities } = frame;
  const start = (kind: number) => (kind * size + r) * (thresholdSteps + 1);
  for (let i = 0; i < logOdds.length; i++) {
    if (i === positives) i = ranked;
    // Rounded, because exponentials differ in the last bit between engines.
    // #region excerpt: alarm
    const probability = Math.fround(1 / (1 + Math.exp(-logOdds[i]!)));
    cases[kinds[i]! * size + r]! += 1;
    alarms[start(kinds[i]!) + Math.floor(probability * thresholdSteps)]! += 1;
    // #endregion
    const bin = binOf(logOdds[i]!);
    scores[((i < positives ? size : 0) + r) * scoreBins.count + bin]! += 1;
    probabilities[r * scoreBins.count + bin]! += probability;
  }
  frame.kinds.forEach((_, kind) => {
    for (let k = start(kind) + thresholdSteps - 1; k >= start(kind); k--) alarms[k]! += alarms[k + 1]!;
  });
}

const binOf = (logOdds: number): number =>
  Math.min(scoreBins.count - 1, Math.max(0, Math.floor((logOdds - scoreBins.from) / scoreBins.width)));
