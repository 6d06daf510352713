import { describe, expect, test } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { availableTime, drawOutages } from "@/simulations/core/serving/outages";
import { batchDuration, drawServiceTimes, poissonArrivals } from "@/simulations/core/serving/workload";

const N = 100_000;
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("workload", () => {
  test("Poisson arrivals rise, come at the rate asked for, and their gaps vary as exponentials do", () => {
    const arrivals = poissonArrivals(createRandom(11, "arrivals"), 80, N);
    const gaps = arrivals.map((time, i) => time - (arrivals[i - 1] ?? 0));
    expect(gaps.every((gap) => gap >= 0)).toBe(true);
    expect(Math.abs(mean(gaps) * 80 - 1)).toBeLessThan(5 / Math.sqrt(N));
    // E[gap²] = 2 / rate²; the square of an exponential has variance 20 / rate⁴.
    expect(Math.abs(mean(gaps.map((gap) => (gap * 80) ** 2)) - 2)).toBeLessThan(5 * Math.sqrt(20 / N));
  });

  test("service times are constant, exponential or taken from what was measured", () => {
    const random = createRandom(12, "service");
    expect([...drawServiceTimes(random, { kind: "deterministic", mean: 10 }, 3)]).toEqual([10, 10, 10]);
    const exponential = drawServiceTimes(random, { kind: "exponential", mean: 10 }, N);
    expect(Math.abs(mean(exponential) - 10)).toBeLessThan((5 * 10) / Math.sqrt(N));
    const measured = drawServiceTimes(random, { kind: "measured", times: [3, 5, 9] }, 1000);
    expect([...new Set(measured)].sort()).toEqual([3, 5, 9]);
  });

  test("a batch pays its base once", () => {
    expect(batchDuration(8, 2)(5, 0)).toBe(18);
    expect(batchDuration(8, 2, [1, 0.5])(5, 1)).toBe(9);
  });

  test("outages take the share of time asked for and do not overlap", () => {
    const shares = Array.from({ length: 20 }, (_, seed) => {
      const outages = drawOutages(createRandom(seed, "outages"), {
        share: 0.2,
        meanDuration: 5,
        until: 20_000,
        effect: "wait",
      });
      outages.forEach(({ from, to }, i) => {
        expect(to).toBeGreaterThan(from);
        if (i > 0) expect(from).toBeGreaterThanOrEqual(outages[i - 1]!.to);
      });
      return 1 - availableTime(outages, 20_000) / 20_000;
    });
    const average = mean(Float64Array.from(shares));
    const sd = Math.sqrt(mean(Float64Array.from(shares, (share) => (share - average) ** 2)));
    expect(Math.abs(average - 0.2)).toBeLessThan((5 * sd) / Math.sqrt(shares.length));
    expect(drawOutages(createRandom(1), { share: 0, meanDuration: 5, until: 10, effect: "fail" })).toEqual([]);
    expect(availableTime([{ from: 2, to: 5, effect: "wait" }], 10)).toBe(7);
  });

  test("refuses rates and shares that are out of range", () => {
    expect(() => poissonArrivals(createRandom(1), 0, 5)).toThrow(/rate.*above 0.*got 0/);
    expect(() => drawServiceTimes(createRandom(1), { kind: "measured", times: [1, -2] }, 5)).toThrow(
      /times\[1\].*got -2/,
    );
    expect(() => drawOutages(createRandom(1), { share: 1, meanDuration: 5, until: 10, effect: "fail" })).toThrow(
      /share.*below 1.*got 1/,
    );
  });
});
