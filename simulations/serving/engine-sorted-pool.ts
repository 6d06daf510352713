/**
 * Values that arrive in lots and are wanted in order after each lot: a lot is sorted and merged into what is there, which
 * costs far less than sorting all of them again.
 *
 * @example pool.add(Float64Array.of(3, 1)); pool.add(Float64Array.of(2)); pool.sorted() // Float64Array [1, 2, 3]
 */
export interface SortedPool {
  /** Takes over `lot` and sorts it. */
  add(lot: Float64Array): void;
  /** All values so far, smallest first; valid until the next `add`. */
  sorted(): Float64Array;
}

export function createSortedPool(): SortedPool {
  let values = new Float64Array(0);
  return {
    add(lot) {
      lot.sort();
      const merged = new Float64Array(values.length + lot.length);
      let i = 0;
      let j = 0;
      for (let k = 0; k < merged.length; k++)
        merged[k] = j >= lot.length || (i < values.length && values[i]! <= lot[j]!) ? values[i++]! : lot[j++]!;
      values = merged;
    },
    sorted: () => values,
  };
}
