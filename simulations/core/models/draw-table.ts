/**
 * A table from which a row is drawn in one step, with a chance in proportion to its weight: a row by chance, kept with the
 * chance that stands beside it, else exchanged for its alias (Walker 1977; the table after Vose 1991).
 *
 * @example drawTable(Float32Array.of(1, 3)) // row 0 is kept in half of its draws, else exchanged for row 1
 */
import { checkNotNegative } from "../check";

export interface DrawTable {
  /** [rows], to be read as unsigned: a uniform 32-bit number below it keeps the row. */
  readonly keep: Int32Array;
  /** [rows]: the row taken instead. */
  readonly alias: Int32Array;
}

const mostUnsigned = 2 ** 32 - 1;

/** @throws RangeError when a weight is negative or all are 0 */
export function drawTable(weights: ArrayLike<number>): DrawTable {
  const count = weights.length;
  let total = 0;
  for (let i = 0; i < count; i++) {
    checkNotNegative(`weights[${i}]`, weights[i]!);
    total += weights[i]!;
  }
  if (!(total > 0)) throw new RangeError(`weights must have a sum above 0, got ${total}`);
  const left = Float64Array.from({ length: count }, (_, i) => (weights[i]! * count) / total);
  const keep = new Int32Array(count).fill(-1);
  const alias = Int32Array.from({ length: count }, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  left.forEach((share, i) => {
    (share < 1 ? small : large).push(i);
  });
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!;
    const rich = large.at(-1)!;
    keep[poor] = Math.min(mostUnsigned, Math.floor(left[poor]! * 2 ** 32));
    alias[poor] = rich;
    left[rich]! -= 1 - left[poor]!;
    if (left[rich]! < 1) small.push(large.pop()!);
  }
  // What is left over is full but for rounding; a row of weight 0 has found its alias unless rounding left none.
  for (const i of small) if (weights[i] === 0) alias[i] = heaviest(weights);
  for (const i of small) if (weights[i] === 0) keep[i] = 0;
  return { keep, alias };
}

function heaviest(weights: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < weights.length; i++) if (weights[i]! > weights[best]!) best = i;
  return best;
}
