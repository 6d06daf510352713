import { describe, expect, it } from "vitest";
import { monthWeights, newestLabelled } from "@/simulations/core/statistics/month-weights";

const options = { before: 3, window: 2, halfLife: 1, labelDelay: 0 };
const weights = (...args: Parameters<typeof monthWeights>) => Array.from(monthWeights(...args));

describe("weights of months", () => {
  it("gives the example", () => {
    expect(weights("weighted", 2, { before: 1, window: 3, halfLife: 1, labelDelay: 0 })).toEqual([0.25, 0.5, 1]);
  });

  it("keeps everything, halves by age, or drops the old", () => {
    expect(weights("never", 2, options)).toEqual([1, 1, 1, 0, 0]);
    expect(weights("all", 2, options)).toEqual([1, 1, 1, 1, 1]);
    expect(weights("weighted", 2, options)).toEqual([1 / 16, 1 / 8, 1 / 4, 1 / 2, 1]);
    expect(weights("window", 2, options)).toEqual([0, 0, 0, 1, 1]);
  });

  it("waits for labels, but never forgets what was known at the release", () => {
    const delayed = { ...options, labelDelay: 2 };
    expect(newestLabelled(4, 2)).toBe(1);
    expect(newestLabelled(1, 2)).toBe(-1);
    expect(weights("all", 4, delayed)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(weights("window", 4, delayed)).toEqual([0, 0, 0, 1, 1, 0, 0]);
    expect(weights("window", 1, delayed)).toEqual([0, 1, 1, 0]);
  });

  it("makes every strategy the same at the release, but for how much it looks back", () => {
    expect(weights("all", 0, options)).toEqual(weights("never", 0, options));
    expect(weights("window", 0, { ...options, window: 3 })).toEqual(weights("never", 0, options));
  });

  it("refuses what it cannot weigh", () => {
    expect(() => monthWeights("weighted", 1, { ...options, halfLife: 0 })).toThrow(/halfLife/);
    expect(() => monthWeights("all", -1, options)).toThrow(/month/);
    expect(() => monthWeights("sometimes" as "all", 1, options)).toThrow(/strategy must be one of never, all/);
  });
});
