/** What is read from a run of print("0"): metrics at the threshold, what every threshold costs, one replica's table, and the reader's code. */
import { type BinaryMetrics, binaryMetrics } from "../core/metrics/threshold-metrics";
import { type Band, bandOf } from "../core/statistics/band";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import { formatNumber } from "../ui/ink/format";
import { type Answer, answersByCost, answersByMoney, type Duel, duelsOf } from "./answers";
import { type CalibrationBin, calibrationBins } from "./calibration";
import type { SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";
import { metricRows } from "./metric-rows";
import {
  type BestThreshold,
  bestThresholds,
  constantCounts,
  costOf,
  countsAt,
  kindsAt,
  ownCounts,
  ownKinds,
  perCases,
} from "./scores";
import { type SkewSummary, summarize } from "./summary";
import { calibratedBest } from "./theory";

export type SkewRun = Run<SkewFrame>;

export { perCases } from "./scores";

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
  /** The metrics of the reader's code; undefined where there is none. */
  readonly own: readonly BinaryMetrics[] | undefined;
  /** The cheapest threshold on each replica's test set, and its cost per case in false alarms. */
  readonly best: readonly BestThreshold[];
  /** What every answer costs, in false alarms and in €; € only where cases have an amount. */
  readonly costs: readonly Answer[];
  readonly money: readonly Answer[];
  /** The reader's code against each other answer, in false alarms and in €; none without code. */
  readonly costDuels: readonly Duel[];
  readonly moneyDuels: readonly Duel[];
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
    own: () => ownCounts(frames)?.map((counts) => binaryMetrics(counts)),
    best: () => bestThresholds(frames, missCost),
    costs: () => answersByCost(frames, values, results.best),
    money: () => answersByMoney(frames, values),
    costDuels: () => duelsOf(results.costs),
    moneyDuels: () => duelsOf(results.money),
    cheapest() {
      const { best } = results;
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
    board: () => boardOf(results.metrics, results.own, results.replica),
    kinds: () => kindRows(frames, threshold),
    summary: () => summarize(frames, values, results),
  });
  return results;
}

export interface Board {
  /** Counted from 1, as read. */
  readonly replica: number;
  readonly counts: BinaryMetrics;
  readonly constant: BinaryMetrics;
  /** What the reader's code does to the same replica; undefined where there is none. */
  readonly own: BinaryMetrics | undefined;
  readonly rows: readonly {
    readonly label: string;
    readonly formula: string;
    readonly help: string;
    readonly model: string;
    readonly constant: string;
    readonly all: string;
    readonly own: string | undefined;
  }[];
}

/** Accuracy needs one digit more: where one class is rare it is decided behind the third. */
const digitsOf = ({ key }: (typeof metricRows)[number]): number => (key === "accuracy" ? 4 : 3);

const text = (metrics: BinaryMetrics, row: (typeof metricRows)[number]): string =>
  row.undefined(metrics) ? "0/0" : formatNumber(metrics[row.key], digitsOf(row));

/** One replica's counts and the metrics that follow from them; beside them the constant's, and all replicas'. */
function boardOf(
  metrics: readonly BinaryMetrics[],
  ownMetrics: readonly BinaryMetrics[] | undefined,
  replica: number,
): Board {
  const counts = metrics[0]!;
  const own = ownMetrics?.[0];
  const constant = binaryMetrics(constantCounts(counts));
  return {
    replica,
    counts,
    constant,
    own,
    rows: metricRows.map((row) => {
      const { low, middle, high } = bandOf(metrics.map((one) => one[row.key]));
      const digits = digitsOf(row);
      return {
        label: row.label,
        formula: row.formula,
        help: row.help,
        model: text(counts, row),
        constant: text(constant, row),
        own: own && text(own, row),
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
  /** By the reader's code; undefined where there is none. */
  readonly ownRight: number | undefined;
  /** Share answered correctly, over the replicas that hold such a case. */
  readonly recall: Band | undefined;
}

/** How each kind of case fares: counts of the shown replica, and the share answered correctly over all of them. */
function kindRows(frames: readonly SkewFrame[], threshold: number): KindRow[] {
  const own = ownKinds(frames);
  return kindsAt(frames, threshold).map(({ name, positive, cases, right }, kind) => {
    const shares = cases.flatMap((count, r) => (count > 0 ? [right[r]! / count] : []));
    return {
      name,
      positive,
      cases: cases[0]!,
      right: right[0]!,
      ownRight: own?.[kind]?.right[0],
      recall: shares.length > 0 ? bandOf(shares) : undefined,
    };
  });
}
