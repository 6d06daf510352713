/**
 * The slice explorer: every replica trains a logistic regression that does not see the group, chooses thresholds on other
 * applications, and is judged on fresh ones, group by group. Sizes and errors of 60 slices that mean nothing are counted too.
 */
import { createLogistic } from "../core/models/logistic";
import { createRandom } from "../core/random";
import { framesOnly } from "../core/steps";
import {
  type Applicants,
  applicantInputs,
  attributes,
  drawApplicants,
  groups,
  sliceCount,
  valuesOfAttribute,
} from "../core/worlds/applicants";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { rulesOf, type Scored } from "./engine-rules";
import { policies, type SlicesFrame, testCount } from "./frames";
import type { SlicesValues } from "./knobs";

const trainingCount = 2000;
/** Enough that a threshold chosen for the small group fits others of the group. */
const calibrationCount = 6000;
const size = applicantInputs + 1;

function* simulate(values: SlicesValues, replicas: ReplicaRange): Generator<SlicesFrame | undefined> {
  yield undefined;
  const { seed, weight } = values;
  const count = replicas.to - replicas.from;
  const world = { groupShare: values.groupShare / 100, baseRateGap: values.baseRateGap / 100 };
  const perPolicy = policies.length * groups.length * count;
  const frame = {
    counts: new Int32Array(4 * perPolicy),
    thresholds: new Float32Array(perPolicy),
    lots: new Float32Array(perPolicy),
    sizes: new Int32Array(policies.length * sliceCount * count),
    errors: new Int32Array(policies.length * sliceCount * count),
  };
  for (let r = 0; r < count; r++) {
    const draw = (purpose: string, cases: number) =>
      drawApplicants(createRandom(seed, "slices", purpose, replicas.from + r), { ...world, count: cases });
    const coefficients = train(draw("training", trainingCount), weight);
    const calibration = scored(draw("calibration", calibrationCount), coefficients);
    const test = draw("test", testCount);
    const { score } = scored(test, coefficients);
    // Every policy meets the same lots.
    const lots = Float64Array.from({ length: 2 * testCount }, drawer(seed, replicas.from + r));
    policies.forEach((policy, p) => {
      const rules = rulesOf(policy, calibration, values.threshold);
      const wrong = new Uint8Array(testCount);
      for (let i = 0; i < testCount; i++) {
        // #region excerpt: decision
        const g = test.group[i]!;
        const rule = rules[g]!;
        const accepted = lots[2 * i]! < rule.lot ? lots[2 * i + 1]! < rule.accept : score[i]! > rule.threshold;
        const repaid = test.repaid[i] === 1;
        const kind = accepted ? (repaid ? 0 : 1) : repaid ? 2 : 3;
        frame.counts[((p * groups.length + g) * 4 + kind) * count + r]!++;
        wrong[i] = Number(accepted !== repaid);
        // #endregion
      }
      rules.forEach((rule, g) => {
        frame.thresholds[(p * groups.length + g) * count + r] = rule.threshold;
        frame.lots[(p * groups.length + g) * count + r] = rule.lot;
      });
      for (let a = 0; a < attributes; a++)
        for (let i = 0; i < testCount; i++) {
          const slice = a * valuesOfAttribute + test.attributes[a * testCount + i]!;
          frame.sizes[(p * sliceCount + slice) * count + r]!++;
          frame.errors[(p * sliceCount + slice) * count + r]! += wrong[i]!;
        }
    });
    yield;
  }
  yield { moment: 0, replicas, ...frame };
}

function drawer(seed: number, replica: number): () => number {
  const random = createRandom(seed, "slices", "lots", replica);
  return () => random.uniform();
}

function train({ count, inputs, repaid, group }: Applicants, weight: number): Float32Array {
  const model = createLogistic({ replicas: 1, strategies: 1, inputs: applicantInputs, ridge: 1 });
  try {
    // #region excerpt: fit
    const table = new Float32Array(size * count).fill(1, 0, count);
    table.set(inputs, count);
    model.addBlock(table, Float32Array.from(repaid), count);
    model.fit([Float32Array.from(group, (g) => (g === 1 ? weight : 1))]);
    // #endregion
    return model.coefficients.slice();
  } finally {
    model.dispose();
  }
}

function scored({ count, inputs, repaid, group }: Applicants, coefficients: Float32Array): Scored {
  const score = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = coefficients[0]!;
    for (let k = 0; k < applicantInputs; k++) sum += coefficients[k + 1]! * inputs[k * count + i]!;
    score[i] = 1 / (1 + Math.exp(-sum));
  }
  return { score, repaid, group };
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<SlicesValues, SlicesFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: SlicesValues, replicas: ReplicaRange): Generator<SlicesFrame> =>
  framesOnly(simulate(values, replicas));
