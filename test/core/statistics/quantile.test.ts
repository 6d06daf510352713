import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, quantileSorted, sortedCopy } from "@/simulations/core/statistics/quantile";

describe("quantiles", () => {
  it("are the same whether all values are sorted or only the one is sought", () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, q) => {
          for (const at of [q, 0, 0.5, 0.95, 1])
            expect(quantile(values, at) + 0).toBe(quantileSorted(sortedCopy("values", values), at) + 0);
        },
      ),
    );
  });

  it("leave the values as they are", () => {
    const values = Float64Array.of(3, 1, 2);
    quantile(values, 0.5);
    expect(Array.from(values)).toEqual([3, 1, 2]);
  });

  it("refuse NaN", () => {
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(/NaN/);
  });
});
