/**
 * A network with one hidden layer: training steps and answers for many models, one model after another, so that none depends
 * on its neighbours. What is computed stands in core/models/mlp.ts; this file is about the order and the memory.
 *
 * Weights of a model, float32: first layer [hidden][inputs + 1], the constant first; second layer [outputs][hidden]; constants
 * [outputs]. A row of a pool: inputs, target, weight in the loss.
 */
import { answer, backward, errors, forward } from "./passes";

/** The next draw of xoshiro128++ (Blackman and Vigna 2019), whose four words are kept in memory. */
@inline function nextDraw(state: usize): u32 {
  let s0 = load<u32>(state);
  let s1 = load<u32>(state, 4);
  let s2 = load<u32>(state, 8);
  let s3 = load<u32>(state, 12);
  const result = rotl<u32>(s0 + s3, 7) + s0;
  const t = s1 << 9;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= t;
  s3 = rotl<u32>(s3, 11);
  store<u32>(state, s0);
  store<u32>(state, s1, 4);
  store<u32>(state, s2, 8);
  store<u32>(state, s3, 12);
  return result;
}

/** A row drawn with a chance in proportion to its weight: by chance, kept or exchanged for its alias (Walker 1977; tables by Vose 1991). */
@inline function drawRow(count: u32, keep: usize, alias: usize, weighted: bool, random: usize): usize {
  const row = <usize>((<u64>nextDraw(random) * <u64>count) >> 32);
  if (weighted && nextDraw(random) >= load<u32>(keep + (row << 2))) return <usize>load<u32>(alias + (row << 2));
  return row;
}

/** Puts a row into a column of the batch, its inputs from the one numbered `first` on. */
@inline function takeRow(
  from: usize, first: i32, inputs: i32, batch: i32, width: usize, at: usize, x: usize, y: usize, share: usize,
): void {
  for (let d = first; d < inputs; d++) store<f32>(x + <usize>d * width + at, load<f32>(from + (<usize>d << 2)));
  store<f32>(y + at, load<f32>(from + (<usize>inputs << 2)));
  store<f32>(share + at, load<f32>(from + (<usize>inputs << 2), 4) / <f32>batch);
}

/** Fills a batch, features first, with rows that are drawn. Lanes beyond the batch stay 0. */
function drawBatch(
  inputs: i32, batch: i32, width: usize, rows: usize, count: u32, keep: usize, alias: usize, weighted: bool,
  random: usize, x: usize, y: usize, share: usize,
): void {
  const rowBytes: usize = (<usize>inputs + 2) << 2;
  const end: usize = <usize>batch << 2;
  let at: usize = 0;
  if (ASC_FEATURE_SIMD) {
    // Four rows at a time, turned into columns in registers.
    const whole = inputs & ~3;
    for (; at + 16 <= end; at += 16) {
      const r0 = rows + drawRow(count, keep, alias, weighted, random) * rowBytes;
      const r1 = rows + drawRow(count, keep, alias, weighted, random) * rowBytes;
      const r2 = rows + drawRow(count, keep, alias, weighted, random) * rowBytes;
      const r3 = rows + drawRow(count, keep, alias, weighted, random) * rowBytes;
      let to = x + at;
      for (let i: usize = 0; i < <usize>whole << 2; i += 16) {
        const p0 = v128.load(r0 + i), p1 = v128.load(r1 + i), p2 = v128.load(r2 + i), p3 = v128.load(r3 + i);
        const low01 = v128.shuffle<f32>(p0, p1, 0, 4, 1, 5), low23 = v128.shuffle<f32>(p2, p3, 0, 4, 1, 5);
        const high01 = v128.shuffle<f32>(p0, p1, 2, 6, 3, 7), high23 = v128.shuffle<f32>(p2, p3, 2, 6, 3, 7);
        v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2));
        v128.store(to + width, v128.shuffle<f64>(low01, low23, 1, 3));
        v128.store(to + 2 * width, v128.shuffle<f64>(high01, high23, 0, 2));
        v128.store(to + 3 * width, v128.shuffle<f64>(high01, high23, 1, 3));
        to += 4 * width;
      }
      takeRow(r0, whole, inputs, batch, width, at, x, y, share);
      takeRow(r1, whole, inputs, batch, width, at + 4, x, y, share);
      takeRow(r2, whole, inputs, batch, width, at + 8, x, y, share);
      takeRow(r3, whole, inputs, batch, width, at + 12, x, y, share);
    }
  }
  for (; at < end; at += 4)
    takeRow(rows + drawRow(count, keep, alias, weighted, random) * rowBytes, 0, inputs, batch, width, at, x, y, share);
}

