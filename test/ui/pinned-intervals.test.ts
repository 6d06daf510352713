import { describe, expect, it } from "vitest";
import { withPinned } from "@/simulations/ui/chart/kinds/intervals/pinned";
import type { IntervalChart } from "@/simulations/ui/chart/model";
import { sameMeasure } from "@/simulations/ui/chart/same-measure";
import { tablesOf } from "@/simulations/ui/chart/table";

const cost = (unit: string, max: number, ...middles: readonly [number, number]): IntervalChart => ({
  kind: "intervals",
  id: "cost",
  title: "Cost since the change",
  help: "",
  unit,
  digits: 0,
  x: { label: "", min: 0, max },
  rows: (["blue", "green"] as const).map((role, i) => ({
    role,
    label: role,
    low: middles[i]! - 5,
    middle: middles[i]!,
    high: middles[i]! + 5,
  })),
});
const own = cost("thousand € above the noise, months 12–23 summed", 200, 100, 50);

describe("pinned runs in a comparison of intervals", () => {
  it("stand in the row of their role, named, on an axis that has room for them", () => {
    const pin = cost("thousand € above the noise, months 6–23 summed", 400, 300, 70);
    const chart = withPinned(own, [pin, { ...pin, rows: [...pin.rows].reverse() }]);
    expect(chart.x.max).toBe(400);
    expect(chart.rows[0]!.pinned).toEqual([
      { label: "pinned 1", low: 295, middle: 300, high: 305 },
      { label: "pinned 2", low: 295, middle: 300, high: 305 },
    ]);
    expect(chart.rows[1]!.pinned!.map(({ middle }) => middle)).toEqual([70, 70]);
  });

  it("are left out where they measure something else, or are not computed yet", () => {
    expect(withPinned(own, [cost("percentage points above the noise, months 12–23 summed", 80, 20, 30)])).toBe(own);
    expect(withPinned(own, [undefined])).toBe(own);
    expect(withPinned(own, [])).toBe(own);
  });

  it("stand in the table", () => {
    const [table] = tablesOf(withPinned(own, [cost(own.unit, 100, 30, 20)]));
    expect(table!.rows.map(([name, , middle]) => [name, middle])).toEqual([
      ["blue", 100],
      ["blue, pinned", 30],
      ["green", 50],
      ["green, pinned", 20],
    ]);
  });
});

describe("a pinned run of another world", () => {
  it("is told by its unit, whatever stands after the unit", () => {
    const error = (unit: string) => ({ ...own, id: "error", unit });
    expect(
      sameMeasure(
        error("thousand € (root mean square) · median of 32"),
        error("thousand € (root mean square) · median of 8"),
      ),
    ).toBe(true);
    expect(sameMeasure(error("thousand € (root mean square) · x"), error("°C (root mean square) · x"))).toBe(false);
  });
});
