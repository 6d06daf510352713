/**
 * How much automation: one shift of phones judged by five degrees, from inspectors alone to the model alone.
 *
 *   human       an inspector reviews every phone
 *   shadow      the same, and the model's verdict is recorded and not used
 *   assistance  an inspector reviews every phone, sees the model's verdict, and reviews again where they disagree; that review counts
 *   partial     the model decides when max(p, 1 − p) is above the threshold, an inspector the rest
 *   full        the model decides
 *
 * The model is a network with one hidden layer trained on pictures of phones. All degrees and thresholds see the same phones,
 * arrivals and reviews. Phones that need an inspector wait in one queue, a discrete-event simulation.
 */
import { createMemory, type Memory } from "../core/memory";
import { predictMlp, type TrainingPool, trainMlpInSteps } from "../core/models/mlp";
import { createRandom } from "../core/random";
import { simulateQueue } from "../core/serving/queue";
import { drawServiceTimes, poissonArrivals } from "../core/serving/workload";
import { quantile } from "../core/statistics/quantile";
import { framesOnly, type Steps } from "../core/steps";
import { featureCount, phoneFeatures } from "../core/worlds/phone-features";
import { drawPhones, type PhoneBatch } from "../core/worlds/phones";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { type AutomationFrame, degreeNames, thresholdOf, thresholds } from "./frames";
import type { AutomationValues } from "./knobs";

const size = 8;
const scratchStrength = 0.6;
const shiftPhones = 1500;
const verdictSeconds = 0.03;

/** One replica's shift; every array has one value a phone. */
interface Shift {
  /** The model's probability that the phone is scratched. */
  readonly probability: Float32Array;
  readonly modelWrong: Uint8Array;
  readonly firstLookWrong: Uint8Array;
  readonly secondLookWrong: Uint8Array;
  /** Seconds. */
  readonly arrivals: Float64Array;
  readonly firstLook: Float64Array;
  readonly secondLook: Float64Array;
}

/** How one degree treats each phone: reviews taken (0, 1 or 2), whether the model was asked, whether the result was wrong. */
interface Treatment {
  readonly looks: (phone: number) => number;
  readonly asksModel: boolean;
  readonly wrong: (phone: number) => number;
}

interface Figures {
  readonly error: number;
  readonly cost: number;
  readonly delaySeconds: number;
  readonly delayP95Seconds: number;
  readonly humanShare: number;
  readonly inspectorLoad: number;
}

function* simulate(
  remembered: Memory<Verdicts>,
  values: AutomationValues,
  replicas: ReplicaRange,
): Generator<AutomationFrame | undefined> {
  const shifts = yield* drawShifts(remembered, values, replicas);
  const count = shifts.length;
  const fixed = shifts.map((shift) =>
    degreeNames.map((name) => (name === "partial" ? undefined : judge(values, shift, treatments(shift, 1)[name]))),
  );
  for (let moment = 0; moment < thresholds; moment++) {
    const threshold = thresholdOf(moment);
    const figures = shifts.map((shift, r) => {
      const partial = judge(values, shift, treatments(shift, threshold / 100).partial);
      return fixed[r]!.map((known) => known ?? partial);
    });
    const table = (name: keyof Figures) => {
      const values = new Float32Array(degreeNames.length * count);
      figures.forEach((degrees, r) => {
        degrees.forEach((degree, d) => {
          values[d * count + r] = degree[name];
        });
      });
      return values;
    };
    yield {
      moment,
      replicas,
      threshold,
      error: table("error"),
      cost: table("cost"),
      delaySeconds: table("delaySeconds"),
      delayP95Seconds: table("delayP95Seconds"),
      humanShare: table("humanShare"),
      inspectorLoad: table("inspectorLoad"),
      modelError: Float32Array.from(shifts, (shift) => errorWhereSure(shift, threshold / 100)),
    };
  }
}

/** What a model says of its replica's phones. */
interface Verdicts {
  readonly probability: Float32Array;
  readonly modelWrong: Uint8Array;
}

