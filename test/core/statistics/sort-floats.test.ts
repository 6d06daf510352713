import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortFloats } from "@/simulations/core/statistics/sort-floats";

/** −0 and 0 are equal. */
const listed = (values: Float32Array) => Array.from(values, (value) => value + 0);

describe("sorting float32 numbers", () => {
  it("orders any numbers as comparing does, few and many, NaN last", () => {
    for (const range of [{}, { min: -3, max: 3, noNaN: true }])
      fc.assert(
        fc.property(fc.float32Array({ minLength: 0, maxLength: 300, ...range }), (values) => {
          expect(listed(sortFloats(values.slice()))).toEqual(listed(values.slice().sort()));
        }),
        { numRuns: 200 },
      );
  });

  it("orders numbers that crowd in one place, that are all alike and that take few values", () => {
    const spread = Float32Array.from({ length: 500 }, (_, i) => Math.sin(i * i));
    const crowded = spread.map((value, i) => (i === 7 ? 1e9 : value));
    for (const values of [spread, crowded, spread.map(() => 2), spread.map((value) => Math.round(2 * value))])
      expect(listed(sortFloats(values.slice()))).toEqual(listed(values.slice().sort()));
  });

  it("leaves what it reads alone when it writes elsewhere", () => {
    const all = Float32Array.from({ length: 300 }, (_, i) => Math.sin(i * i));
    const before = all.slice();
    for (const length of [10, 100]) {
      const into = new Float32Array(length);
      expect(sortFloats(all, 150, into)).toBe(into);
      expect(Array.from(into)).toEqual(Array.from(before.slice(150, 150 + length).sort()));
    }
    expect(Array.from(all)).toEqual(Array.from(before));
  });

  it("sorts a part of an array and nothing beside it", () => {
    const all = Float32Array.from({ length: 300 }, (_, i) => Math.sin(i * i));
    const before = all.slice();
    const part = sortFloats(all.subarray(100, 200));
    expect(Array.from(part)).toEqual(Array.from(before.slice(100, 200).sort()));
    expect(Array.from(all.subarray(0, 100))).toEqual(Array.from(before.subarray(0, 100)));
    expect(Array.from(all.subarray(200))).toEqual(Array.from(before.subarray(200)));
  });
});
