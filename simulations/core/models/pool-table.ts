/** The examples that models learn from, laid out as the training kernel reads them: one row after the other. */
import { checkNotNegative } from "../check";
import { drawTable } from "./draw-table";
import { checkLength } from "./linear";

/** The examples one model learns from. */
export interface TrainingPool {
  /** [inputs, count], features first, standard deviation about 1. */
  readonly inputs: Float32Array;
  /** [count]: numbers of standard deviation about 1, or classes 0, 1, … */
  readonly targets: Float32Array;
  /** [count], at least 0: chance of being drawn, in proportion. All alike when left out. */
  readonly weights?: Float32Array;
  /** [count], at least 0: what an example counts in the loss. 1 when left out. */
  readonly lossWeights?: Float32Array;
  /** [classes]: what an example counts in the loss by its class, times its own weight. */
  readonly classWeights?: readonly number[];
}

export interface PoolTable {
  /** Rows of all pools together. */
  readonly count: number;
  /** [models, 3]: first row of the model's pool, its rows, 1 when rows are drawn by weight. */
  readonly table: Int32Array;
  /** [count, inputs + 2]: inputs, target, weight in the loss. */
  readonly rows: Float32Array;
  /** [count]: the draw tables of weighted pools. */
  readonly keep: Int32Array;
  readonly alias: Int32Array;
}

/**
 * @param pools one per model; a pool that stands several times is written once
 * @param classes targets must be whole numbers below it; undefined: any number
 * @throws RangeError naming the pool that does not fit
 */
export function poolTable(pools: readonly TrainingPool[], inputs: number, classes: number | undefined): PoolTable {
  const starts = new Map<TrainingPool, number>();
  let count = 0;
  pools.forEach((pool, k) => {
    if (starts.has(pool)) return;
    checkPool(pool, `pools[${k}]`, inputs, classes);
    starts.set(pool, count);
    count += pool.targets.length;
  });
  const width = inputs + 2;
  const rows = new Float32Array(count * width);
  const keep = new Int32Array(count);
  const alias = new Int32Array(count);
  for (const [pool, start] of starts) {
    const { targets, weights, lossWeights, classWeights } = pool;
    const own = targets.length;
    writeInputs(rows, start, pool, inputs);
    for (let i = 0; i < own; i++) {
      const at = (start + i) * width;
      rows[at + inputs] = targets[i]!;
      rows[at + inputs + 1] = (lossWeights?.[i] ?? 1) * (classWeights?.[targets[i]!] ?? 1);
    }
    if (!weights) continue;
    const drawn = drawTable(weights);
    keep.set(drawn.keep, start);
    alias.set(drawn.alias, start);
  }
  const table = Int32Array.from(
    pools.flatMap((pool) => [starts.get(pool)!, pool.targets.length, pool.weights ? 1 : 0]),
  );
  return { count, table, rows, keep, alias };
}

const together = 16;

/** Turns columns into rows, some rows at a time, so that what stands side by side is read together. */
function writeInputs(rows: Float32Array, start: number, pool: TrainingPool, inputs: number): void {
  const own = pool.targets.length;
  const width = inputs + 2;
  for (let from = 0; from < own; from += together) {
    const to = Math.min(own, from + together);
    for (let d = 0; d < inputs; d++)
      for (let i = from; i < to; i++) rows[(start + i) * width + d] = pool.inputs[d * own + i]!;
  }
}

function checkPool(pool: TrainingPool, name: string, inputs: number, classes: number | undefined): void {
  const { targets, weights, lossWeights, classWeights } = pool;
  if (targets.length === 0) throw new RangeError(`${name} must hold at least one example`);
  checkLength(`${name}.inputs`, pool.inputs, inputs * targets.length);
  if (weights) checkLength(`${name}.weights`, weights, targets.length);
  if (lossWeights) checkLength(`${name}.lossWeights`, lossWeights, targets.length);
  lossWeights?.forEach((weight, i) => {
    checkNotNegative(`${name}.lossWeights[${i}]`, weight);
  });
  if (classes === undefined) return;
  if (classWeights) checkLength(`${name}.classWeights`, classWeights, classes);
  targets.forEach((target, i) => {
    if (!Number.isInteger(target) || target < 0 || target >= classes)
      throw new RangeError(`${name}.targets[${i}] must be a whole number from 0 to ${classes - 1}, got ${target}`);
  });
}
