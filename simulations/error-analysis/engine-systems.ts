/** Trains systems for replicas, all that have as many hidden units in one call, and scores them on dev and fresh clips. */
import { createMemory } from "../core/memory";
import { type MlpWeights, predictMlp } from "../core/models/mlp";
import { likeliest, trainRecognisersInSteps } from "../core/models/recogniser";
import { createRandom } from "../core/random";
import type { Steps } from "../core/steps";
import { boughtClips, type Clips, devClips, freshClips, joined, officeClips } from "./engine-clips";
import { clipsBought } from "./frames";
import type { AnalysisValues } from "./knobs";
import { freshCount, group, kinds, nameOf, type System } from "./plan";

export interface Scores {
  readonly dev: number;
  readonly fresh: number;
  /** [tag], NaN where there is no clip of it. */
  readonly devByTag: readonly number[];
  readonly freshByTag: readonly number[];
  /** The word heard in each clip of the dev set. */
  readonly heard: Uint8Array;
}

const steps = 150;
const words = 8;

interface Job {
  readonly replica: number;
  readonly system: System;
}

/** Remembers clips and scores, so that a purchase trains one model and another width draws nothing anew. */
export function createBench() {
  const clips = createMemory<Clips>(400);
  const scores = createMemory<Scores>(2000);

  function remembered(name: string, draw: () => Clips): Clips {
    const found = clips.get(name) ?? draw();
    clips.set(name, found);
    return found;
  }
  const dev = ({ seed, devClips: count }: AnalysisValues, replica: number) =>
    remembered(`dev ${seed} ${replica} ${count}`, () => devClips(seed, replica, count));
  const fresh = (seed: number, replica: number) => {
    const which = Math.floor(replica / group);
    return remembered(`fresh ${seed} ${which}`, () => freshClips(seed, which, freshCount));
  };

  function trainingSet({ seed, clips: count }: AnalysisValues, { replica, system }: Job) {
    const own = remembered(`office ${seed} ${replica} ${count}`, () => officeClips(seed, replica, count));
    const bought = kinds.flatMap((kind, k) =>
      Array.from({ length: system.bought[k]! }, (_, time) =>
        remembered(`bought ${seed} ${replica} ${kind} ${time}`, () =>
          boughtClips(seed, replica, kind, time, clipsBought),
        ),
      ),
    );
    return joined([own, ...bought].map((set) => set.features(system.normalise)));
  }

  const nameIn = ({ seed, clips: count, devClips: devCount }: AnalysisValues, { replica, system }: Job) =>
    `${seed} ${count} ${devCount} ${replica} ${nameOf(system)}`;

  /** Trains what is not remembered. @returns a look-up of scores */
  function* judge(values: AnalysisValues, jobs: readonly Job[]): Steps<(job: Job) => Scores> {
    const found = new Map<string, Scores>();
    const waiting = new Map<string, Job>();
    for (const job of jobs) {
      const name = nameIn(values, job);
      const known = scores.get(name);
      if (known) found.set(name, known);
      else waiting.set(name, job);
    }
    for (const hidden of new Set([...waiting.values()].map(({ system }) => system.hidden))) {
      const together = [...waiting.values()].filter(({ system }) => system.hidden === hidden);
      const sets = [];
      for (const job of together) {
        sets.push(trainingSet(values, job));
        yield;
      }
      // #region excerpt: training
      const weights = yield* trainRecognisersInSteps({
        sets,
        classes: words,
        hidden,
        steps,
        randoms: together.map(({ replica }) => createRandom(values.seed, "recogniser", replica)),
      });
      // #endregion
      for (const [k, job] of together.entries()) {
        const scored = score(
          modelOf(weights, k),
          job.system,
          dev(values, job.replica),
          fresh(values.seed, job.replica),
        );
        const name = nameIn(values, job);
        scores.set(name, scored);
        found.set(name, scored);
        yield;
      }
    }
    return (job) => found.get(nameIn(values, job))!;
  }

  return { judge, dev };
}

function modelOf(weights: MlpWeights, model: number): MlpWeights {
  const size = weights.values.length / weights.models;
  return { ...weights, models: 1, values: weights.values.slice(model * size, (model + 1) * size) };
}

function heardIn(weights: MlpWeights, { normalise }: System, clips: Clips): Uint8Array {
  const { inputs, count } = clips.features(normalise);
  return likeliest(predictMlp(weights, inputs, count), weights, count);
}

function score(weights: MlpWeights, system: System, dev: Clips, fresh: Clips): Scores {
  const heard = heardIn(weights, system, dev);
  const heardFresh = heardIn(weights, system, fresh);
  return {
    dev: accuracyOf(heard, dev),
    fresh: accuracyOf(heardFresh, fresh),
    devByTag: dev.byTag.map((positions) => accuracyOf(heard, dev, positions)),
    freshByTag: fresh.byTag.map((positions) => accuracyOf(heardFresh, fresh, positions)),
    heard,
  };
}

const wordOf = ({ clips }: Clips, i: number) => clips[i]!.recording.utterances[0]!.word;

// #region excerpt: accuracy
function accuracyOf(heard: Uint8Array, clips: Clips, positions?: readonly number[]): number {
  let right = 0;
  const count = positions?.length ?? heard.length;
  for (let n = 0; n < count; n++) {
    const i = positions ? positions[n]! : n;
    if (heard[i] === wordOf(clips, i)) right++;
  }
  return right / count;
}
// #endregion
