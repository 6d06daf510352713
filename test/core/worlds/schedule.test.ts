import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { drawLevels, driftAt, type Shape, shapes } from "@/simulations/core/worlds/schedule";

const levels = (shape: Shape, onset = 6) =>
  Array.from({ length: 18 }, (_, month) => driftAt(shape, month, onset).level);

describe("shapes of drift", () => {
  it("gives the example", () => {
    expect(driftAt("incremental", 13, 12)).toEqual({ level: 1 / 3, mixed: false });
  });

  it("is at the old before the onset, up to the first few gradual examples", () => {
    for (const shape of shapes) for (const level of levels(shape).slice(0, 6)) expect(level).toBeLessThan(0.01);
  });

  it("jumps, slides in six steps, or alternates every three months", () => {
    expect(levels("none")).toEqual(new Array(18).fill(0));
    expect(levels("sudden").slice(5, 8)).toEqual([0, 1, 1]);
    expect(levels("incremental").slice(5, 13)).toEqual([0, 1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1, 1]);
    expect(levels("recurring").slice(6)).toEqual([1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0]);
  });

  it("mixes gradual examples by the sigmoid of MOA: a half at its middle, 1 / (1 + e⁻⁴) one width later", () => {
    expect(driftAt("gradual", 10, 6)).toEqual({ level: 0.5, mixed: true });
    expect(driftAt("gradual", 14, 6).level).toBeCloseTo(1 / (1 + Math.exp(-4)), 6);
  });

  it("draws mixed examples one by one and takes unmixed ones as they are", () => {
    const mixed = drawLevels({ level: 0.3, mixed: true }, 10_000, createRandom(1, "levels"));
    expect(new Set(mixed)).toEqual(new Set([0, 1]));
    // Four standard errors of a share of 0.3 among 10,000.
    expect(Math.abs(mixed.reduce((a, b) => a + b) / 10_000 - 0.3)).toBeLessThan(0.0184);
    expect(Array.from(drawLevels({ level: 0.5, mixed: false }, 2, createRandom(1)))).toEqual([0.5, 0.5]);
  });

  it("refuses a shape it does not know", () => {
    expect(() => driftAt("round" as Shape, 0, 0)).toThrow(/shape must be one of none, sudden/);
  });
});
