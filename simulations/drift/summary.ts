/**
 * Before and after the change in a few figures.
 *
 * Each replica's figures are means over its months before, or from, the month of the change; what is given are medians over
 * replicas, for the error also the 10th and 90th percentile. `ksAlarmShare` is the share of replicas whose KS test rejects in
 * a month, averaged over those months. `noDrift.psiP95` is the 95th percentile of the index over all replicas and months
 * when nothing drifts. A change that lies beyond the last month is taken to be in it.
 */
import { bandOf } from "../core/statistics/band";
import { quantile } from "../core/statistics/quantile";
import { type DriftFrame, ksLevel } from "./frames";
import type { DriftValues } from "./knobs";

export interface DriftFigures {
  readonly error: number;
  readonly errorP10: number;
  readonly errorP90: number;
  readonly psi: number;
  readonly ksAlarmShare: number;
  readonly wasserstein: number;
}

export interface DriftSummary {
  readonly before: DriftFigures;
  readonly after: DriftFigures;
  readonly noDrift: { readonly psiP95: number };
}

export const lastMonth = ({ months }: Pick<DriftValues, "months">): number => months - 1;

/** The first month that counts as after the change. */
export function changeMonth(values: Pick<DriftValues, "onset" | "months">): number {
  return Math.min(values.onset, lastMonth(values));
}

/** Per replica the mean over the months of the frames. */
function meansOf(frames: readonly DriftFrame[], figure: (frame: DriftFrame) => ArrayLike<number>): number[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const frame of frames) {
    const values = figure(frame);
    for (let r = 0; r < values.length; r++) {
      const entry = sums.get(frame.replicas.from + r) ?? { sum: 0, count: 0 };
      sums.set(frame.replicas.from + r, { sum: entry.sum + values[r]!, count: entry.count + 1 });
    }
  }
  return [...sums.values()].map(({ sum, count }) => sum / count);
}

function figuresOf(frames: readonly DriftFrame[]): DriftFigures {
  const errors = meansOf(frames, (frame) => frame.errors);
  const { low, middle, high } = bandOf(errors);
  const alarms = meansOf(frames, ({ inputs }) => inputs.ksPValue.map((p) => (p <= ksLevel ? 1 : 0)));
  return {
    error: middle,
    errorP10: low,
    errorP90: high,
    psi: quantile(
      meansOf(frames, ({ inputs }) => inputs.psi),
      0.5,
    ),
    ksAlarmShare: alarms.reduce((sum, share) => sum + share, 0) / alarms.length,
    wasserstein: quantile(
      meansOf(frames, ({ inputs }) => inputs.wasserstein),
      0.5,
    ),
  };
}

/** @throws RangeError without a frame before and one after the change */
export function summarize(frames: readonly DriftFrame[], values: DriftValues): DriftSummary {
  const change = changeMonth(values);
  const calm = frames.flatMap((frame) => Array.from(frame.noDrift.psi));
  return {
    before: figuresOf(frames.filter(({ moment }) => moment < change)),
    after: figuresOf(frames.filter(({ moment }) => moment >= change)),
    noDrift: { psiP95: quantile(calm, 0.95) },
  };
}
