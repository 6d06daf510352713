/** Metrics of all replicas, month by month, and the lines and bands they make. */
import { quantile } from "../core/statistics/quantile";
import type { Series } from "../ui/chart/model";
import type { DriftFrame } from "./frames";

/** [month, every replica's value], months in order. */
export type Months = readonly (readonly [number, readonly number[]])[];

export function byMonth(frames: readonly DriftFrame[], metric: (frame: DriftFrame) => ArrayLike<number>): Months {
  const months = new Map<number, number[]>();
  for (const frame of frames)
    months.set(frame.moment, [...(months.get(frame.moment) ?? []), ...Array.from(metric(frame))]);
  return [...months].sort(([a], [b]) => a - b);
}

export function seriesOf(id: string, role: Series["role"], label: string, months: Months): Series {
  const at = (q: number) => months.map(([, values]) => quantile(values, q));
  return { id, role, label, x: months.map(([month]) => month), y: at(0.5), low: at(0.1), high: at(0.9) };
}

export const highestOf = (series: readonly Series[]): number =>
  Math.max(1e-6, ...series.flatMap(({ high, y }) => high ?? y));

/** Every replica's mean over some months. */
export function meansOver(months: Months): number[] {
  const replicas = months[0]?.[1].length ?? 0;
  return Array.from(
    { length: replicas },
    (_, r) => months.reduce((sum, [, values]) => sum + values[r]!, 0) / months.length,
  );
}
