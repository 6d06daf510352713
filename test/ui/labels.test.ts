import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pushApart } from "@/simulations/ui/chart/push-apart";

const positions = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 });

describe("labels pushed apart", () => {
  it("leaves labels alone that have room", () => {
    expect(pushApart([10, 40, 90], 20, 0, 300)).toEqual([10, 40, 90]);
  });

  it("moves two that touch by the same amount", () => {
    expect(pushApart([100, 102], 20, 0, 300)).toEqual([91, 111]);
  });

  it("keeps the order of the lines, the gap, and the room given", () => {
    fc.assert(
      fc.property(positions, (wanted) => {
        const placed = pushApart(wanted, 20, 0, 300);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
        const sorted = order.map((i) => placed[i]!);
        for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(20 - 1e-6);
        expect(sorted[0]).toBeGreaterThanOrEqual(-1e-6);
        expect(sorted.at(-1)).toBeLessThanOrEqual(300 + 1e-6);
      }),
    );
  });

  it("moves labels no further than any other placing with that gap would, in squares", () => {
    fc.assert(
      fc.property(
        positions,
        fc.array(fc.double({ min: -15, max: 15, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (wanted, shifts) => {
          const gap = 20;
          const placed = pushApart(wanted, gap, -1e6, 1e6);
          const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
          const cost = (at: number[]) => at.reduce((sum, y, i) => sum + (y - wanted[i]!) ** 2, 0);
          // Any other placing: ours shifted at random, then the gap restored from the top.
          const other = [...placed];
          order.forEach((index, rank) => {
            const before = rank > 0 ? other[order[rank - 1]!]! + gap : Number.NEGATIVE_INFINITY;
            other[index] = Math.max(before, placed[index]! + shifts[rank % shifts.length]!);
          });
          expect(cost(placed)).toBeLessThanOrEqual(cost(other) + 1e-6);
        },
      ),
    );
  });
});
