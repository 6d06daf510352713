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
import { drawPhones } from "../core/worlds/phones";
import { type CandidateName, lineShares } from "./frames";

const size = 8;
const inputsPerPhone = featureCount(size);
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
  readonly oldPictures: number;
  readonly newPictures: number;
  readonly newShares: readonly number[];
  readonly wrongLabels: number;
}

const blueRecipe: Recipe = {
  hidden: blueHidden,
  steps: 300,
  oldPictures: 1000,
  newPictures: 0,
  newShares: evenShares,
  wrongLabels: 0,
};

const recipes: Record<Exclude<CandidateName, "same">, Recipe> = {
  better: { ...blueRecipe, steps: 600, newPictures: 2000 },
  "slice-regression": {
    ...blueRecipe,
    steps: 600,
    oldPictures: 0,
    newPictures: 3000,
    newShares: [0.4, 0.3, 0.27, 0.03],
  },
  worse: { ...blueRecipe, oldPictures: 0, newPictures: 1000, wrongLabels: 0.2 },
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
  const blue = yield* verdictsOf(
    remembered,
    seed,
    replicas.map((replica) => ({ replica, name: "blue" as const })),
  );
  const green = yield* verdictsOf(
    remembered,
    seed,
    replicas.map((replica, r) => ({ replica, name: candidates[r] === "same" ? "blue" : candidates[r]! })),
  );
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

function* verdictsOf(remembered: Memory<Verdicts>, seed: number, models: readonly Model[]): Steps<Verdicts[]> {
  const keyOf = ({ replica, name }: Model) => `${seed} ${replica} ${name}`;
  const found = new Map<string, Verdicts>();
  for (const model of models) {
    const verdicts = remembered.get(keyOf(model));
    if (verdicts) found.set(keyOf(model), verdicts);
  }
  // Networks of one shape and one number of steps train in one call.
  const groups = new Map<string, Model[]>();
  for (const model of models) {
    if (found.has(keyOf(model))) continue;
    const { hidden, steps } = recipeOf(model);
    const group = `${hidden} ${steps}`;
    groups.set(group, [...(groups.get(group) ?? []), model]);
  }
  for (const group of groups.values()) {
    const judged = yield* trainAndJudge(seed, group);
    judged.forEach((verdicts, i) => {
      const key = keyOf(group[i]!);
      found.set(key, verdicts);
      remembered.set(key, verdicts);
    });
  }
  return models.map((model) => found.get(keyOf(model))!);
}

const recipeOf = ({ name }: Model): Recipe => (name === "blue" ? blueRecipe : recipes[name]);

function* trainAndJudge(seed: number, models: readonly Model[]): Steps<Verdicts[]> {
  const { hidden, steps } = recipeOf(models[0]!);
  const weights = yield* trainMlpInSteps({
    task: "classification",
    inputs: inputsPerPhone,
    hidden,
    pools: models.map((model) => trainingPool(seed, model)),
    randoms: models.map(({ replica, name }) => createRandom(seed, "release training", name, replica)),
    steps,
    batch: 32,
    learningRate: 0.03,
  });
  const pools = models.map(({ replica }) =>
    drawPhones(createRandom(seed, "release phones", replica), poolSize, { size, scratchStrength, lineShares }),
  );
  const inputs = new Float32Array(models.length * inputsPerPhone * poolSize);
  pools.forEach((pool, k) => {
    inputs.set(phoneFeatures([pool]), k * inputsPerPhone * poolSize);
  });
  const probability = predictMlp(weights, inputs, poolSize);
  return pools.map(({ line, scratched }, k) => ({
    line,
    scratched,
    wrong: scratched.map((truth, i) => Number(probability[k * poolSize + i]! > 0.5 !== (truth === 1))),
  }));
}

function trainingPool(seed: number, model: Model): TrainingPool {
  const { oldPictures, newPictures, newShares, wrongLabels } = recipeOf(model);
  const { replica, name } = model;
  const common = { size, scratchStrength };
  const batches = [
    drawPhones(createRandom(seed, "release old pictures", replica), oldPictures, {
      ...common,
      lineShares: evenShares,
    }),
    drawPhones(createRandom(seed, "release new pictures", name, replica), newPictures, {
      ...common,
      lineShares: newShares,
    }),
  ];
  const labels = createRandom(seed, "release labels", name, replica);
  return {
    inputs: phoneFeatures(batches),
    targets: Float32Array.from(
      batches.flatMap(({ scratched }) => Array.from(scratched)),
      (truth) => (wrongLabels > 0 && labels.chance(wrongLabels) ? 1 - truth : truth),
    ),
  };
}
