/**
 * Remembers what was computed under a name, the latest `limit` of them: a result that depends on its name alone need not be
 * computed again when another knob moves.
 *
 * @example const memory = createMemory<number>(2); memory.set("a", 1); memory.get("a") // 1
 */
import { checkWholeNumber } from "./check";

export interface Memory<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
}

/** @throws RangeError when `limit` is not a whole number of at least 1. */
export function createMemory<T>(limit: number): Memory<T> {
  checkWholeNumber("limit", limit, 1);
  const values = new Map<string, T>();
  return {
    get(name) {
      const value = values.get(name);
      if (value !== undefined) {
        // A Map keeps the order of insertion: what was used last goes to the end.
        values.delete(name);
        values.set(name, value);
      }
      return value;
    },
    set(name, value) {
      values.delete(name);
      values.set(name, value);
      const [oldest] = values.keys();
      if (values.size > limit) values.delete(oldest!);
    },
  };
}
