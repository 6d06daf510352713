/**
 * Four numbers at a time, or one: the same arithmetic with and without SIMD, in the same order, so that both builds give the
 * same bits. Rows are float32 and as long as a multiple of eight.
 *
 * A sum over a row has eight partial sums, entry i in sum i mod 8, put together as
 * ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7)).
 */

/** Beyond this tanh is 1 in float32. */
const TANH_LIMIT: f32 = 7.90531110763549805;
const LOG2_E: f32 = 1.44269504088896341;

/**
 * tanh as a quotient of two polynomials (Eigen's coefficients, 2011), at most 4 units in the last place off.
 */
@inline export function tanh1(given: f32): f32 {
  let x = select<f32>(-TANH_LIMIT, given, given < -TANH_LIMIT);
  x = select<f32>(TANH_LIMIT, x, TANH_LIMIT < x);
  const q = x * x;
  let p: f32 = q * <f32>-2.76076847742355e-16 + <f32>2.00018790482477e-13;
  p = q * p + <f32>-8.60467152213735e-11;
  p = q * p + <f32>5.12229709037114e-08;
  p = q * p + <f32>1.48572235717979e-05;
  p = q * p + <f32>6.37261928875436e-04;
  p = q * p + <f32>4.89352455891786e-03;
  p = x * p;
  let d: f32 = q * <f32>1.19825839466702e-06 + <f32>1.18534705686654e-04;
  d = q * d + <f32>2.26843463243900e-03;
  d = q * d + <f32>4.89352518554385e-03;
  return p / d;
}

@inline export function tanh4(given: v128): v128 {
  let x = f32x4.pmax(given, f32x4.splat(-TANH_LIMIT));
  x = f32x4.pmin(x, f32x4.splat(TANH_LIMIT));
  const q = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(q, f32x4.splat(-2.76076847742355e-16)), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(q, p), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(q, p), f32x4.splat(5.12229709037114e-08));
  p = f32x4.add(f32x4.mul(q, p), f32x4.splat(1.48572235717979e-05));
  p = f32x4.add(f32x4.mul(q, p), f32x4.splat(6.37261928875436e-04));
  p = f32x4.add(f32x4.mul(q, p), f32x4.splat(4.89352455891786e-03));
  p = f32x4.mul(x, p);
  let d = f32x4.add(f32x4.mul(q, f32x4.splat(1.19825839466702e-06)), f32x4.splat(1.18534705686654e-04));
  d = f32x4.add(f32x4.mul(q, d), f32x4.splat(2.26843463243900e-03));
  d = f32x4.add(f32x4.mul(q, d), f32x4.splat(4.89352518554385e-03));
  return f32x4.div(p, d);
}

/** 1 / (1 + exp(-x)) = (1 + tanh(x / 2)) / 2. */
@inline export function sigmoid1(x: f32): f32 {
  return tanh1(x * <f32>0.5) * <f32>0.5 + <f32>0.5;
}

@inline export function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(x, half)), half), half);
}

/** exp by powers of two and a polynomial (Cephes, Moshier 1989), for x ≤ 0; below −87 it is about 1e−38. */
@inline export function exp1(given: f32): f32 {
  const x = select<f32>(<f32>-87, given, given < <f32>-87);
  const n = nearest<f32>(x * LOG2_E);
  const r = x - n * <f32>0.693359375 - n * <f32>-2.12194440e-4;
  let p: f32 = r * <f32>1.9875691500e-4 + <f32>1.3981999507e-3;
  p = r * p + <f32>8.3334519073e-3;
  p = r * p + <f32>4.1665795894e-2;
  p = r * p + <f32>1.6666665459e-1;
  p = r * p + <f32>5.0000001201e-1;
  const y = r * r * p + r + <f32>1;
  return y * reinterpret<f32>((<i32>n + 127) << 23);
}

@inline export function exp4(given: v128): v128 {
  const x = f32x4.pmax(given, f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(LOG2_E)));
  const r = f32x4.sub(
    f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375))),
    f32x4.mul(n, f32x4.splat(-2.12194440e-4)),
  );
  let p = f32x4.add(f32x4.mul(r, f32x4.splat(1.9875691500e-4)), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(r, p), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(r, p), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(r, p), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(r, p), f32x4.splat(5.0000001201e-1));
  const y = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(r, r), p), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(y, power);
}

/** The sum of eight partial sums held as two vectors. */
@inline export function sumOf8(low: v128, high: v128): f32 {
  const s = f32x4.add(low, high);
  return (
    f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 2) + (f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 3))
  );
}

/** Four such sums, side by side: the same additions in the same order. */
@inline export function sumsOf8(
  low0: v128, high0: v128, low1: v128, high1: v128, low2: v128, high2: v128, low3: v128, high3: v128,
): v128 {
  const a = f32x4.add(low0, high0), b = f32x4.add(low1, high1);
  const c = f32x4.add(low2, high2), d = f32x4.add(low3, high3);
  // Lanes 0 and 2, 1 and 3 of two sums at a time, then of all four.
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/** Σ a[i] b[i] over `bytes` / 4 numbers. */
@inline export function dot(a: usize, b: usize, bytes: usize): f32 {
  if (ASC_FEATURE_SIMD) {
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 32) {
      low = f32x4.add(low, f32x4.mul(v128.load(a + i), v128.load(b + i)));
      high = f32x4.add(high, f32x4.mul(v128.load(a + i, 16), v128.load(b + i, 16)));
    }
    return sumOf8(low, high);
  }
  let s0: f32 = 0, s1: f32 = 0, s2: f32 = 0, s3: f32 = 0, s4: f32 = 0, s5: f32 = 0, s6: f32 = 0, s7: f32 = 0;
  for (let i: usize = 0; i < bytes; i += 32) {
    const p = a + i;
    const q = b + i;
    s0 += load<f32>(p) * load<f32>(q);
    s1 += load<f32>(p, 4) * load<f32>(q, 4);
    s2 += load<f32>(p, 8) * load<f32>(q, 8);
    s3 += load<f32>(p, 12) * load<f32>(q, 12);
    s4 += load<f32>(p, 16) * load<f32>(q, 16);
    s5 += load<f32>(p, 20) * load<f32>(q, 20);
    s6 += load<f32>(p, 24) * load<f32>(q, 24);
    s7 += load<f32>(p, 28) * load<f32>(q, 28);
  }
  return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
}

/** Σ a[i]. */
@inline export function total(a: usize, bytes: usize): f32 {
  if (ASC_FEATURE_SIMD) {
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 32) {
      low = f32x4.add(low, v128.load(a + i));
      high = f32x4.add(high, v128.load(a + i, 16));
    }
    return sumOf8(low, high);
  }
  let s0: f32 = 0, s1: f32 = 0, s2: f32 = 0, s3: f32 = 0, s4: f32 = 0, s5: f32 = 0, s6: f32 = 0, s7: f32 = 0;
  for (let i: usize = 0; i < bytes; i += 32) {
    const p = a + i;
    s0 += load<f32>(p);
    s1 += load<f32>(p, 4);
    s2 += load<f32>(p, 8);
    s3 += load<f32>(p, 12);
    s4 += load<f32>(p, 16);
    s5 += load<f32>(p, 20);
    s6 += load<f32>(p, 24);
    s7 += load<f32>(p, 28);
  }
  return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
}
