import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortFloats } from "@/simulations/core/statistics/sort-floats";

describe("sorting float32 numbers by their bits", () => {
  it("orders any numbers as comparing does, few and many, −0 before 0 and NaN last", () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 0, maxLength: 300 }), (values) => {
        const sorted = sortFloats(values.slice());
        expect(Array.from(sorted)).toEqual(Array.from(values.slice().sort()));
      }),
      { numRuns: 200 },
    );
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
