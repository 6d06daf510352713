/**
 * print("0"): a logistic model trained on few positives and many negatives, judged on fresh cases at every threshold.
 *
 * Training knows the same number of positives whatever their share: their share says how long it took to collect them.
 * Of the negatives that came with them at most some thousands are kept, each weighing for those left out, which changes
 * neither the probabilities nor (to speak of) their precision. Class weights multiply the weight of the positives; over- and
 * under-sampling replace rows. The test set keeps the true share and is large enough to hold positives. The curves and their
 * areas use further positives, weighted to the true share, so that they do not hang on which few were drawn.
 *
 * Threshold and cost of a miss are choices after training, so a frame holds the decisions at all of them. A reader's own classifier
 * is asked after training too: it decides the cases of the test set by the model's scores.
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
import { noInterpreter } from "../runtime/own-code";
import type { Engine, EngineTools, ReplicaRange } from "../runtime/simulation";
import { createReader, type ScoredCases } from "./engine-own-classifier";
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

/** Models that were trained before: threshold and cost are moved, and readers' code changed, without training again. */
interface Judged {
  readonly trained: Trained;
  readonly frame: SkewFrame;
}
const mostRemembered = 16;

export function createEngine({ interpret }: EngineTools = { interpret: noInterpreter }) {
  const remembered: Memory<Judged> = createMemory(mostRemembered);
  const reader = createReader(interpret);

  async function* run(values: SkewValues, replicas: ReplicaRange): AsyncGenerator<SkewFrame | undefined> {
    const { seed, data, prevalence, separation, classWeight, sampling, rule } = values;
    const key = JSON.stringify([seed, data, prevalence, separation, classWeight, sampling, replicas.from, replicas.to]);
    // The recorded messages are loaded only when they are asked for.
    const world = data === "messages" ? (await import("../core/worlds/messages")).messages : transactions;
    let judged = remembered.get(key);
    if (!judged) {
      const trained = yield* train(values, replicas, world);
      judged = { trained, frame: yield* judge(values, replicas, world, trained) };
      remembered.set(key, judged);
    }
    const { trained, frame } = judged;
    const scored = (r: number): ScoredCases => scoredCases(values, replicas.from + r, world, trained, r);
    const own = rule === "" ? undefined : yield* reader.decide(key, { rule, seed, replicas, world, scored });
    // Copied, because a frame leaves the worker with its arrays.
    yield structuredClone(own ? { ...frame, own } : frame);
  }

  return { run } satisfies Engine<SkewValues, SkewFrame>;
}

