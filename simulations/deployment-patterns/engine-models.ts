/**
 * Blue and green: networks with one hidden layer, trained on pictures of phone screens, and what they say of a pool of others.
 *
 *   blue              1,000 pictures of the year before
 *   same              the same network in a new box
 *   better            blue's pictures and 2,000 more
 *   slice-regression  3,000 new pictures, of which 3 in 100 come from the newly lit line (20 in 100 of blue's)
 *   worse             1,000 new pictures, a fifth of them with the wrong label
 *   slow              blue's pictures, two and a half times the hidden units
 *
 * A verdict takes time in proportion to the hidden units. Judging is remembered: the learner's decision, another pattern or
 * another look changes no model.
 */
import type { Memory } from "../core/memory";
import { predictMlp, type TrainingPool, trainMlpInSteps } from "../core/models/mlp";
import { createRandom } from "../core/random";
import type { Steps } from "../core/steps";
import { featureCount, phoneFeatures } from "../core/worlds/phone-features";
import { drawPhones, type PhoneBatch } from "../core/worlds/phones";
import { type CandidateName, lineShares } from "./frames";

const size = 8;
const inputsPerPhone = featureCount(size);
const oldPictures = 1000;
const poolSize = 1500;
const scratchStrength = 0.6;
const blueHidden = 16;
/** One chip beside the belt: 30 ms for blue's 16 units. */
const msPerUnit = 30 / blueHidden;

/** Pictures for training are collected on every line in about equal numbers, whatever the line's output. */
const evenShares = [0.28, 0.26, 0.26, 0.2];

interface Recipe {
  readonly hidden: number;
  readonly steps: number;
  /** The pictures that blue was trained on. */
  readonly usesOld: boolean;
  readonly newPictures: number;
  readonly newShares: readonly number[];
  readonly wrongLabels: number;
}

const blueRecipe: Recipe = {
  hidden: blueHidden,
  steps: 300,
  usesOld: true,
  newPictures: 0,
  newShares: evenShares,
  wrongLabels: 0,
};

const recipes: Record<Exclude<CandidateName, "same">, Recipe> = {
  better: { ...blueRecipe, steps: 600, newPictures: 2000 },
  "slice-regression": {
    ...blueRecipe,
    steps: 600,
    usesOld: false,
    newPictures: 3000,
    newShares: [0.4, 0.3, 0.27, 0.03],
  },
  worse: { ...blueRecipe, usesOld: false, newPictures: 1000, wrongLabels: 0.2 },
  slow: { ...blueRecipe, hidden: 40 },
};

/** The phones of one replica and the two versions' verdicts. */
export interface JudgedPool {
  readonly count: number;
  readonly line: Uint8Array;
  readonly scratched: Uint8Array;
  /** 1: the verdict is wrong, if it comes in time. */
  readonly blueWrong: Uint8Array;
  readonly greenWrong: Uint8Array;
  readonly blueMs: number;
  readonly greenMs: number;
}

export type Verdicts = Pick<JudgedPool, "line" | "scratched"> & { readonly wrong: Uint8Array };

/** What blue and each replica's candidate say of the replica's pool. */
export function* judgePools(
  remembered: Memory<Verdicts>,
  seed: number,
  replicas: readonly number[],
  candidates: readonly CandidateName[],
): Steps<JudgedPool[]> {
  const models: Model[] = [
    ...replicas.map((replica) => ({ replica, name: "blue" as const })),
    ...replicas.map((replica, r) => ({ replica, name: versionOf(candidates[r]!) })),
  ];
  const verdicts = yield* verdictsOf(remembered, seed, models);
  const [blue, green] = [verdicts.slice(0, replicas.length), verdicts.slice(replicas.length)];
  return replicas.map((_, r): JudgedPool => {
    const candidate = candidates[r]!;
    const greenHidden = candidate === "same" ? blueHidden : recipes[candidate].hidden;
    return {
      count: poolSize,
      line: blue[r]!.line,
      scratched: blue[r]!.scratched,
      blueWrong: blue[r]!.wrong,
      greenWrong: green[r]!.wrong,
      blueMs: blueHidden * msPerUnit,
      greenMs: greenHidden * msPerUnit,
    };
  });
}

interface Model {
  readonly replica: number;
  readonly name: "blue" | Exclude<CandidateName, "same">;
}

const versionOf = (candidate: CandidateName): Model["name"] => (candidate === "same" ? "blue" : candidate);

const keyOf = (seed: number, { replica, name }: Model) => `${seed} ${replica} ${name}`;

