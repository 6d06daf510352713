/**
 * Gradient and Hessian of weighted logistic losses in plain JavaScript and double precision: what takes over where there is no
 * WebAssembly, and what the compiled kernel is checked against.
 */
import type { LogisticAttributes } from "./logistic-kernel";

interface Arrays {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly weights: Float32Array;
  readonly active: Int32Array;
  readonly beta: Float32Array;
}

/** Shapes as of the kernel. */
export function derivePlainly({ replicas, strategies, size, rows }: LogisticAttributes, arrays: Arrays): Float32Array {
  const { x, y, weights, active, beta } = arrays;
  const width = size + (size * (size + 1)) / 2;
  const out = new Float32Array(replicas * strategies * width);
  const sums = new Float64Array(width);
  for (let system = 0; system < replicas * strategies; system++) {
    if (active[system] === 0) continue;
    const r = Math.floor(system / strategies);
    const s = system % strategies;
    sums.fill(0);
    for (let row = 0; row < rows; row++) {
      const weight = weights[s * rows + row]!;
      if (weight === 0) continue;
      const value = (i: number) => x[(r * size + i) * rows + row]!;
      let odds = 0;
      for (let i = 0; i < size; i++) odds += beta[system * size + i]! * value(i);
      const chance = 1 / (1 + Math.exp(-odds));
      let k = size;
      for (let i = 0; i < size; i++) {
        sums[i]! += weight * (chance - y[r * rows + row]!) * value(i);
        for (let j = i; j < size; j++) sums[k++]! += weight * chance * (1 - chance) * value(i) * value(j);
      }
    }
    out.set(sums, system * width);
  }
  return out;
}
