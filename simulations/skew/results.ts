/** What is read from a run of print("0"): metrics at the threshold, what every threshold costs, one replica's table. */
import { type BinaryMetrics, binaryMetrics } from "../core/metrics/threshold-metrics";
import { type Band, bandOf } from "../core/statistics/band";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import { formatNumber } from "../ui/ink/format";
import { type CalibrationBin, calibrationBins } from "./calibration";
import type { SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";
import { metricRows } from "./metric-rows";
import { bestThresholds, constantCounts, costOf, countsAt, kindsAt } from "./scores";
import { type SkewSummary, summarize } from "./summary";
import { calibratedBest } from "./theory";

export type SkewRun = Run<SkewFrame>;

/** Costs are read per so many cases, in units of a false alarm. */
export const perCases = 1000;

export interface SkewResults extends Results<SkewFrame, SkewValues> {
  /**
   * The one replica whose cases are drawn and counted, from 1: the first. It stays the same while thresholds move and further
   * replicas arrive, so that the same cases change sides.
   */
  readonly replica: number;
  /** Every replica's metrics at a threshold, and what its answers cost per 1,000 cases. */
  readonly metricsAt: (threshold: number) => readonly BinaryMetrics[];
  readonly costsAt: (threshold: number) => readonly number[];
  /** The same at the threshold that is set. */
  readonly metrics: readonly BinaryMetrics[];
  /** The cheapest threshold on each replica's test set, and what it costs per 1,000 cases. */
  readonly cheapest: { readonly threshold: Band; readonly cost: Band } | undefined;
  /** Where theory puts it for these probabilities. */
  readonly theory: number | undefined;
  readonly rocAuc: Band;
  readonly averagePrecision: Band;
  readonly calibration: readonly CalibrationBin[];
  readonly board: Board;
  readonly kinds: readonly KindRow[];
  readonly summary: SkewSummary | Record<string, never>;
}

export function resultsOf(run: SkewRun): SkewResults {
  const { frames } = run;
  const values = run.values as SkewValues;
  const { missCost, threshold } = values;
  const counted = new Map<number, readonly BinaryMetrics[]>();
  const metricsAt = (at: number): readonly BinaryMetrics[] => {
    const found = counted.get(at) ?? countsAt(frames, at).map((counts) => binaryMetrics(counts));
    counted.set(at, found);
    return found;
  };
  const results: SkewResults = readRun<SkewResults>(run, values, {
    replica: () => (frames[0]?.replicas.from ?? 0) + 1,
    metricsAt: () => metricsAt,
    costsAt: () => (at) => countsAt(frames, at).map((counts) => perCases * costOf(counts, missCost)),
    metrics: () => metricsAt(threshold),
    cheapest() {
      const best = bestThresholds(frames, missCost);
      if (best.length === 0) return undefined;
      return {
        threshold: bandOf(best.map((one) => one.threshold)),
        cost: bandOf(best.map(({ cost }) => perCases * cost)),
      };
    },
    theory: () => calibratedBest(frames, values),
    rocAuc: () => bandOf(frames.flatMap((frame) => Array.from(frame.rocAuc))),
    averagePrecision: () => bandOf(frames.flatMap((frame) => Array.from(frame.averagePrecision))),
    calibration: () => calibrationBins(frames),
    board: () => boardOf(results.metrics, results.replica),
    kinds: () => kindRows(frames, threshold),
    summary: () => summarize(frames, values),
  });
  return results;
}

export interface Board {
  /** Counted from 1, as read. */
  readonly replica: number;
  readonly counts: BinaryMetrics;
  readonly constant: BinaryMetrics;
  readonly rows: readonly {
    readonly label: string;
    readonly formula: string;
    readonly help: string;
    readonly model: string;
    readonly constant: string;
    readonly all: string;
  }[];
}

/** Accuracy needs one digit more: where one class is rare it is decided behind the third. */
const digitsOf = ({ key }: (typeof metricRows)[number]): number => (key === "accuracy" ? 4 : 3);

const text = (metrics: BinaryMetrics, row: (typeof metricRows)[number]): string =>
  row.undefined(metrics) ? "0/0" : formatNumber(metrics[row.key], digitsOf(row));

/** One replica's counts and the metrics that follow from them; beside them the constant's, and all replicas'. */
function boardOf(metrics: readonly BinaryMetrics[], replica: number): Board {
  const counts = metrics[0]!;
  const constant = binaryMetrics(constantCounts(counts));
  return {
    replica,
    counts,
    constant,
    rows: metricRows.map((row) => {
      const { low, middle, high } = bandOf(metrics.map((one) => one[row.key]));
      const digits = digitsOf(row);
      return {
        label: row.label,
        formula: row.formula,
        help: row.help,
        model: text(counts, row),
        constant: text(constant, row),
        all: `${formatNumber(middle, digits)} (${formatNumber(low, digits)}–${formatNumber(high, digits)})`,
      };
    }),
  };
}

export interface KindRow {
  readonly name: string;
  readonly positive: boolean;
  readonly cases: number;
  readonly right: number;
  /** Share answered correctly, over the replicas that hold such a case. */
  readonly recall: Band | undefined;
}

/** How each kind of case fares: counts of the shown replica, and the share answered correctly over all of them. */
function kindRows(frames: readonly SkewFrame[], threshold: number): KindRow[] {
  return kindsAt(frames, threshold).map(({ name, positive, cases, right }) => {
    const shares = cases.flatMap((count, r) => (count > 0 ? [right[r]! / count] : []));
    return {
      name,
      positive,
      cases: cases[0]!,
      right: right[0]!,
      recall: shares.length > 0 ? bandOf(shares) : undefined,
    };
  });
}
