/**
 * Sums of weighted rows and dot products in double precision. Four rows at a time share what they are added to, or what they are
 * multiplied with; every sum is still added up in its own order, so the figures are those of the plain loops.
 */

/**
 * into[start + i] += weights[0] · rows[offsets[0] + i], then += weights[1] · rows[offsets[1] + i], …  for i from 0 to length − 1
 * @example addRows(sums, 0, 2, Float64Array.of(1, 2, 3, 4), Int32Array.of(0, 2), Float64Array.of(1, 10)) // + 31 and + 42
 */
export function addRows(
  into: Float64Array,
  start: number,
  length: number,
  rows: Float64Array,
  offsets: Int32Array,
  weights: Float64Array,
): void {
  const count = Math.min(offsets.length, weights.length);
  let k = 0;
  for (; k + 3 < count; k += 4) {
    const [a, b, c, d] = [offsets[k]!, offsets[k + 1]!, offsets[k + 2]!, offsets[k + 3]!] as const;
    const [p, q, r, s] = [weights[k]!, weights[k + 1]!, weights[k + 2]!, weights[k + 3]!] as const;
    for (let i = 0; i < length; i++)
      into[start + i] = into[start + i]! + p * rows[a + i]! + q * rows[b + i]! + r * rows[c + i]! + s * rows[d + i]!;
  }
  for (; k < count; k++) {
    const offset = offsets[k]!;
    const weight = weights[k]!;
    for (let i = 0; i < length; i++) into[start + i]! += weight * rows[offset + i]!;
  }
}

/**
 * Dot products of `other` with the first rows of several. @param rows [count × length of other]
 * @param into the first `count` numbers from `start` on are written
 */
export function dotRows(
  into: Float64Array,
  start: number,
  count: number,
  rows: Float64Array,
  other: Float64Array,
): void {
  const { length } = other;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    const a = k * length;
    const b = a + length;
    const c = b + length;
    const d = c + length;
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let i = 0; i < length; i++) {
      const x = other[i]!;
      p += rows[a + i]! * x;
      q += rows[b + i]! * x;
      r += rows[c + i]! * x;
      s += rows[d + i]! * x;
    }
    into[start + k] = p;
    into[start + k + 1] = q;
    into[start + k + 2] = r;
    into[start + k + 3] = s;
  }
  for (; k < count; k++) {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += rows[k * length + i]! * other[i]!;
    into[start + k] = sum;
  }
}

/** Where rows begin that stand one after the other. */
export const offsetsOf = (count: number, length: number): Int32Array =>
  Int32Array.from({ length: count }, (_, k) => k * length);
