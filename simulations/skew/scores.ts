/** Decisions of every replica at a threshold, what they are worth by each measure, and what they cost. */
import type { ConfusionCounts } from "../core/metrics/confusion";
import { type BinaryMetrics, binaryMetrics } from "../core/metrics/threshold-metrics";
import { type SkewFrame, scoreBins, thresholdSteps } from "./frames";

/** Position of a threshold among those of a frame. */
const stepOf = (threshold: number): number => Math.round(threshold * thresholdSteps);

/** Counts of one replica of a frame at a threshold, over all kinds. */
function countsOf(frame: SkewFrame, r: number, step: number): ConfusionCounts {
  const size = frame.replicas.to - frame.replicas.from;
  const counts = { tn: 0, fp: 0, fn: 0, tp: 0 };
  frame.kinds.forEach(({ positive }, kind) => {
    const row = kind * size + r;
    const alarms = frame.alarms[row * (thresholdSteps + 1) + step]!;
    const quiet = frame.cases[row]! - alarms;
    counts[positive ? "tp" : "fp"] += alarms;
    counts[positive ? "fn" : "tn"] += quiet;
  });
  return counts;
}

/** Anything of every replica, in their order. */
function perReplica<T>(frames: readonly SkewFrame[], read: (frame: SkewFrame, r: number) => T): T[] {
  return frames.flatMap((frame) =>
    Array.from({ length: frame.replicas.to - frame.replicas.from }, (_, r) => read(frame, r)),
  );
}

export function countsAt(frames: readonly SkewFrame[], threshold: number): ConfusionCounts[] {
  return perReplica(frames, (frame, r) => countsOf(frame, r, stepOf(threshold)));
}

export function metricsAt(frames: readonly SkewFrame[], threshold: number): BinaryMetrics[] {
  return countsAt(frames, threshold).map((counts) => binaryMetrics(counts));
}

/** The constant answer 0: every positive is missed, nothing else is wrong. */
export function constantCounts({ tp, fp, fn, tn }: ConfusionCounts): ConfusionCounts {
  return { tp: 0, fp: 0, fn: fn + tp, tn: tn + fp };
}

/** Cost per case, in units of a false alarm. */
export function costOf({ tp, fp, fn, tn }: ConfusionCounts, missCost: number): number {
  return (fn * missCost + fp) / (tp + fp + fn + tn);
}

export interface BestThreshold {
  readonly threshold: number;
  /** Per case, in units of a false alarm. */
  readonly cost: number;
}

/** The cheapest of the thresholds 0, 0.001, …, 1 on each replica's test set, the lowest of equals. */
export function bestThresholds(frames: readonly SkewFrame[], missCost: number): BestThreshold[] {
  const tp = new Float64Array(thresholdSteps + 1);
  const fp = new Float64Array(thresholdSteps + 1);
  return perReplica(frames, (frame, r) => {
    // Asked again with every step of a slider, at a thousand thresholds: summed kind by kind, without an object for each.
    const size = frame.replicas.to - frame.replicas.from;
    let positives = 0;
    let cases = 0;
    tp.fill(0);
    fp.fill(0);
    frame.kinds.forEach(({ positive }, kind) => {
      const row = kind * size + r;
      const alarms = frame.alarms.subarray(row * (thresholdSteps + 1), (row + 1) * (thresholdSteps + 1));
      const sums = positive ? tp : fp;
      for (let step = 0; step <= thresholdSteps; step++) sums[step]! += alarms[step]!;
      cases += frame.cases[row]!;
      if (positive) positives += frame.cases[row]!;
    });
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step <= thresholdSteps; step++) {
      const cost = (positives - tp[step]!) * missCost + fp[step]!;
      if (cost >= least) continue;
      best = step;
      least = cost;
    }
    return { threshold: best / thresholdSteps, cost: least / cases };
  });
}

export interface KindScore {
  readonly name: string;
  readonly positive: boolean;
  /** Cases in the test set and those decided rightly, per replica. */
  readonly cases: readonly number[];
  readonly right: readonly number[];
}

/** How each kind of case fares at a threshold. */
export function kindsAt(frames: readonly SkewFrame[], threshold: number): KindScore[] {
  const step = stepOf(threshold);
  return (frames[0]?.kinds ?? []).map(({ name, positive }, kind) => {
    const row = (frame: SkewFrame, r: number) => kind * (frame.replicas.to - frame.replicas.from) + r;
    return {
      name,
      positive,
      cases: perReplica(frames, (frame, r) => frame.cases[row(frame, r)]!),
      right: perReplica(frames, (frame, r) => {
        const alarms = frame.alarms[row(frame, r) * (thresholdSteps + 1) + step]!;
        return positive ? alarms : frame.cases[row(frame, r)]! - alarms;
      }),
    };
  });
}

/** [replica, bin]: cases of one class by their score. */
export function scoreCounts(frames: readonly SkewFrame[], positive: boolean): number[][] {
  return perReplica(frames, (frame, r) => {
    const size = frame.replicas.to - frame.replicas.from;
    const row = (positive ? size : 0) + r;
    return Array.from(frame.scores.subarray(row * scoreBins.count, (row + 1) * scoreBins.count));
  });
}

/** [replica, bin]: sum of the probabilities that the model gave. */
export function probabilitySums(frames: readonly SkewFrame[]): number[][] {
  return perReplica(frames, (frame, r) =>
    Array.from(frame.probabilities.subarray(r * scoreBins.count, (r + 1) * scoreBins.count)),
  );
}