/** One step of Adam (Kingma and Ba 2015) on `size` weights; rate, 1 / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ) are given. */
function adam(size: i32, weights: usize, mean: usize, square: usize, g: usize, rate: f32, c1: f32, c2: f32): void {
  const bytes = <usize>size << 2;
  let i: usize = 0;
  if (ASC_FEATURE_SIMD) {
    const r4 = f32x4.splat(rate), c14 = f32x4.splat(c1), c24 = f32x4.splat(c2), tiny = f32x4.splat(1e-8);
    const b1 = f32x4.splat(0.9), n1 = f32x4.splat(0.1), b2 = f32x4.splat(0.999), n2 = f32x4.splat(0.001);
    for (; i + 16 <= bytes; i += 16) {
      const d = v128.load(g + i);
      const m = f32x4.add(f32x4.mul(b1, v128.load(mean + i)), f32x4.mul(n1, d));
      const s = f32x4.add(f32x4.mul(b2, v128.load(square + i)), f32x4.mul(f32x4.mul(n2, d), d));
      v128.store(mean + i, m);
      v128.store(square + i, s);
      const move = f32x4.div(
        f32x4.mul(r4, f32x4.mul(m, c14)),
        f32x4.add(f32x4.sqrt(f32x4.mul(s, c24)), tiny),
      );
      v128.store(weights + i, f32x4.sub(v128.load(weights + i), move));
    }
  }
  for (; i < bytes; i += 4) {
    const d = load<f32>(g + i);
    const m = <f32>0.9 * load<f32>(mean + i) + <f32>0.1 * d;
    const s = <f32>0.999 * load<f32>(square + i) + <f32>0.001 * d * d;
    store<f32>(mean + i, m);
    store<f32>(square + i, s);
    const move = (rate * (m * c1)) / (sqrt<f32>(s * c2) + <f32>1e-8);
    store<f32>(weights + i, load<f32>(weights + i) - move);
  }
}

/** Bytes of scratch that training with these sizes needs; answering needs no more. */
export function scratchBytes(inputs: i32, hidden: i32, outputs: i32, batch: i32): i32 {
  const width = ((batch + 7) & ~7) << 2;
  const size = hidden * (inputs + 1) + outputs * (hidden + 1);
  return width * (inputs + hidden + outputs + 2) + (((size + 3) & ~3) << 2);
}

/**
 * Some training steps of every model.
 * @param state [models][weights, mean, square], changed in place
 * @param random [models][4], changed in place
 * @param table [models][first row, rows, 1 when drawn by weight]
 * @param schedule [steps][rate, 1 / (1 − β₁ᵗ), 1 / (1 − β₂ᵗ)]
 */
