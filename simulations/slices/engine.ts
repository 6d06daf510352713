/**
 * The slice explorer: every replica trains a logistic regression that does not see the group, chooses thresholds on other
 * applications, and is judged on fresh ones, group by group. Then 60 slices that mean nothing are scanned for the worst.
 */
import { createLogistic } from "../core/models/logistic";
import { createRandom } from "../core/random";
import { twoProportionDifference } from "../core/statistics/two-proportions";
import { framesOnly } from "../core/steps";
import {
  type Applicants,
  applicantInputs,
  attributes,
  drawApplicants,
  groups,
  valuesOfAttribute,
} from "../core/worlds/applicants";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { type SlicesFrame, testCount } from "./frames";
import type { SlicesValues } from "./knobs";
import { type Scored, thresholdsOf } from "./thresholds";

const trainingCount = 1500;
const calibrationCount = 2000;
const size = applicantInputs + 1;

function* simulate(values: SlicesValues, replicas: ReplicaRange): Generator<SlicesFrame | undefined> {
  const { seed, weight } = values;
  const count = replicas.to - replicas.from;
  const world = { groupShare: values.groupShare / 100, baseRateGap: values.baseRateGap / 100 };
  const draw = (purpose: string, replica: number, cases: number) =>
    drawApplicants(createRandom(seed, "slices", purpose, replica), { ...world, count: cases });
  const counts = new Int32Array(groups.length * 4 * count);
  const thresholds = new Float32Array(groups.length * count);
  const worstP = new Float32Array(count);
  for (let r = 0; r < count; r++) {
    const replica = replicas.from + r;
    const coefficients = train(draw("training", replica, trainingCount), weight);
    const chosen = thresholdsOf(
      values.policy,
      scored(draw("calibration", replica, calibrationCount), coefficients),
      values.threshold,
    );
    const test = draw("test", replica, testCount);
    const { score } = scored(test, coefficients);
    const wrong = new Uint8Array(test.count);
    for (let i = 0; i < test.count; i++) {
      const g = test.group[i]!;
      const accepted = score[i]! > chosen[g]!;
      const repaid = test.repaid[i] === 1;
      counts[(g * 4 + (accepted ? (repaid ? 0 : 1) : repaid ? 2 : 3)) * count + r]!++;
      wrong[i] = Number(accepted !== repaid);
    }
    chosen.forEach((threshold, g) => {
      thresholds[g * count + r] = threshold;
    });
    worstP[r] = worstOfSlices(test, wrong);
    yield;
  }
  yield { moment: 0, replicas, counts, thresholds, worstP };
}

function train({ count, inputs, repaid, group }: Applicants, weight: number): Float32Array {
  const model = createLogistic({ replicas: 1, strategies: 1, inputs: applicantInputs, ridge: 1 });
  try {
    const table = new Float32Array(size * count).fill(1, 0, count);
    table.set(inputs, count);
    model.addBlock(table, Float32Array.from(repaid), count);
    model.fit([Float32Array.from(group, (g) => (g === 1 ? weight : 1))]);
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

/** The smallest p-value by which a slice has more errors than all others. */
function worstOfSlices({ count, attributes: values }: Applicants, wrong: Uint8Array): number {
  const all = wrong.reduce((sum, each) => sum + each, 0);
  let worst = 1;
  for (let a = 0; a < attributes; a++) {
    const sizes = new Int32Array(valuesOfAttribute);
    const errors = new Int32Array(valuesOfAttribute);
    for (let i = 0; i < count; i++) {
      const value = values[a * count + i]!;
      sizes[value]!++;
      errors[value]! += wrong[i]!;
    }
    for (let value = 0; value < valuesOfAttribute; value++) {
      const [n, k] = [sizes[value]!, errors[value]!];
      if (n === 0 || n === count || k / n <= (all - k) / (count - n)) continue;
      worst = Math.min(worst, twoProportionDifference(k, n, all - k, count - n).pValue);
    }
  }
  return worst;
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<SlicesValues, SlicesFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: SlicesValues, replicas: ReplicaRange): Generator<SlicesFrame> =>
  framesOnly(simulate(values, replicas));
