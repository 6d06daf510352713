/**
 * Gradient and Hessian of weighted logistic losses, of strategies × replicas, without products written down. What is computed
 * stands in core/models/logistic.ts.
 */
import { dot, sigmoid1, sigmoid4, total } from "./lanes";

/** Rows taken at a time: what is written down of them stays in the fastest memory. */
const BLOCK: usize = 256 << 2;

/** Bytes of scratch for systems of this size. */
export function logisticScratchBytes(size: i32): i32 {
  return 3 * <i32>BLOCK + ((size * (size + 3)) >> 1) * 8;
}

/**
 * Gradient and curvature of every active system; 0 for the others.
 * @param x [replicas][size][rows], the constant 1 first; rows are a multiple of eight
 * @param y [replicas][rows]; w [strategies][rows]
 * @param active [replicas][strategies]
 * @param beta [replicas][strategies][size]
 * @param out [replicas][strategies][size + size (size + 1) / 2]
 */
export function deriveLogistic(
  replicas: i32, strategies: i32, size: i32, rows: i32,
  x: usize, y: usize, w: usize, active: usize, beta: usize, out: usize, scratch: usize,
): void {
  const rowBytes: usize = <usize>rows << 2;
  const sums = size + ((size * (size + 1)) >> 1);
  const odds = scratch;
  const wrong = odds + BLOCK;
  const bend = wrong + BLOCK;
  const gradient = bend + BLOCK;
  const curvature = gradient + (<usize>size << 3);
  for (let s = 0; s < strategies; s++) {
    const weights = w + <usize>s * rowBytes;
    const first = firstWeighted(weights, rowBytes);
    const end = lastWeighted(weights, rowBytes);
    for (let r = 0; r < replicas; r++) {
      const system = r * strategies + s;
      const own = out + (<usize>(system * sums) << 2);
      memory.fill(gradient, 0, <usize>sums << 3);
      if (load<i32>(active + (<usize>system << 2)) != 0) {
        const rowsOf = x + <usize>(r * size) * rowBytes;
        const labels = y + <usize>r * rowBytes;
        const b = beta + (<usize>(system * size) << 2);
        for (let at = first; at < end; at += BLOCK) {
          const bytes = min<usize>(BLOCK, end - at);
          score(size, rowBytes, bytes, rowsOf + at, labels + at, weights + at, b, wrong, bend);
          for (let i = 0; i < size; i++)
            add(gradient + (<usize>i << 3), i == 0 ? total(wrong, bytes) : dot(wrong, rowsOf + <usize>i * rowBytes + at, bytes));
          let k = curvature;
          for (let i = 0; i < size; i++) {
            let column = bend;
            if (i > 0) {
              multiply(bend, rowsOf + <usize>i * rowBytes + at, odds, bytes);
              column = odds;
            }
            for (let j = i; j < size; j++) {
              add(k, j == 0 ? total(column, bytes) : dot(column, rowsOf + <usize>j * rowBytes + at, bytes));
              k += 8;
            }
          }
        }
      }
      for (let i = 0; i < sums; i++) store<f32>(own + (<usize>i << 2), <f32>load<f64>(gradient + (<usize>i << 3)));
    }
  }
}

/** Where the first group of eight rows with a weight begins. */
function firstWeighted(weights: usize, bytes: usize): usize {
  let i: usize = 0;
  while (i < bytes && load<f32>(weights + i) == 0) i += 4;
  return i & ~31;
}

/** Where the last group of eight rows with a weight ends. */
function lastWeighted(weights: usize, bytes: usize): usize {
  let i = bytes;
  while (i > 0 && load<f32>(weights + i - 4) == 0) i -= 4;
  return (i + 31) & ~31;
}

@inline function add(at: usize, value: f32): void {
  store<f64>(at, load<f64>(at) + <f64>value);
}

@inline function multiply(a: usize, b: usize, out: usize, bytes: usize): void {
  if (ASC_FEATURE_SIMD) {
    for (let i: usize = 0; i < bytes; i += 16) v128.store(out + i, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  } else {
    for (let i: usize = 0; i < bytes; i += 4) store<f32>(out + i, load<f32>(a + i) * load<f32>(b + i));
  }
}

/** wrong = w (p − y), bend = w p (1 − p), p = σ(β·x). */
function score(
  size: i32, rowBytes: usize, bytes: usize, x: usize, y: usize, w: usize, beta: usize,
  wrong: usize, bend: usize,
): void {
  const last = <usize>size << 2;
  if (ASC_FEATURE_SIMD) {
    const one = f32x4.splat(1);
    for (let i: usize = 0; i < bytes; i += 16) {
      let z = v128.load32_splat(beta);
      let p = x + i;
      for (let d: usize = 4; d < last; d += 4) {
        p += rowBytes;
        z = f32x4.add(z, f32x4.mul(v128.load32_splat(beta + d), v128.load(p)));
      }
      const chance = sigmoid4(z);
      const weight = v128.load(w + i);
      v128.store(wrong + i, f32x4.mul(weight, f32x4.sub(chance, v128.load(y + i))));
      v128.store(bend + i, f32x4.mul(weight, f32x4.mul(chance, f32x4.sub(one, chance))));
    }
  } else {
    for (let i: usize = 0; i < bytes; i += 4) {
      let z = load<f32>(beta);
      let p = x + i;
      for (let d: usize = 4; d < last; d += 4) {
        p += rowBytes;
        z += load<f32>(beta + d) * load<f32>(p);
      }
      const chance = sigmoid1(z);
      const weight = load<f32>(w + i);
      store<f32>(wrong + i, weight * (chance - load<f32>(y + i)));
      store<f32>(bend + i, weight * (chance * (<f32>1 - chance)));
    }
  }
}
