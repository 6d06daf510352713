import { describe, expect, it } from "vitest";
import { binomialInterval, criticalValue } from "@/simulations/core/statistics/binomial-interval";
import { NORMAL_95, wilsonInterval } from "@/simulations/core/statistics/wilson";

describe("Wilson's interval", () => {
  it("is the example's, and that of the other file", () => {
    expect(wilsonInterval(0, 10)[0]).toBe(0);
    expect(wilsonInterval(0, 10)[1]).toBeCloseTo(0.2775327998628892, 14);
    const [low, high] = binomialInterval(3, 17, { method: "wilson" });
    expect(wilsonInterval(3, 17)[0]).toBeCloseTo(low, 14);
    expect(wilsonInterval(3, 17)[1]).toBeCloseTo(high, 14);
    expect(NORMAL_95).toBeCloseTo(criticalValue(0.95), 14);
  });

  it("refuses what is no share", () => {
    expect(() => wilsonInterval(3, 2)).toThrow(/successes/);
    expect(() => wilsonInterval(0, 0)).toThrow(/n/);
    expect(() => wilsonInterval(1, 2, 0)).toThrow(/z/);
  });
});
