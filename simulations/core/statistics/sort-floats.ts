/**
 * Sorts float32 numbers by where they lie between the smallest and the largest: each goes into one of many cells of equal
 * width, and what is out of order after that is put right by insertion (distribution sorting; Isaac and Singleton 1956, Sorting
 * by address calculation). For the hundreds of numbers that a month of examples holds that is several times faster than
 * comparing alone. Numbers that crowd into few cells are left to comparing.
 *
 * @example sortFloats(Float32Array.of(2, -1, 0.5)) // -1, 0.5, 2
 */

/** Below this comparing is faster. */
const few = 64;
const cellsPerNumber = 2;
/** Moves by insertion per number after which comparing takes over. */
const mostMoves = 8;

let cells = new Uint32Array(0);
let ends = new Uint32Array(0);

/**
 * Sorts all numbers in place, or those of `values` from `from` on into another array, as many as it holds. NaN comes last.
 * @returns the array that is sorted now
 */
export function sortFloats(values: Float32Array, from = 0, into = values): Float32Array {
  const { length } = into;
  const given = into === values ? values.slice() : values;
  if (length < few || !distribute(given, from, into)) {
    for (let i = 0; i < length; i++) into[i] = given[from + i]!;
    return into.sort();
  }
  return into;
}

/** false when the numbers are not finite or too unevenly spread. */
function distribute(given: Float32Array, from: number, into: Float32Array): boolean {
  const { length } = into;
  let smallest = given[from]!;
  let largest = smallest;
  let notFinite = 0;
  for (let i = 1; i < length; i++) {
    const value = given[from + i]!;
    if (value < smallest) smallest = value;
    else if (value > largest) largest = value;
    notFinite += value - value;
  }
  if (notFinite !== 0 || !(largest - smallest < Number.POSITIVE_INFINITY)) return false;
  const count = cellsPerNumber * length;
  if (ends.length < count) {
    cells = new Uint32Array(length);
    ends = new Uint32Array(count);
  }
  const scale = largest > smallest ? (count - 1) / (largest - smallest) : 0;
  ends.fill(0, 0, count);
  for (let i = 0; i < length; i++) {
    const cell = Math.trunc((given[from + i]! - smallest) * scale);
    cells[i] = cell;
    ends[cell]!++;
  }
  let sum = 0;
  for (let cell = 0; cell < count; cell++) {
    const own = ends[cell]!;
    ends[cell] = sum;
    sum += own;
  }
  for (let i = 0; i < length; i++) into[ends[cells[i]!]!++] = given[from + i]!;
  return insert(into);
}

/** Puts right what is out of order; false when that would take long. */
function insert(values: Float32Array): boolean {
  let moves = mostMoves * values.length;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
    moves -= i - at;
    if (moves < 0) return false;
  }
  return true;
}