/** One for each model; a model that stands several times is trained once. */
function* verdictsOf(remembered: Memory<Verdicts>, seed: number, models: readonly Model[]): Steps<Verdicts[]> {
  const found = new Map<string, Verdicts>();
  const unknown = new Map<string, Model>();
  for (const model of models) {
    const key = keyOf(seed, model);
    const verdicts = remembered.get(key);
    if (verdicts) found.set(key, verdicts);
    else unknown.set(key, model);
  }
  const pictures = createPictures(seed);
  for (const group of groupsOf([...unknown.values()])) {
    const judged = yield* trainAndJudge(seed, group, pictures);
    judged.forEach((verdicts, i) => {
      const key = keyOf(seed, group[i]!);
      found.set(key, verdicts);
      remembered.set(key, verdicts);
    });
  }
  return models.map((model) => found.get(keyOf(seed, model))!);
}

/** Networks of one shape and one number of steps train in one call. */
function groupsOf(models: readonly Model[]): Iterable<Model[]> {
  const groups = new Map<string, Model[]>();
  for (const model of models) {
    const { hidden, steps } = recipeOf(model);
    const group = `${hidden} ${steps}`;
    groups.set(group, [...(groups.get(group) ?? []), model]);
  }
  return groups.values();
}

/** What several versions of a replica are shown, drawn once for all of them. */
interface Pictures {
  /** The pictures of the year before. */
  old(replica: number): PhoneBatch;
  /** The phones that both versions judge. */
  pool(replica: number): { readonly phones: PhoneBatch; readonly features: Float32Array };
}

function createPictures(seed: number): Pictures {
  const once = <T>(draw: (replica: number) => T) => {
    const known = new Map<number, T>();
    return (replica: number): T => {
      const drawn = known.get(replica) ?? draw(replica);
      known.set(replica, drawn);
      return drawn;
    };
  };
  return {
    old: once((replica) =>
      drawPhones(createRandom(seed, "release old pictures", replica), oldPictures, {
        size,
        scratchStrength,
        lineShares: evenShares,
      }),
    ),
    pool: once((replica) => {
      const random = createRandom(seed, "release phones", replica);
      const phones = drawPhones(random, poolSize, { size, scratchStrength, lineShares });
      return { phones, features: phoneFeatures([phones]) };
    }),
  };
}

const recipeOf = ({ name }: Model): Recipe => (name === "blue" ? blueRecipe : recipes[name]);

function* trainAndJudge(seed: number, models: readonly Model[], pictures: Pictures): Steps<Verdicts[]> {
  const { hidden, steps } = recipeOf(models[0]!);
  const training: TrainingPool[] = [];
  for (const model of models) {
    training.push(trainingPool(seed, model, pictures));
    yield;
  }
  // #region excerpt: training
  const weights = yield* trainMlpInSteps({
    task: "classification",
    inputs: inputsPerPhone,
    hidden,
    pools: training,
    randoms: models.map(({ replica, name }) => createRandom(seed, "release training", name, replica)),
    steps,
    batch: 32,
    learningRate: 0.03,
  });
  // #endregion
  const inputs = new Float32Array(models.length * inputsPerPhone * poolSize);
  const pools: ReturnType<Pictures["pool"]>[] = [];
  for (const { replica } of models) {
    const pool = pictures.pool(replica);
    inputs.set(pool.features, pools.length * inputsPerPhone * poolSize);
    pools.push(pool);
    yield;
  }
  const probability = predictMlp(weights, inputs, poolSize);
  return pools.map(({ phones: { line, scratched } }, k) => ({
    line,
    scratched,
    wrong: scratched.map((truth, i) => Number(probability[k * poolSize + i]! > 0.5 !== (truth === 1))),
  }));
}

function trainingPool(seed: number, model: Model, pictures: Pictures): TrainingPool {
  const { usesOld, newPictures, newShares, wrongLabels } = recipeOf(model);
  const { replica, name } = model;
  const batches = usesOld ? [pictures.old(replica)] : [];
  if (newPictures > 0) {
    const random = createRandom(seed, "release new pictures", name, replica);
    batches.push(drawPhones(random, newPictures, { size, scratchStrength, lineShares: newShares }));
  }
  const labels = createRandom(seed, "release labels", name, replica);
  return {
    inputs: phoneFeatures(batches),
    targets: Float32Array.from(
      batches.flatMap(({ scratched }) => Array.from(scratched)),
      (truth) => (wrongLabels > 0 && labels.chance(wrongLabels) ? 1 - truth : truth),
    ),
  };
}
