/**
 * The passes of a network with one hidden layer over a batch: forward, answer, errors, backward. Rows of x, a and o are features,
 * units and outputs; they are `width` bytes long, a multiple of 32.
 */
import { dot, exp1, exp4, sigmoid1, sigmoid4, sumsOf8, tanh1, tanh4, total } from "./lanes";

export const SQUARED = 0;
export const LOGISTIC = 1;

/** Hidden activations a [hidden][width] and outputs o [outputs][width] of the rows x [inputs][width]. */
export function forward(inputs: i32, hidden: i32, outputs: i32, width: usize, weights: usize, x: usize, a: usize, o: usize): void {
  const second = weights + (<usize>(hidden * (inputs + 1)) << 2);
  const constants = second + (<usize>(outputs * hidden) << 2);
  const unitBytes: usize = (<usize>inputs + 1) << 2;
  if (ASC_FEATURE_SIMD) {
    let h = 0;
    // Two units at a time share what they read of x.
    for (; h + 1 < hidden; h += 2) {
      const w0 = weights + <usize>h * unitBytes;
      const w1 = w0 + unitBytes;
      const c0 = v128.load32_splat(w0);
      const c1 = v128.load32_splat(w1);
      const a0 = a + <usize>h * width;
      const a1 = a0 + width;
      for (let i: usize = 0; i < width; i += 32) {
        let z00 = c0, z01 = c0, z10 = c1, z11 = c1;
        let p = x + i;
        for (let d: usize = 4; d < unitBytes; d += 4) {
          const x0 = v128.load(p);
          const x1 = v128.load(p, 16);
          const u = v128.load32_splat(w0 + d);
          const v = v128.load32_splat(w1 + d);
          z00 = f32x4.add(z00, f32x4.mul(u, x0));
          z01 = f32x4.add(z01, f32x4.mul(u, x1));
          z10 = f32x4.add(z10, f32x4.mul(v, x0));
          z11 = f32x4.add(z11, f32x4.mul(v, x1));
          p += width;
        }
        v128.store(a0 + i, tanh4(z00));
        v128.store(a0 + i, tanh4(z01), 16);
        v128.store(a1 + i, tanh4(z10));
        v128.store(a1 + i, tanh4(z11), 16);
      }
    }
    for (; h < hidden; h++) {
      const w0 = weights + <usize>h * unitBytes;
      const c0 = v128.load32_splat(w0);
      const a0 = a + <usize>h * width;
      for (let i: usize = 0; i < width; i += 32) {
        let z0 = c0, z1 = c0;
        let p = x + i;
        for (let d: usize = 4; d < unitBytes; d += 4) {
          const u = v128.load32_splat(w0 + d);
          z0 = f32x4.add(z0, f32x4.mul(u, v128.load(p)));
          z1 = f32x4.add(z1, f32x4.mul(u, v128.load(p, 16)));
          p += width;
        }
        v128.store(a0 + i, tanh4(z0));
        v128.store(a0 + i, tanh4(z1), 16);
      }
    }
    for (let k = 0; k < outputs; k++) {
      const v = second + (<usize>(k * hidden) << 2);
      const c = v128.load32_splat(constants + (<usize>k << 2));
      const out = o + <usize>k * width;
      for (let i: usize = 0; i < width; i += 32) {
        let z0 = c, z1 = c;
        let p = a + i;
        for (let h = 0; h < hidden; h++) {
          const u = v128.load32_splat(v + (<usize>h << 2));
          z0 = f32x4.add(z0, f32x4.mul(u, v128.load(p)));
          z1 = f32x4.add(z1, f32x4.mul(u, v128.load(p, 16)));
          p += width;
        }
        v128.store(out + i, z0);
        v128.store(out + i, z1, 16);
      }
    }
  } else {
    for (let h = 0; h < hidden; h++) {
      const w = weights + <usize>h * unitBytes;
      for (let i: usize = 0; i < width; i += 4) {
        let z = load<f32>(w);
        let p = x + i;
        for (let d: usize = 4; d < unitBytes; d += 4) {
          z += load<f32>(w + d) * load<f32>(p);
          p += width;
        }
        store<f32>(a + <usize>h * width + i, tanh1(z));
      }
    }
    for (let k = 0; k < outputs; k++) {
      const v = second + (<usize>(k * hidden) << 2);
      for (let i: usize = 0; i < width; i += 4) {
        let z = load<f32>(constants + (<usize>k << 2));
        let p = a + i;
        for (let h = 0; h < hidden; h++) {
          z += load<f32>(v + (<usize>h << 2)) * load<f32>(p);
          p += width;
        }
        store<f32>(o + <usize>k * width + i, z);
      }
    }
  }
}

