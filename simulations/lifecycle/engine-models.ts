/** The models of every team: the released one, a larger one trained longer on the same clips, and one with clips of the new place. */
import { type MlpWeights, predictMlp } from "../core/models/mlp";
import { likeliest, trainRecognisersInSteps } from "../core/models/recogniser";
import { createRandom } from "../core/random";
import { atOnce, type Steps } from "../core/steps";
import type { ClipSet } from "../core/worlds/clips/features";
import { words } from "../core/worlds/clips/words";
import { trainingClips } from "./engine-clips";
import type { ResponseName } from "./frames";
import type { LifecycleValues } from "./knobs";

const steps = 200;

type Setting = Pick<LifecycleValues, "seed" | "hidden">;
type ByResponse = Readonly<Record<ResponseName, MlpWeights>>;

const networks = (seed: number, purpose: string, teams: readonly number[]) =>
  teams.map((team) => createRandom(seed, "network", purpose, team));

/** `count` models of many, from the one numbered `from` on. */
export function part(weights: MlpWeights, from: number, count: number): MlpWeights {
  const size = weights.values.length / weights.models;
  return { ...weights, models: count, values: weights.values.subarray(from * size, (from + count) * size) };
}

/** @param training, more of each team: the clips it began with, and those with what going back to data added */
export function* trainTeams(
  { seed, hidden }: Setting,
  teams: readonly number[],
  training: readonly ClipSet[],
  more: readonly ClipSet[],
): Steps<ByResponse> {
  const same = networks.bind(undefined, seed, "same", teams);
  // The released model and the one of the same size start from the same weights.
  // #region excerpt: training
  const small = yield* trainRecognisersInSteps({
    sets: [...training, ...more],
    classes: words.length,
    randoms: [...same(), ...same()],
    hidden,
    steps,
  });
  // #endregion
  const model = yield* trainRecognisersInSteps({
    sets: training,
    classes: words.length,
    randoms: networks(seed, "larger", teams),
    hidden: 2 * hidden,
    steps: 2 * steps,
  });
  const size = teams.length;
  return { nothing: part(small, 0, size), model, data: part(small, size, size) };
}

/** The model that one team releases; the same weights as in a run. */
export const releasedModel = (values: LifecycleValues, team: number): MlpWeights =>
  atOnce(
    trainRecognisersInSteps({
      sets: [trainingClips(values, team)],
      classes: words.length,
      randoms: networks(values.seed, "same", [team]),
      hidden: values.hidden,
      steps,
    }),
  );

/** The word that one model hears in each clip. */
export const heardIn = (weights: MlpWeights, set: ClipSet): Uint8Array =>
  likeliest(predictMlp(weights, set.inputs, set.count), weights, set.count);
