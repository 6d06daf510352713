import fc from "fast-check";
import { expect, it } from "vitest";
import { treemap } from "@/app/_components/vocabulary/treemap";

const values = fc
  .array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 })
  .map((drawn) => drawn.sort((a, b) => b - a));

it("gives each value an area in its proportion, inside the whole, over no other one", () => {
  fc.assert(
    fc.property(values, (given) => {
      const areas = treemap(given, 16, 9);
      const whole = given.reduce((sum, value) => sum + value, 0);
      areas.forEach(({ left, top, width, height }, i) => {
        expect(width * height).toBeCloseTo((144 * given[i]!) / whole, 6);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(16 + 1e-6);
        expect(top + height).toBeLessThanOrEqual(9 + 1e-6);
        for (const other of areas.slice(i + 1)) {
          const across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
          const down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
          expect(Math.min(across, down)).toBeLessThan(1e-6);
        }
      });
    }),
    { numRuns: 50 },
  );
});

it("finds the shapes of the paper's example, none of them a narrow strip", () => {
  // Bruls, Huizing and van Wijk (2000), figure 4: areas 6, 6, 4, 3, 2, 2, 1 in 6 × 4.
  const areas = treemap([6, 6, 4, 3, 2, 2, 1], 6, 4);
  expect(areas[0]).toMatchObject({ left: 0, top: 0, width: 3, height: 2 });
  expect(areas[1]).toMatchObject({ left: 0, top: 2, width: 3, height: 2 });
  expect(areas[2]!.left).toBe(3);
  expect(areas[2]!.width).toBeCloseTo(12 / 7, 10);
  for (const { width, height } of areas) expect(Math.max(width / height, height / width)).toBeLessThan(3);
});

it("refuses what has no area", () => {
  expect(() => treemap([1, 0], 1, 1)).toThrow(/above 0/);
});
