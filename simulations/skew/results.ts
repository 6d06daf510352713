/** What is read from a run: medians with their range, one replica's table, the kinds of cases, the threshold of theory. */
import { type BinaryMetrics, binaryMetrics } from "../core/metrics/threshold-metrics";
import { quantile } from "../core/statistics/quantile";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import { formatNumber } from "../ui/ink/format";
import type { SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";
import { constantCounts, kindsAt, metricsAt } from "./scores";
import { summarize } from "./summary";

export type SkewRun = Run<SkewFrame>;

export interface SkewResults extends Results<SkewFrame, SkewValues> {
  readonly summary: ReturnType<typeof summarize>;
}

export function resultsOf(run: SkewRun): SkewResults {
  const values = run.values as SkewValues;
  return readRun<SkewResults>(run, values, { summary: () => summarize(run.frames, values) });
}

/** Median over replicas with the 10 % and 90 % quantile. */
export interface Band {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export function bandOf(values: readonly number[]): Band {
  return { low: quantile(values, 0.1), middle: quantile(values, 0.5), high: quantile(values, 0.9) };
}

/**
 * The cheapest threshold for calibrated probabilities, 1/(1 + c) (Elkan 2001). Weights and resampling multiply the odds
 * that the model learns by w: the same cases then lie at w/(w + c).
 */
export function calibratedBest({ frames }: SkewRun, { prevalence, missCost }: SkewValues): number | undefined {
  const training = frames[0]?.training;
  if (!training) return undefined;
  const { positiveRows, positiveWeight, negativeRows, negativeWeight } = training;
  const odds = (positiveRows * positiveWeight) / (negativeRows * negativeWeight);
  const weight = odds / (prevalence / (1 - prevalence));
  return weight / (weight + missCost);
}

/**
 * The one replica whose cases are drawn and counted: the first. It stays the same while thresholds move and further replicas
 * arrive, so that the same cases change sides.
 */
export const shownReplica = ({ frames }: SkewRun): number => (frames[0]?.replicas.from ?? 0) + 1;

/** The same before a run: weights multiply the odds, and resampling does so until the classes weigh the same. */
export function thresholdInTheory({ prevalence, missCost, classWeight, sampling }: SkewValues): number {
  const balance = sampling === "none" ? 1 : (1 - prevalence) / prevalence;
  const weight = classWeight * balance;
  return weight / (weight + missCost);
}

/** The metrics of the score table: how each is computed from the four counts, and when that is 0/0. */
export const metricRows = [
  {
    key: "accuracy",
    label: "Accuracy",
    formula: "(TP + TN) / all",
    help: "Share of all cases that are answered correctly. When one class is rare, the other class decides almost all of it.",
    undefined: () => false,
  },
  {
    key: "precision",
    label: "Precision",
    formula: "TP / (TP + FP)",
    help: "Share of the alarms that are correct. Undefined (0/0) when the model raises no alarm.",
    undefined: ({ tp, fp }: BinaryMetrics) => tp + fp === 0,
  },
  {
    key: "recall",
    label: "Recall",
    formula: "TP / (TP + FN)",
    help: "Share of the positives that the model catches.",
    undefined: ({ tp, fn }: BinaryMetrics) => tp + fn === 0,
  },
  {
    key: "f1",
    label: "F1",
    formula: "2 TP / (2 TP + FP + FN)",
    help: "Harmonic mean of precision and recall (van Rijsbergen 1979). It is high only when both are high. True negatives are not counted.",
    undefined: () => false,
  },
  {
    key: "balancedAccuracy",
    label: "Balanced accuracy",
    formula: "(TP / (TP + FN) + TN / (TN + FP)) / 2",
    help: "Mean of the recalls of both classes. It is 0.5 for every constant answer.",
    undefined: () => false,
  },
  {
    key: "mcc",
    label: "Matthews correlation",
    formula: "(TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN))",
    help: "Correlation between the answer and the truth (Matthews 1975), from −1 to 1. By convention it is 0 for every constant answer.",
    undefined: ({ tp, fp, tn, fn }: BinaryMetrics) => tp + fp === 0 || tn + fn === 0,
  },
] as const;

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
export function boardOf(run: SkewRun, { threshold }: SkewValues): Board {
  const metrics = metricsAt(run.frames, threshold);
  const counts = metrics[0]!;
  const constant = binaryMetrics(constantCounts(counts));
  return {
    replica: shownReplica(run),
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
export function kindRows({ frames }: SkewRun, { threshold }: SkewValues): KindRow[] {
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
