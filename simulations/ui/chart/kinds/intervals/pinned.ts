/** The intervals of pinned runs beside the reader's own, row by row: matched by role, and only where they measure the same. */
import { sameMeasure } from "../../same-measure";
import type { IntervalChart } from "./model";

/** @param pinned the same chart of each pinned run, in the order of the pins; undefined while a run is being computed */
export function withPinned(chart: IntervalChart, pinned: readonly (IntervalChart | undefined)[]): IntervalChart {
  const named = pinned.flatMap((other, i) =>
    other && sameMeasure(chart, other) ? [{ other, label: pinned.length > 1 ? `pinned ${i + 1}` : "pinned" }] : [],
  );
  if (named.length === 0) return chart;
  return {
    ...chart,
    x: {
      ...chart.x,
      min: Math.min(chart.x.min, ...named.map(({ other }) => other.x.min)),
      max: Math.max(chart.x.max, ...named.map(({ other }) => other.x.max)),
    },
    rows: chart.rows.map((row) => ({
      ...row,
      pinned: named.flatMap(({ other, label }) => {
        const same = other.rows.find(({ role, label }) => role === row.role && label === row.label);
        return same ? [{ label, low: same.low, middle: same.middle, high: same.high }] : [];
      }),
    })),
  };
}
