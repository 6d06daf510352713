/**
 * Sorts float32 numbers by their bits: a radix sort, several times faster than comparing for the hundreds of numbers that a
 * month of examples holds (least significant digit first; Knuth 1973, The Art of Computer Programming 3, section 5.2.5).
 *
 * The bits of a float32 are in the order of the numbers once negative ones are turned round and positive ones lifted above
 * them. −0 comes before 0, NaN last.
 *
 * @example sortFloats(Float32Array.of(2, -1, 0.5)) // -1, 0.5, 2
 */

/** Below this comparing is faster. */
const few = 64;

let keys = new Uint32Array(0);
let other = new Uint32Array(0);
const counts = new Uint32Array(4 * 256);

/** Sorts in place and gives the same array back. */
export function sortFloats(values: Float32Array): Float32Array {
  const { length } = values;
  if (length < few) return values.sort();
  if (keys.length < length) {
    keys = new Uint32Array(length);
    other = new Uint32Array(length);
  }
  const bits = new Uint32Array(values.buffer, values.byteOffset, length);
  counts.fill(0);
  for (let i = 0; i < length; i++) {
    const own = bits[i]!;
    const key = (own & 0x80000000 ? ~own : own | 0x80000000) >>> 0;
    keys[i] = key;
    counts[key & 255]!++;
    counts[256 + ((key >>> 8) & 255)]!++;
    counts[512 + ((key >>> 16) & 255)]!++;
    counts[768 + (key >>> 24)]!++;
  }
  for (let pass = 0; pass < 4; pass++) distribute(pass, length);
  for (let i = 0; i < length; i++) {
    const key = keys[i]!;
    bits[i] = key & 0x80000000 ? key & 0x7fffffff : ~key;
  }
  return values;
}

/** Orders the keys by one of their four bytes, keeping the order of equal ones. */
function distribute(pass: number, length: number): void {
  const from = 256 * pass;
  const shift = 8 * pass;
  let sum = 0;
  for (let digit = 0; digit < 256; digit++) {
    const count = counts[from + digit]!;
    counts[from + digit] = sum;
    sum += count;
  }
  for (let i = 0; i < length; i++) {
    const key = keys[i]!;
    const at = from + ((key >>> shift) & 255);
    other[counts[at]!] = key;
    counts[at]!++;
  }
  [keys, other] = [other, keys];
}
