/**
 * The table of ages of one replica: before every month a model is really trained on the newest labelled month, and every model is
 * judged in every later month.
 */
import * as tf from "@tensorflow/tfjs-core";
import { compute } from "../core/models/compute";
import { fitLinear, predictLinear } from "../core/models/linear";
import { createRandom } from "../core/random";
import { coefficientsOf, drivers } from "../core/worlds/demand";
import type { PaceValues } from "./knobs";
import { examples, judged, longestInterval, months, monthsBefore, pricePerUnit } from "./plan";

const total = monthsBefore + months;
const size = drivers + 2;

/** What a table depends on: no other knob moves it. */
export type AgeValues = Pick<PaceValues, "seed" | "drift" | "pace" | "labelDelay">;

/** Of one replica: what models cost by age, and the errors that a watcher sees. */
export interface AgeTable {
  /** [made, used]: thousand € in month `used` of the model made before month `made`. */
  readonly cost: Float64Array;
  /** [made, used]: mean squared error against the demand that came. */
  readonly error: Float64Array;
  /** [made]: mean squared error on fresh examples of the month that the model learned from. */
  readonly whenNew: Float64Array;
}

/** [months, size, rows] of all months from `monthsBefore` before the first on: 1, drivers, demand; and the expected demand [months, rows]. */
function drawMonths(values: AgeValues, replica: number, purpose: string, rows: number) {
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

export function ageTable(values: AgeValues, replica: number): AgeTable {
  const { labelDelay } = values;
  const training = drawMonths(values, replica, "training", examples);
  // The model made before month m learns from the newest month whose labels are known then.
  const learnedFrom = monthsBefore - 1 - labelDelay;
  const weights = new Float32Array(months * total);
  for (let made = 0; made < months; made++) weights[made * total + learnedFrom + made] = 1;
  // #region excerpt: fit
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
  // #endregion
  const test = drawMonths(values, replica, "judging", judged);
  /** [months, constant and drivers, rows] of as many months from the one given on. */
  const inputsFrom = (first: number) => {
    const inputs = new Float32Array(months * (drivers + 1) * judged);
    for (let m = 0; m < months; m++) {
      const from = (first + m) * size * judged;
      inputs.set(test.table.subarray(from, from + (drivers + 1) * judged), m * (drivers + 1) * judged);
    }
    return tf.tensor3d(inputs, [months, drivers + 1, judged]);
  };
  // [used, made, rows], and [made, rows] in the months that the models learned from.
  const [forecasts, first] = compute(() => {
    const models = tf.tensor3d(fitted, [1, months, drivers + 1]);
    const everyMonth = tf.tile(models, [months, 1, 1]) as tf.Tensor3D;
    const one = tf.reshape(models, [months, 1, drivers + 1]) as tf.Tensor3D;
    return [
      predictLinear(everyMonth, inputsFrom(monthsBefore)).dataSync(),
      predictLinear(one, inputsFrom(learnedFrom)).dataSync(),
    ] as const;
  });
  const whenNew = new Float64Array(months);
  for (let made = 0; made < months; made++) {
    const demandAt = ((learnedFrom + made) * size + 1 + drivers) * judged;
    for (let i = 0; i < judged; i++)
      whenNew[made]! += (first[made * judged + i]! - test.table[demandAt + i]!) ** 2 / judged;
  }
  const cost = new Float64Array(months * months);
  const error = new Float64Array(months * months);
  for (let used = 0; used < months; used++) {
    const expectedAt = (monthsBefore + used) * judged;
    const demandAt = ((monthsBefore + used) * size + 1 + drivers) * judged;
    for (let made = 0; made <= used; made++) {
      // #region excerpt: cost
      let stale = 0;
      let missed = 0;
      for (let i = 0; i < judged; i++) {
        const forecast = forecasts[(used * months + made) * judged + i]!;
        stale += (forecast - test.expected[expectedAt + i]!) ** 2;
        missed += (forecast - test.table[demandAt + i]!) ** 2;
      }
      cost[made * months + used] = (pricePerUnit * stale) / judged;
      // #endregion
      error[made * months + used] = missed / judged;
    }
  }
  return { cost, error, whenNew };
}

/** Cost of a month, thousand €, by the age of the model in use: the mean over all months in which a model of that age could be used. */
export function costByAge({ cost }: AgeTable): Float64Array {
  return Float64Array.from({ length: longestInterval }, (_, age) => {
    let sum = 0;
    for (let made = 0; made + age < months; made++) sum += cost[made * months + made + age]!;
    return sum / (months - age);
  });
}