/** Turns outputs into what the model says: as they are, a chance, or chances of every class. */
export function answer(outputs: i32, loss: i32, width: usize, o: usize): void {
  if (loss == SQUARED) return;
  if (loss == LOGISTIC) {
    if (ASC_FEATURE_SIMD) {
      for (let i: usize = 0; i < width; i += 16) v128.store(o + i, sigmoid4(v128.load(o + i)));
    } else {
      for (let i: usize = 0; i < width; i += 4) store<f32>(o + i, sigmoid1(load<f32>(o + i)));
    }
    return;
  }
  if (ASC_FEATURE_SIMD) {
    for (let i: usize = 0; i < width; i += 16) {
      let most = v128.load(o + i);
      for (let k = 1; k < outputs; k++) most = f32x4.pmax(most, v128.load(o + <usize>k * width + i));
      let sum = f32x4.splat(0);
      for (let k = 0; k < outputs; k++) {
        const at = o + <usize>k * width + i;
        const e = exp4(f32x4.sub(v128.load(at), most));
        v128.store(at, e);
        sum = f32x4.add(sum, e);
      }
      for (let k = 0; k < outputs; k++) {
        const at = o + <usize>k * width + i;
        v128.store(at, f32x4.div(v128.load(at), sum));
      }
    }
  } else {
    for (let i: usize = 0; i < width; i += 4) {
      let most = load<f32>(o + i);
      for (let k = 1; k < outputs; k++) {
        const z = load<f32>(o + <usize>k * width + i);
        most = select<f32>(z, most, most < z);
      }
      let sum: f32 = 0;
      for (let k = 0; k < outputs; k++) {
        const at = o + <usize>k * width + i;
        const e = exp1(load<f32>(at) - most);
        store<f32>(at, e);
        sum += e;
      }
      for (let k = 0; k < outputs; k++) {
        const at = o + <usize>k * width + i;
        store<f32>(at, load<f32>(at) / sum);
      }
    }
  }
}

/** Answers become errors (answer − target) × share of the loss. */
export function errors(outputs: i32, loss: i32, width: usize, o: usize, y: usize, share: usize): void {
  for (let k = 0; k < outputs; k++) {
    const out = o + <usize>k * width;
    if (ASC_FEATURE_SIMD) {
      for (let i: usize = 0; i < width; i += 16) {
        let target = v128.load(y + i);
        if (loss > LOGISTIC)
          target = v128.and(f32x4.eq(target, f32x4.splat(<f32>k)), f32x4.splat(1));
        v128.store(out + i, f32x4.mul(f32x4.sub(v128.load(out + i), target), v128.load(share + i)));
      }
    } else {
      for (let i: usize = 0; i < width; i += 4) {
        let target = load<f32>(y + i);
        if (loss > LOGISTIC) target = select<f32>(1, 0, target == <f32>k);
        store<f32>(out + i, (load<f32>(out + i) - target) * load<f32>(share + i));
      }
    }
  }
}

