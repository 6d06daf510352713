/** Where the names of intervals stand: never on the intervals, however narrow the chart is. */
import { describe, expect, it } from "vitest";
import { namesPlace } from "@/simulations/ui/chart/kinds/intervals/names";
import { estimateWidth } from "@/simulations/ui/ink/format";

const row = (label: string) => ({ role: "blue" as const, label, low: 0, middle: 1, high: 2 });
const rows = [row("VAD: share sent"), row("VAD: stretches that begin in a voice")];
const size = 13;

describe("the names of intervals", () => {
  it("stand beside their intervals where they leave most of the width to them", () => {
    const { left, over } = namesPlace(rows, 700, size);
    expect(over).toBe(0);
    expect(left).toBeGreaterThan(estimateWidth(rows[1]!.label, size, 500));
    expect(left).toBeLessThan(700 / 2);
  });

  it("stand on lines of their own where the chart is narrow, so that no name lies on an interval", () => {
    for (const width of [200, 270, 340, 480]) {
      const { left, over } = namesPlace(rows, width, size);
      expect(over === 0).toBe(left > estimateWidth(rows[1]!.label, size, 500));
      if (over > 0) expect(over).toBeGreaterThanOrEqual(size);
      expect(left).toBeLessThanOrEqual(0.42 * width);
    }
    expect(namesPlace(rows, 270, size).over).toBeGreaterThan(0);
  });

  it("need no line of their own where there is no row", () => {
    expect(namesPlace([], 270, size).over).toBe(0);
  });
});