const shared = createEngine();
/** The frames of a run without readers' code, and without its breaths. */
export async function* run(values: SkewValues, replicas: ReplicaRange): AsyncGenerator<SkewFrame> {
  for await (const frame of shared.run({ ...values, rule: "" }, replicas)) if (frame) yield frame;
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

/** The test set of a replica: its positives, further ones that only curves use, and its negatives. */
interface TestSet {
  readonly cases: RareCases;
  /** One a case, the further positives among them. */
  readonly logOdds: Float32Array;
  readonly positives: number;
  /** Positives with the further ones. */
  readonly ranked: number;
  readonly negatives: number;
}

function testSet(
  { seed, prevalence, separation }: SkewValues,
  replica: number,
  world: RareWorld,
  { coefficients }: Trained,
  r: number,
): TestSet {
  const wanted = 1000 * Math.ceil(testPositives / prevalence / 1000);
  const rows = Math.min(testRows.most, Math.max(testRows.least, wanted));
  const positives = Math.round(prevalence * rows);
  const negatives = rows - positives;
  const ranked = Math.max(positives, curvePositives);
  const cases = world.draw({ seed, purpose: "test", replica, positives: ranked, negatives, separation });
  const unknowns = world.features.length + 1;
  const logOdds = score(cases, ranked + negatives, coefficients.subarray(r * unknowns, (r + 1) * unknowns));
  return { cases, logOdds, positives, ranked, negatives };
}

function* judge(values: SkewValues, replicas: ReplicaRange, world: RareWorld, trained: Trained): Steps<SkewFrame> {
  const size = replicas.to - replicas.from;
  const withMoney = world.centsOf ? size : 0;
  const frame: SkewFrame = {
    moment: 0,
    replicas,
    kinds: world.kinds,
    training: trained.training,
    cases: new Uint32Array(world.kinds.length * size),
    alarms: new Uint32Array(world.kinds.length * size * (thresholdSteps + 1)),
    caughtCents: new Float64Array(withMoney * (thresholdSteps + 1)),
    positiveCents: new Float64Array(withMoney),
    scores: new Uint32Array(2 * size * scoreBins.count),
    probabilities: new Float64Array(size * scoreBins.count),
    rocAuc: new Float64Array(size),
    averagePrecision: new Float64Array(size),
    precision: new Float32Array(size * (rateSteps + 1)),
    recall: new Float32Array(size * (rateSteps + 1)),
  };
  for (let r = 0; r < size; r++) {
    const test = testSet(values, replicas.from + r, world, trained, r);
    countAlarms(frame, r, test);
    if (world.centsOf) countMoney(frame, r, test, world.centsOf);
    const labels = new Uint8Array(test.ranked + test.negatives).fill(1, 0, test.ranked);
    const ranking = rankingCounts(labels, test.logOdds);
    frame.rocAuc[r] = rocAucOf(ranking);
    frame.averagePrecision[r] = averagePrecisionOfShare(ranking, values.prevalence);
    const curves = curvesAtRates(ranking, rateSteps, values.prevalence);
    frame.precision.set(curves.precision, r * (rateSteps + 1));
    frame.recall.set(curves.recall, r * (rateSteps + 1));
    yield;
  }
  return frame;
}

/** Rounded, because exponentials differ in the last bit between engines. */
const probabilityOf = (logOdds: number): number => Math.fround(1 / (1 + Math.exp(-logOdds)));

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
function countAlarms(frame: SkewFrame, r: number, { cases: { kinds }, logOdds, positives, ranked }: TestSet): void {
  const size = frame.replicas.to - frame.replicas.from;
  const { cases, alarms, scores, probabilities } = frame;
  const start = (kind: number) => (kind * size + r) * (thresholdSteps + 1);
  for (let i = 0; i < logOdds.length; i++) {
    if (i === positives) i = ranked;
    // #region excerpt: alarm
    const probability = probabilityOf(logOdds[i]!);
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

/** Adds up the amounts of the positives from each threshold on. */
function countMoney(
  { caughtCents, positiveCents }: SkewFrame,
  r: number,
  { cases, logOdds, positives }: TestSet,
  centsOf: NonNullable<RareWorld["centsOf"]>,
): void {
  const start = r * (thresholdSteps + 1);
  for (let i = 0; i < positives; i++) {
    const cents = centsOf(cases, i);
    positiveCents[r]! += cents;
    caughtCents[start + Math.floor(probabilityOf(logOdds[i]!) * thresholdSteps)]! += cents;
  }
  for (let k = start + thresholdSteps - 1; k >= start; k--) caughtCents[k]! += caughtCents[k + 1]!;
}

/** What a reader's classifier is asked about: the test set as the counts above see it. */
function scoredCases(values: SkewValues, replica: number, world: RareWorld, trained: Trained, r: number): ScoredCases {
  const { cases, logOdds, positives, ranked, negatives } = testSet(values, replica, world, trained, r);
  const place = (i: number) => (i < positives ? i : i - positives + ranked);
  const count = positives + negatives;
  return {
    scores: Float32Array.from({ length: count }, (_, i) => probabilityOf(logOdds[place(i)]!)),
    cents: Float64Array.from({ length: world.centsOf ? count : 0 }, (_, i) => world.centsOf!(cases, place(i))),
    kinds: Uint8Array.from({ length: count }, (_, i) => cases.kinds[place(i)]!),
  };
}

const binOf = (logOdds: number): number =>
  Math.min(scoreBins.count - 1, Math.max(0, Math.floor((logOdds - scoreBins.from) / scoreBins.width)));