export function trainNetworks(
  models: i32, inputs: i32, hidden: i32, outputs: i32, loss: i32, batch: i32, steps: i32,
  state: usize, random: usize, table: usize, rows: usize, keep: usize, alias: usize, schedule: usize, scratch: usize,
): void {
  const width: usize = (<usize>(batch + 7) & ~7) << 2;
  const size = hidden * (inputs + 1) + outputs * (hidden + 1);
  const sizeBytes: usize = <usize>size << 2;
  const x = scratch;
  const y = x + <usize>inputs * width;
  const share = y + width;
  const a = share + width;
  const o = a + <usize>hidden * width;
  const g = o + <usize>outputs * width;
  memory.fill(scratch, 0, g - scratch);
  for (let m = 0; m < models; m++) {
    const weights = state + <usize>m * 3 * sizeBytes;
    const own = random + (<usize>m << 4);
    const entry = table + <usize>m * 12;
    const first = load<u32>(entry);
    const count = load<u32>(entry, 4);
    const weighted = load<u32>(entry, 8) != 0;
    const pool = rows + <usize>first * ((<usize>inputs + 2) << 2);
    for (let s = 0; s < steps; s++) {
      drawBatch(inputs, batch, width, pool, count, keep + (<usize>first << 2), alias + (<usize>first << 2), weighted, own, x, y, share);
      forward(inputs, hidden, outputs, width, weights, x, a, o);
      answer(outputs, loss, width, o);
      errors(outputs, loss, width, o, y, share);
      backward(inputs, hidden, outputs, width, weights, x, a, o, g);
      const plan = schedule + <usize>s * 12;
      adam(size, weights, weights + sizeBytes, weights + 2 * sizeBytes, g, load<f32>(plan), load<f32>(plan, 4), load<f32>(plan, 8));
    }
  }
}

/** The gradient of one model's mean loss over a whole batch x [inputs][batch], y [batch]: the step without drawing and Adam. */
export function gradients(
  models: i32, inputs: i32, hidden: i32, outputs: i32, loss: i32, batch: i32,
  weights: usize, x: usize, y: usize, g: usize, scratch: usize,
): void {
  const width: usize = (<usize>(batch + 7) & ~7) << 2;
  const size = hidden * (inputs + 1) + outputs * (hidden + 1);
  const bytes: usize = <usize>batch << 2;
  const padded = scratch;
  const target = padded + <usize>inputs * width;
  const share = target + width;
  const a = share + width;
  const o = a + <usize>hidden * width;
  memory.fill(scratch, 0, a - scratch);
  for (let i: usize = 0; i < bytes; i += 4) store<f32>(share + i, <f32>1 / <f32>batch);
  for (let m = 0; m < models; m++) {
    const own = weights + (<usize>(m * size) << 2);
    for (let d = 0; d < inputs; d++)
      memory.copy(padded + <usize>d * width, x + <usize>(m * inputs + d) * bytes, bytes);
    memory.copy(target, y + <usize>m * bytes, bytes);
    forward(inputs, hidden, outputs, width, own, padded, a, o);
    answer(outputs, loss, width, o);
    errors(outputs, loss, width, o, target, share);
    backward(inputs, hidden, outputs, width, own, padded, a, o, g + (<usize>(m * size) << 2));
  }
}

/**
 * What every model says of its rows, in blocks of `block` rows (a multiple of eight).
 * @param x [models][inputs][rows], or [inputs][rows] where `shared`
 * @param out [models][outputs][rows]
 */
export function answerNetworks(
  models: i32, inputs: i32, hidden: i32, outputs: i32, loss: i32, rows: i32, block: i32, shared: i32,
  weights: usize, stride: i32, x: usize, out: usize, scratch: usize,
): void {
  const rowBytes: usize = <usize>rows << 2;
  const blockBytes: usize = <usize>block << 2;
  for (let m = 0; m < models; m++) {
    const own = weights + (<usize>(m * stride) << 2);
    const from = shared ? x : x + <usize>(m * inputs) * rowBytes;
    for (let at: usize = 0; at < rowBytes; at += blockBytes) {
      const bytes = min<usize>(blockBytes, rowBytes - at);
      const width: usize = (bytes + 31) & ~31;
      const a = scratch + <usize>inputs * width;
      const o = a + <usize>hidden * width;
      for (let d = 0; d < inputs; d++) {
        const row = scratch + <usize>d * width;
        memory.fill(row + width - 32, 0, 32);
        memory.copy(row, from + <usize>d * rowBytes + at, bytes);
      }
      forward(inputs, hidden, outputs, width, own, scratch, a, o);
      answer(outputs, loss, width, o);
      for (let k = 0; k < outputs; k++)
        memory.copy(out + <usize>(m * outputs + k) * rowBytes + at, o + <usize>k * width, bytes);
    }
  }
}
