/**
 * The retraining calendar: before every month a model is really trained on the newest labelled examples, and every model is
 * judged in every later month. From this table of ages follow the cost of any policy on the same draws, and the schedule that
 * would have been cheapest.
 */
import * as tf from "@tensorflow/tfjs-core";
import { compute } from "../core/models/compute";
import { fitLinear, predictLinear } from "../core/models/linear";
import { createRandom } from "../core/random";
import { bestSchedule } from "../core/statistics/best-schedule";
import { framesOnly } from "../core/steps";
import { coefficientsOf, drivers } from "../core/worlds/demand";
import { actsOf } from "../runtime/acts";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import type { PaceFrame } from "./frames";
import type { PaceValues } from "./knobs";
import { examples, judged, longestInterval, months, monthsBefore, policyNames, pricePerUnit } from "./plan";

const total = monthsBefore + months;
const size = drivers + 2;

/** Of one replica: what models cost by age, and the errors that a watcher sees. */
interface Table {
  /** [made, used]: thousand € in month `used` of the model made before month `made`. */
  readonly cost: Float64Array;
  /** [made, used]: mean squared error against the demand that came. */
  readonly error: Float64Array;
}

/** [months, size, rows] of all months from `monthsBefore` before the first on: 1, drivers, demand; and the expected demand [months, rows]. */
function drawMonths(values: PaceValues, replica: number, purpose: string, rows: number) {
  const { seed, drift, pace } = values;
  const coefficients = coefficientsOf(createRandom(seed, "pace", "coefficients", replica), {
    drift,
    pace,
    months: total,
  });
  const random = createRandom(seed, "pace", purpose, replica);
  const drawn = random.normals(new Float64Array(total * (drivers + 1) * rows));
  const table = new Float32Array(total * size * rows);
  const expected = new Float32Array(total * rows);
  for (let month = 0; month < total; month++) {
    for (let i = 0; i < rows; i++) {
      const at = (month * rows + i) * (drivers + 1);
      table[month * size * rows + i] = 1;
      let demand = 0;
      for (let d = 0; d < drivers; d++) {
        const x = drawn[at + d]!;
        table[(month * size + 1 + d) * rows + i] = x;
        demand += coefficients[month * drivers + d]! * x;
      }
      expected[month * rows + i] = demand;
      table[(month * size + 1 + drivers) * rows + i] = demand + drawn[at + drivers]!;
    }
  }
  return { table, expected };
}

function ageTable(values: PaceValues, replica: number): Table {
  const { labelDelay } = values;
  const training = drawMonths(values, replica, "training", examples);
  // The model made before month m learns from the newest month whose labels are known then.
  const weights = new Float32Array(months * total);
  for (let made = 0; made < months; made++) weights[made * total + monthsBefore + made - 1 - labelDelay] = 1;
  const fitted = fitLinear({
    examples: training.table,
    replicas: 1,
    months: total,
    inputs: drivers,
    rows: examples,
    weights,
    systems: months,
    ridge: 0,
  });
  const test = drawMonths(values, replica, "judging", judged);
  const inputs = new Float32Array(months * (drivers + 1) * judged);
  for (let m = 0; m < months; m++) {
    const from = (monthsBefore + m) * size * judged;
    inputs.set(test.table.subarray(from, from + (drivers + 1) * judged), m * (drivers + 1) * judged);
  }
  // [used, made, rows]
  const forecasts = compute(() => {
    const models = tf.tile(tf.tensor3d(fitted, [1, months, drivers + 1]), [months, 1, 1]) as tf.Tensor3D;
    return predictLinear(models, tf.tensor3d(inputs, [months, drivers + 1, judged])).dataSync();
  });
  const cost = new Float64Array(months * months);
  const error = new Float64Array(months * months);
  for (let used = 0; used < months; used++) {
    const expectedAt = (monthsBefore + used) * judged;
    const demandAt = ((monthsBefore + used) * size + 1 + drivers) * judged;
    for (let made = 0; made <= used; made++) {
      let stale = 0;
      let missed = 0;
      for (let i = 0; i < judged; i++) {
        const forecast = forecasts[(used * months + made) * judged + i]!;
        stale += (forecast - test.expected[expectedAt + i]!) ** 2;
        missed += (forecast - test.table[demandAt + i]!) ** 2;
      }
      cost[made * months + used] = (pricePerUnit * stale) / judged;
      error[made * months + used] = missed / judged;
    }
  }
  return { cost, error };
}

/** Which model is in use in each month: the month before which it was made. */
type Policy = Int32Array;

function policyOf(retrains: Iterable<number>): Policy {
  const made = new Int32Array(months);
  for (const month of retrains) if (month > 0 && month < months) made.fill(month, month);
  return made;
}

const every = (interval: number): number[] =>
  Array.from({ length: Math.ceil(months / interval) - 1 }, (_, i) => (i + 1) * interval);

/** Retrains when a month's error, known `labelDelay` months later, lies above the first error of the same model. */
function triggered({ error }: Table, { labelDelay, alarm }: PaceValues): number[] {
  const limit = 1 + alarm * Math.sqrt(2 / judged);
  const retrains: number[] = [];
  let made = 0;
  for (let month = 1; month < months; month++) {
    const known = month - 1 - labelDelay;
    if (known <= made || error[made * months + known]! <= limit * error[made * months + made]!) continue;
    made = month;
    retrains.push(month);
  }
  return retrains;
}

function* simulate(values: PaceValues, replicas: ReplicaRange): Generator<PaceFrame | undefined> {
  const count = replicas.to - replicas.from;
  const policies: Policy[][] = [];
  const tables: Table[] = [];
  const byInterval = new Float32Array(longestInterval * count);
  for (let r = 0; r < count; r++) {
    const table = ageTable(values, replicas.from + r);
    const costOf = (made: number, used: number) => table.cost[made * months + used]!;
    const sum = (policy: Policy) => policy.reduce((all, made, used) => all + costOf(made, used), 0);
    tables.push(table);
    policies.push([
      policyOf([]),
      policyOf(every(values.interval)),
      policyOf(triggered(table, values)),
      policyOf(actsOf(values.retrains).map(({ time }) => time)),
      policyOf(bestSchedule(months, costOf, values.retrainCost).retrains),
    ]);
    for (let k = 1; k <= longestInterval; k++) byInterval[(k - 1) * count + r] = sum(policyOf(every(k)));
    yield;
  }
  for (let month = 0; month < months; month++) {
    const staleness = new Float32Array(policyNames.length * count);
    const retrained = new Uint8Array(policyNames.length * count);
    for (let r = 0; r < count; r++)
      policyNames.forEach((_, p) => {
        const made = policies[r]![p]![month]!;
        staleness[p * count + r] = tables[r]!.cost[made * months + month]!;
        retrained[p * count + r] = Number(month > 0 && made === month);
      });
    yield { moment: month, replicas, staleness, retrained, ...(month === 0 && { byInterval }) };
  }
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<PaceValues, PaceFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: PaceValues, replicas: ReplicaRange): Generator<PaceFrame> =>
  framesOnly(simulate(values, replicas));