/** Gradient g of all weights, from errors e [outputs][width]; a becomes what the hidden units are to blame for. */
export function backward(inputs: i32, hidden: i32, outputs: i32, width: usize, weights: usize, x: usize, a: usize, e: usize, g: usize): void {
  const unitBytes: usize = (<usize>inputs + 1) << 2;
  const second = <usize>(hidden * (inputs + 1)) << 2;
  const constants = second + (<usize>(outputs * hidden) << 2);
  for (let k = 0; k < outputs; k++) {
    const out = e + <usize>k * width;
    for (let h = 0; h < hidden; h++)
      store<f32>(g + second + (<usize>(k * hidden + h) << 2), dot(out, a + <usize>h * width, width));
    store<f32>(g + constants + (<usize>k << 2), total(out, width));
  }
  for (let h = 0; h < hidden; h++) {
    const row = a + <usize>h * width;
    const v = weights + second + (<usize>h << 2);
    const step: usize = <usize>hidden << 2;
    if (ASC_FEATURE_SIMD) {
      const one = f32x4.splat(1);
      for (let i: usize = 0; i < width; i += 16) {
        let blame = f32x4.mul(v128.load32_splat(v), v128.load(e + i));
        for (let k = 1; k < outputs; k++)
          blame = f32x4.add(
            blame,
            f32x4.mul(v128.load32_splat(v + <usize>k * step), v128.load(e + <usize>k * width + i)),
          );
        const t = v128.load(row + i);
        v128.store(row + i, f32x4.mul(blame, f32x4.sub(one, f32x4.mul(t, t))));
      }
    } else {
      for (let i: usize = 0; i < width; i += 4) {
        let blame = load<f32>(v) * load<f32>(e + i);
        for (let k = 1; k < outputs; k++) blame += load<f32>(v + <usize>k * step) * load<f32>(e + <usize>k * width + i);
        const t = load<f32>(row + i);
        store<f32>(row + i, blame * (<f32>1 - t * t));
      }
    }
  }
  let h = 0;
  if (ASC_FEATURE_SIMD) {
    // Two units and two inputs at a time.
    for (; h + 1 < hidden; h += 2) {
      const r0 = a + <usize>h * width;
      const r1 = r0 + width;
      const g0 = g + <usize>h * unitBytes;
      const g1 = g0 + unitBytes;
      store<f32>(g0, total(r0, width));
      store<f32>(g1, total(r1, width));
      let d = 0;
      for (; d + 1 < inputs; d += 2) {
        const p = x + <usize>d * width;
        const q = p + width;
        let s00 = f32x4.splat(0), t00 = s00, s01 = s00, t01 = s00, s10 = s00, t10 = s00, s11 = s00, t11 = s00;
        for (let i: usize = 0; i < width; i += 32) {
          const b0 = v128.load(r0 + i), b0h = v128.load(r0 + i, 16);
          const b1 = v128.load(r1 + i), b1h = v128.load(r1 + i, 16);
          const x0 = v128.load(p + i), x0h = v128.load(p + i, 16);
          const x1 = v128.load(q + i), x1h = v128.load(q + i, 16);
          s00 = f32x4.add(s00, f32x4.mul(b0, x0));
          t00 = f32x4.add(t00, f32x4.mul(b0h, x0h));
          s01 = f32x4.add(s01, f32x4.mul(b0, x1));
          t01 = f32x4.add(t01, f32x4.mul(b0h, x1h));
          s10 = f32x4.add(s10, f32x4.mul(b1, x0));
          t10 = f32x4.add(t10, f32x4.mul(b1h, x0h));
          s11 = f32x4.add(s11, f32x4.mul(b1, x1));
          t11 = f32x4.add(t11, f32x4.mul(b1h, x1h));
        }
        const at: usize = (<usize>d + 1) << 2;
        const sums = sumsOf8(s00, t00, s01, t01, s10, t10, s11, t11);
        v128.store64_lane(g0 + at, sums, 0);
        v128.store64_lane(g1 + at, sums, 1);
      }
      for (; d < inputs; d++) {
        const p = x + <usize>d * width;
        const at: usize = (<usize>d + 1) << 2;
        store<f32>(g0 + at, dot(r0, p, width));
        store<f32>(g1 + at, dot(r1, p, width));
      }
    }
  }
  for (; h < hidden; h++) {
    const row = a + <usize>h * width;
    const own = g + <usize>h * unitBytes;
    store<f32>(own, total(row, width));
    for (let d = 0; d < inputs; d++) store<f32>(own + ((<usize>d + 1) << 2), dot(row, x + <usize>d * width, width));
  }
}
