import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitsOfStep, formatApart, formatNumber, lineMeaning, listText, roundTo } from "@/simulations/ui/ink/format";

it("calls the line of one replica no median, and gives it no band", () => {
  expect(lineMeaning(1)).toBe("line: 1 replica");
  expect(lineMeaning(32)).toBe("line: median of 32 replicas, band: 10–90 %");
});

describe("figures as text", () => {
  it("rounds, groups and signs as a reader expects", () => {
    expect(formatNumber(1240.4, 0)).toBe("1,240");
    expect(formatNumber(-3.46, 1)).toBe("−3.5");
    expect(formatNumber(0.6234, 0, "percent")).toBe("62");
    expect(formatNumber(-0.04, 1)).toBe("0.0");
    expect(formatNumber(Number.NaN, 2)).toBe("–");
  });

  it("has as many digits as tell it from a bound that it is not", () => {
    expect(formatApart(0.999, 2, [0, 1])).toBe("0.999");
    expect(formatApart(0.0004, 2, [0, 1])).toBe("0.0004");
    expect(formatApart(0.5, 2, [0, 1])).toBe("0.50");
    expect(formatApart(1, 2, [0, 1])).toBe("1.00");
    expect(formatApart(0.9996, 0, [1], "percent")).toBe("99.96");
  });

  it("reads back as the rounded figure, so that labels and table agree", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, digits) => {
        const read = Number(formatNumber(value, digits).replaceAll(",", "").replace("−", "-"));
        expect(read).toBeCloseTo(roundTo(value, digits), 9);
      }),
    );
  });

  it("gives ticks just the digits that tell them apart", () => {
    expect([20, 0.5, 0.25, 0.1, 1].map(digitsOfStep)).toEqual([0, 1, 2, 1, 0]);
  });

  it("joins lists with commas and an and", () => {
    expect(listText(["a", "b", "c"])).toBe("a, b and c");
    expect(listText(["a"])).toBe("a");
    expect(listText([])).toBe("");
  });
});
