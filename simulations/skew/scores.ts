/** Decisions of every replica at a threshold, what they are worth by each measure, and what they cost. */
import type { ConfusionCounts } from "../core/metrics/confusion";
import { type BinaryMetrics, binaryMetrics } from "../core/metrics/threshold-metrics";
import { type SkewFrame, scoreBins, thresholdSteps } from "./frames";

/** Position of a threshold among those of a frame. */
const stepOf = (threshold: number): number => Math.round(threshold * thresholdSteps);

/** Alarms of one replica and kind; `row` is their place in the frame. */
type Alarms = (frame: SkewFrame, row: number) => number;

const atThreshold = (threshold: number): Alarms => {
  const step = stepOf(threshold);
  return (frame, row) => frame.alarms[row * (thresholdSteps + 1) + step]!;
};

/** Those of the reader's code; without it there are none. */
const ofReader: Alarms = ({ own }, row) => own?.alarms[row] ?? 0;

/** Counts of one replica of a frame, over all kinds. */
function countsOf(frame: SkewFrame, r: number, alarmsOf: Alarms): ConfusionCounts {
  const size = frame.replicas.to - frame.replicas.from;
  const counts = { tn: 0, fp: 0, fn: 0, tp: 0 };
  frame.kinds.forEach(({ positive }, kind) => {
    const row = kind * size + r;
    const alarms = alarmsOf(frame, row);
    const quiet = frame.cases[row]! - alarms;
    counts[positive ? "tp" : "fp"] += alarms;
    counts[positive ? "fn" : "tn"] += quiet;
  });
  return counts;
}

/** Anything of every replica, in their order. */
export function perReplica<T>(frames: readonly SkewFrame[], read: (frame: SkewFrame, r: number) => T): T[] {
  return frames.flatMap((frame) =>
    Array.from({ length: frame.replicas.to - frame.replicas.from }, (_, r) => read(frame, r)),
  );
}

export function countsAt(frames: readonly SkewFrame[], threshold: number): ConfusionCounts[] {
  const alarms = atThreshold(threshold);
  return perReplica(frames, (frame, r) => countsOf(frame, r, alarms));
}

/** Counts of the reader's code; undefined where there is none. */
export const ownCounts = (frames: readonly SkewFrame[]): ConfusionCounts[] | undefined =>
  frames[0]?.own && perReplica(frames, (frame, r) => countsOf(frame, r, ofReader));

export function metricsAt(frames: readonly SkewFrame[], threshold: number): BinaryMetrics[] {
  return countsAt(frames, threshold).map((counts) => binaryMetrics(counts));
}

/** The constant answer 0: every positive is missed, nothing else is wrong. */
export function constantCounts({ tp, fp, fn, tn }: ConfusionCounts): ConfusionCounts {
  return { tp: 0, fp: 0, fn: fn + tp, tn: tn + fp };
}

/** Costs are read per so many cases. */
export const perCases = 1000;

/** Cost per case, in units of a false alarm. */
export function costOf({ tp, fp, fn, tn }: ConfusionCounts, missCost: number): number {
  return (fn * missCost + fp) / (tp + fp + fn + tn);
}

export interface BestThreshold {
  readonly threshold: number;
  /** Per case, in units of a false alarm. */
  readonly cost: number;
}

/**
 * The cheapest of the thresholds 0, 0.001, …, 1 on each replica's test set, the lowest of equals.
 *
 * @param missCost what a missed positive costs, in false alarms
 */
export function bestThresholds(frames: readonly SkewFrame[], missCost: number): BestThreshold[] {
  return cheapestThresholds(frames, 1, (frame, r, missed) => {
    const size = frame.replicas.to - frame.replicas.from;
    missed.fill(0);
    frame.kinds.forEach(({ positive }, kind) => {
      if (!positive) return;
      const row = kind * size + r;
      const alarms = alarmsOfRow(frame, row);
      for (let step = 0; step <= thresholdSteps; step++) missed[step]! += frame.cases[row]! - alarms[step]!;
    });
    for (let step = 0; step <= thresholdSteps; step++) missed[step]! *= missCost;
  });
}

const alarmsOfRow = (frame: SkewFrame, row: number) =>
  frame.alarms.subarray(row * (thresholdSteps + 1), (row + 1) * (thresholdSteps + 1));

/**
 * The same for any loss: `lossOf` writes what all misses of a replica cost at each threshold, `alarmCost` is what a false alarm costs.
 * Asked again with every step of a slider, at a thousand thresholds: summed kind by kind, without an object for each.
 */
export function cheapestThresholds(
  frames: readonly SkewFrame[],
  alarmCost: number,
  lossOf: (frame: SkewFrame, r: number, missed: Float64Array) => void,
): BestThreshold[] {
  const missed = new Float64Array(thresholdSteps + 1);
  const fp = new Float64Array(thresholdSteps + 1);
  return perReplica(frames, (frame, r) => {
    const size = frame.replicas.to - frame.replicas.from;
    let cases = 0;
    lossOf(frame, r, missed);
    fp.fill(0);
    frame.kinds.forEach(({ positive }, kind) => {
      const row = kind * size + r;
      cases += frame.cases[row]!;
      if (positive) return;
      const alarms = alarmsOfRow(frame, row);
      for (let step = 0; step <= thresholdSteps; step++) fp[step]! += alarms[step]!;
    });
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step <= thresholdSteps; step++) {
      const cost = missed[step]! + alarmCost * fp[step]!;
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
export const kindsAt = (frames: readonly SkewFrame[], threshold: number): KindScore[] =>
  kindsOf(frames, atThreshold(threshold));

/** How each kind of case fares with the reader's code; undefined where there is none. */
export const ownKinds = (frames: readonly SkewFrame[]): KindScore[] | undefined =>
  frames[0]?.own && kindsOf(frames, ofReader);

function kindsOf(frames: readonly SkewFrame[], alarmsOf: Alarms): KindScore[] {
  return (frames[0]?.kinds ?? []).map(({ name, positive }, kind) => {
    const row = (frame: SkewFrame, r: number) => kind * (frame.replicas.to - frame.replicas.from) + r;
    return {
      name,
      positive,
      cases: perReplica(frames, (frame, r) => frame.cases[row(frame, r)]!),
      right: perReplica(frames, (frame, r) => {
        const alarms = alarmsOf(frame, row(frame, r));
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
