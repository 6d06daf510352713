/**
 * The voice-command project: each replica is a team that collects and labels clips, trains a recogniser, tests it against the
 * target and runs it for a year. Three models of every team are judged on the same traffic: the released one, a larger one
 * trained longer on the same clips, and one of the same size trained again with clips of the new condition.
 */

import { type MlpWeights, predictMlp } from "../core/models/mlp";
import { likeliest, trainRecognisersInSteps } from "../core/models/recogniser";
import { createRandom } from "../core/random";
import { quantile } from "../core/statistics/quantile";
import { framesOnly, type Steps } from "../core/steps";
import { type ClipSet, featureCount } from "../core/worlds/clips/features";
import { words } from "../core/worlds/clips/words";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { addedClips, joined, releaseTest, type Test, traffic, trainingClips } from "./engine-clips";
import { conditions, type LifecycleFrame, type Release, responseNames } from "./frames";
import type { LifecycleValues } from "./knobs";
import { clipsAMonth, latencyOn, months, replyMonth, testsAPlace } from "./plan";

const steps = 200;

function* simulate(values: LifecycleValues, replicas: ReplicaRange): Generator<LifecycleFrame | undefined> {
  const size = replicas.to - replicas.from;
  const teams = Array.from({ length: size }, (_, r) => replicas.from + r);
  const training: ReturnType<typeof trainingClips>[] = [];
  const tests: Test[] = [];
  const years: ClipSet[] = [];
  const more: ClipSet[] = [];
  for (const team of teams) {
    const set = trainingClips(values, team);
    training.push(set);
    more.push(joined(set, addedClips(values, team)));
    tests.push(releaseTest(values, team));
    years.push(traffic(values, team));
    yield;
  }
  const networks = (purpose: string) => teams.map((team) => createRandom(values.seed, "network", purpose, team));
  // The released model and the one of the same size start from the same weights.
  const same = yield* trainRecognisersInSteps({
    sets: [...training, ...more],
    classes: words.length,
    randoms: [...networks("same"), ...networks("same")],
    hidden: values.hidden,
    steps,
  });
  const larger = yield* trainRecognisersInSteps({
    sets: training,
    classes: words.length,
    randoms: networks("larger"),
    hidden: 2 * values.hidden,
    steps: 2 * steps,
  });
  const [released, retrained] = [0, 1].map((k) => part(same, k * size, size)) as [MlpWeights, MlpWeights];

  const release = yield* releaseOf(released, tests, training, values);
  const rightOf = (weights: MlpWeights) => years.map((year, r) => right(part(weights, r, 1), year));
  const byResponse = { nothing: rightOf(released), model: rightOf(larger), data: rightOf(retrained) };
  for (let month = 0; month <= months; month++) {
    const accuracy = new Float32Array(responseNames.length * size);
    responseNames.forEach((name, s) => {
      const used = byResponse[month < replyMonth ? "nothing" : name];
      for (let r = 0; r < size; r++)
        accuracy[s * size + r] =
          month === 0 ? release.accuracy[r]! : share(used[r]!, (month - 1) * clipsAMonth, clipsAMonth);
    });
    yield { moment: month, replicas, accuracy, ...(month === 0 && { release }) };
  }
}

/** `count` models of many, from the one numbered `from` on. */
function part(weights: MlpWeights, from: number, count: number): MlpWeights {
  const size = weights.values.length / weights.models;
  return { ...weights, models: count, values: weights.values.subarray(from * size, (from + count) * size) };
}

/** 1 for each clip whose word one model understands. */
function right(weights: MlpWeights, set: ClipSet): Uint8Array {
  const heard = likeliest(predictMlp(weights, set.inputs, set.count), weights, set.count);
  return heard.map((word, i) => Number(word === set.targets[i]));
}

function share(of: Uint8Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += of[i]!;
  return sum / count;
}

function* releaseOf(
  weights: MlpWeights,
  tests: readonly Test[],
  training: readonly { readonly wrong: number; readonly count: number }[],
  { hidden }: LifecycleValues,
): Steps<Release> {
  const size = tests.length;
  const release: Release = {
    accuracy: new Float32Array(size),
    byCondition: new Float32Array(conditions.length * size),
    latencyMs: new Float32Array(size),
    throughput: new Float32Array(size),
    wrongLabels: Float32Array.from(training, ({ wrong, count }) => wrong / count),
  };
  for (let r = 0; r < size; r++) {
    const test = tests[r]!;
    const understood = right(part(weights, r, 1), test);
    release.accuracy[r] = share(understood, 0, test.count);
    conditions.forEach((_, c) => {
      release.byCondition[c * size + r] = share(understood, c * testsAPlace, testsAPlace);
    });
    const latency = test.frames.map((frames) => latencyOn(frames, featureCount, hidden, words.length));
    release.latencyMs[r] = quantile(latency, 0.95);
    release.throughput[r] = 1000 / (latency.reduce((sum, ms) => sum + ms, 0) / latency.length);
    yield;
  }
  return release;
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<LifecycleValues, LifecycleFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: LifecycleValues, replicas: ReplicaRange): Generator<LifecycleFrame> =>
  framesOnly(simulate(values, replicas));
