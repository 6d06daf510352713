/**
 * The voice-command project: each replica is a team that collects and labels clips, trains a recogniser, tests it against the
 * target and runs it for a year. Three models of every team are judged on the same traffic: the released one, a larger one
 * trained longer on the same clips, and one of the same size trained again with clips of the new condition.
 */

import { createMemory } from "../core/memory";
import type { MlpWeights } from "../core/models/mlp";
import { quantile } from "../core/statistics/quantile";
import { framesOnly, type Steps } from "../core/steps";
import { type ClipSet, featureCount } from "../core/worlds/clips/features";
import { words } from "../core/worlds/clips/words";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { addedClips, joined, type Labelled, releaseTest, type Test, traffic, trainingClips } from "./engine-clips";
import { heardIn, part, trainTeams } from "./engine-models";
import { conditions, type LifecycleFrame, type Misheard, type Release, responseNames } from "./frames";
import type { LifecycleValues } from "./knobs";
import { clipsAMonth, heardAPlace, latencyOn, months, replyMonth, testsAPlace } from "./plan";

/** What each team of a chunk recorded. */
interface Recorded {
  readonly training: readonly Labelled[];
  /** With what going back to data adds. */
  readonly more: readonly ClipSet[];
  readonly tests: readonly Test[];
  readonly years: readonly ClipSet[];
}

/** A release, and the year after it: [response × team] of each month from the release on. */
interface Course {
  readonly release: Release;
  readonly accuracy: readonly Float32Array[];
}

/** Chunks of one run, and of the run before. */
const remembered = 8;

function* recordedBy(values: LifecycleValues, teams: readonly number[]): Steps<Recorded> {
  const training: Labelled[] = [];
  const more: ClipSet[] = [];
  const tests: Test[] = [];
  const years: ClipSet[] = [];
  for (const team of teams) {
    const set = trainingClips(values, team);
    training.push(set);
    more.push(joined(set, addedClips(values, team)));
    tests.push(releaseTest(values, team));
    years.push(traffic(values, team));
    yield;
  }
  return { training, more, tests, years };
}

function* courseOf(values: LifecycleValues, teams: readonly number[], recorded: Recorded): Steps<Course> {
  const size = teams.length;
  const { training, more, tests, years } = recorded;
  const models = yield* trainTeams(values, teams, training, more);
  const release = yield* releaseOf(models.nothing, tests, training, values, teams);
  const rightIn = (weights: MlpWeights) => years.map((year, r) => right(heardIn(part(weights, r, 1), year), year));
  const byResponse = { nothing: rightIn(models.nothing), model: rightIn(models.model), data: rightIn(models.data) };
  const accuracy = Array.from({ length: months + 1 }, (_, month) => {
    const shares = new Float32Array(responseNames.length * size);
    responseNames.forEach((name, s) => {
      const used = byResponse[month < replyMonth ? "nothing" : name];
      for (let r = 0; r < size; r++)
        shares[s * size + r] =
          month === 0 ? release.accuracy[r]! : share(used[r]!, (month - 1) * clipsAMonth, clipsAMonth);
    });
    return shares;
  });
  return { release, accuracy };
}

/** 1 for each clip whose word was understood. */
// #region excerpt: accuracy
const right = (heard: Uint8Array, { targets }: ClipSet): Uint8Array =>
  heard.map((word, i) => Number(word === targets[i]));
// #endregion

// #region excerpt: accuracy
function share(of: Uint8Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += of[i]!;
  return sum / count;
}
// #endregion

function* releaseOf(
  weights: MlpWeights,
  tests: readonly Test[],
  training: readonly Labelled[],
  { hidden }: LifecycleValues,
  teams: readonly number[],
): Steps<Release> {
  const size = tests.length;
  const release: Release = {
    accuracy: new Float32Array(size),
    byCondition: new Float32Array(conditions.length * size),
    latencyMs: new Float32Array(size),
    throughput: new Float32Array(size),
    wrongLabels: Float32Array.from(training, ({ wrong, count }) => wrong / count),
    ...(teams[0] === 0 && { misheard: misheardOf(part(weights, 0, 1), tests[0]!) }),
  };
  for (let r = 0; r < size; r++) {
    const test = tests[r]!;
    const understood = right(heardIn(part(weights, r, 1), test), test);
    release.accuracy[r] = share(understood, 0, test.count);
    conditions.forEach((_, c) => {
      release.byCondition[c * size + r] = share(understood, c * testsAPlace, testsAPlace);
    });
    const latency = test.clips.map(({ frames }) => latencyOn(frames, featureCount, hidden, words.length));
    release.latencyMs[r] = quantile(latency, 0.95);
    release.throughput[r] = 1000 / (latency.reduce((sum, ms) => sum + ms, 0) / latency.length);
    yield;
  }
  return release;
}

function misheardOf(weights: MlpWeights, test: Test): Misheard[] {
  const heard = heardIn(weights, test);
  return conditions.flatMap((place, c) =>
    test.clips
      .map((clip, i): Misheard => ({ place, said: words[test.targets[i]!]!, heard: words[heard[i]!]!, clip }))
      .slice(c * testsAPlace, (c + 1) * testsAPlace)
      .filter((each) => each.said !== each.heard)
      .slice(0, heardAPlace),
  );
}

/** Whoever gets a frame may take its arrays away. */
const copied = ({ misheard, ...figures }: Release): Release => ({
  accuracy: figures.accuracy.slice(),
  byCondition: figures.byCondition.slice(),
  latencyMs: figures.latencyMs.slice(),
  throughput: figures.throughput.slice(),
  wrongLabels: figures.wrongLabels.slice(),
  ...(misheard && { misheard }),
});

/** Clips are drawn again only when data or places change, and models are trained again only when they do: a target trains nothing. */
export function createEngine(): Engine<LifecycleValues, LifecycleFrame> {
  const records = createMemory<Recorded>(remembered);
  const courses = createMemory<Course>(remembered);
  return {
    *run(values, replicas) {
      yield;
      const teams = Array.from({ length: replicas.to - replicas.from }, (_, r) => replicas.from + r);
      const { clips, consistent, newCondition, seed, hidden } = values;
      const data = [clips, consistent, newCondition, seed, replicas.from, replicas.to].join();
      const all = `${data},${hidden}`;
      let course = courses.get(all);
      if (!course) {
        let recorded = records.get(data);
        if (!recorded) {
          recorded = yield* recordedBy(values, teams);
          records.set(data, recorded);
        }
        course = yield* courseOf(values, teams, recorded);
        courses.set(all, course);
      }
      for (const [moment, accuracy] of course.accuracy.entries())
        yield {
          moment,
          replicas,
          accuracy: accuracy.slice(),
          ...(moment === 0 && { release: copied(course.release) }),
        };
    },
  };
}

/** The frames of a run, without its breaths. */
export const run = (values: LifecycleValues, replicas: ReplicaRange): Generator<LifecycleFrame> =>
  framesOnly(createEngine().run(values, replicas) as Iterable<LifecycleFrame | undefined>);