/** Remembers what its models said: prices and times are moved without training again. */
export function createEngine() {
  const remembered = createMemory<Verdicts>(512);
  return {
    run: (values: AutomationValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<AutomationValues, AutomationFrame>;
}

const shared = createEngine();
/** The frames of a run, without its breaths. */
export const run = (values: AutomationValues, replicas: ReplicaRange): Generator<AutomationFrame> =>
  framesOnly(shared.run(values, replicas));

function* drawShifts(remembered: Memory<Verdicts>, values: AutomationValues, range: ReplicaRange): Steps<Shift[]> {
  const { seed, pictures, humanAccuracy, reviewSeconds, phonesPerMinute } = values;
  const replicas = Array.from({ length: range.to - range.from }, (_, r) => range.from + r);
  const nameOf = (replica: number) => `${seed} ${replica} ${pictures}`;
  const known = new Map(replicas.map((replica) => [replica, remembered.get(nameOf(replica))]));
  const unknown = replicas.filter((replica) => !known.get(replica));
  if (unknown.length > 0) {
    (yield* trainAndJudge(seed, pictures, unknown)).forEach((verdicts, k) => {
      known.set(unknown[k]!, verdicts);
      remembered.set(nameOf(unknown[k]!), verdicts);
    });
  }
  return replicas.map((replica) => {
    const looks = createRandom(seed, "automation looks", replica);
    const look = () => Uint8Array.from({ length: shiftPhones }, () => Number(looks.uniform() >= humanAccuracy / 100));
    const times = createRandom(seed, "automation times", replica);
    const time = () => drawServiceTimes(times, { kind: "exponential", mean: reviewSeconds }, shiftPhones);
    const arrivals = createRandom(seed, "automation arrivals", replica);
    return {
      ...known.get(replica)!,
      firstLookWrong: look(),
      secondLookWrong: look(),
      arrivals: poissonArrivals(arrivals, phonesPerMinute / 60, shiftPhones),
      firstLook: time(),
      secondLook: time(),
    };
  });
}

function* trainAndJudge(seed: number, pictures: number, replicas: readonly number[]): Steps<Verdicts[]> {
  const common = { size, scratchStrength };
  const inputs = featureCount(size);
  const pools: TrainingPool[] = [];
  for (const replica of replicas) {
    const batch = drawPhones(createRandom(seed, "automation pictures", replica), pictures, common);
    pools.push({ inputs: phoneFeatures([batch]), targets: Float32Array.from(batch.scratched) });
    yield;
  }
  // #region excerpt: training
  const weights = yield* trainMlpInSteps({
    task: "classification",
    inputs,
    hidden: 16,
    pools,
    randoms: replicas.map((replica) => createRandom(seed, "automation training", replica)),
    steps: 300,
    batch: 32,
    learningRate: 0.03,
  });
  // #endregion
  const phones: PhoneBatch[] = [];
  const features = new Float32Array(replicas.length * inputs * shiftPhones);
  for (const replica of replicas) {
    const batch = drawPhones(createRandom(seed, "automation shift", replica), shiftPhones, common);
    features.set(phoneFeatures([batch]), phones.length * inputs * shiftPhones);
    phones.push(batch);
    yield;
  }
  const all = predictMlp(weights, features, shiftPhones);
  return phones.map(({ scratched }, r) => {
    const probability = all.slice(r * shiftPhones, (r + 1) * shiftPhones);
    return { probability, modelWrong: scratched.map((truth, i) => Number(probability[i]! > 0.5 !== (truth === 1))) };
  });
}

const isSure = (probability: number, threshold: number): boolean => Math.max(probability, 1 - probability) > threshold;

function treatments(shift: Shift, threshold: number): Record<(typeof degreeNames)[number], Treatment> {
  const { probability, modelWrong, firstLookWrong, secondLookWrong } = shift;
  const agree = (i: number) => modelWrong[i] === firstLookWrong[i];
  const decides = (i: number) => isSure(probability[i]!, threshold);
  const human = { looks: () => 1, asksModel: false, wrong: (i: number) => firstLookWrong[i]! };
  return {
    human,
    shadow: { ...human, asksModel: true },
    assistance: {
      looks: (i) => (agree(i) ? 1 : 2),
      asksModel: true,
      wrong: (i) => (agree(i) ? firstLookWrong : secondLookWrong)[i]!,
    },
    // #region excerpt: partial
    partial: {
      looks: (i) => (decides(i) ? 0 : 1),
      asksModel: true,
      wrong: (i) => (decides(i) ? modelWrong : firstLookWrong)[i]!,
    },
    // #endregion
    full: { looks: () => 0, asksModel: true, wrong: (i) => modelWrong[i]! },
  };
}

function judge(values: AutomationValues, shift: Shift, { looks, asksModel, wrong }: Treatment): Figures {
  const { reviewCost, verdictCost, mistakeCost, inspectors } = values;
  const { arrivals, firstLook, secondLook } = shift;
  const delays = new Float64Array(shiftPhones).fill(verdictSeconds);
  const reviewed: number[] = [];
  let taken = 0;
  let mistakes = 0;
  for (let i = 0; i < shiftPhones; i++) {
    mistakes += wrong(i);
    taken += looks(i);
    if (looks(i) > 0) reviewed.push(i);
  }
  const service = reviewed.map((i) => firstLook[i]! + (looks(i) > 1 ? secondLook[i]! : 0));
  const queue = simulateQueue({ arrivals: reviewed.map((i) => arrivals[i]!), service, servers: inspectors });
  reviewed.forEach((phone, k) => {
    delays[phone] = queue.finish[k]! - arrivals[phone]!;
  });
  // #region excerpt: cost
  const perPhone = reviewCost * taken + (asksModel ? verdictCost * shiftPhones : 0) + mistakeCost * mistakes;
  // #endregion
  return {
    error: mistakes / shiftPhones,
    cost: perPhone / shiftPhones,
    delaySeconds: delays.reduce((sum, delay) => sum + delay, 0) / shiftPhones,
    delayP95Seconds: quantile(delays, 0.95),
    humanShare: reviewed.length / shiftPhones,
    // What is expected of the inspectors, not what this shift's long and short reviews happened to bring.
    inspectorLoad: ((taken / shiftPhones) * values.phonesPerMinute * values.reviewSeconds) / (60 * inspectors),
  };
}

function errorWhereSure({ probability, modelWrong }: Shift, threshold: number): number {
  let decided = 0;
  let wrong = 0;
  probability.forEach((p, i) => {
    if (!isSure(p, threshold)) return;
    decided++;
    wrong += modelWrong[i]!;
  });
  return decided > 0 ? wrong / decided : -1;
}
