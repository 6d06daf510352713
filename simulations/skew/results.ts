/** What is read from a run: medians with their range, the typical replica's table, the kinds of cases, the threshold of theory. */
import { type BinaryMetrics, binaryMetrics } from "../core/metrics/threshold-metrics";
import { quantile } from "../core/statistics/quantile";
import type { Run } from "../runtime/experiment-state";
import { formatNumber } from "../ui/format";
import type { SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";
import { constantCounts, kindsAt, metricsAt, typicalReplica } from "./scores";

export type SkewRun = Run<SkewFrame>;

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

/** The figures of the score table: how each is computed from the four counts, and when that is 0/0. */
export const figures = [
  {
    key: "accuracy",
    label: "Accuracy",
    formula: "(TP + TN) / all",
    help: "Share of cases answered rightly. When one class is rare, the other decides it.",
    undefined: () => false,
  },
  {
    key: "precision",
    label: "Precision",
    formula: "TP / (TP + FP)",
    help: "Share of the alarms that are right. Undefined (0/0) when nothing rings.",
    undefined: ({ tp, fp }: BinaryMetrics) => tp + fp === 0,
  },
  {
    key: "recall",
    label: "Recall",
    formula: "TP / (TP + FN)",
    help: "Share of the positives that are caught.",
    undefined: ({ tp, fn }: BinaryMetrics) => tp + fn === 0,
  },
  {
    key: "f1",
    label: "F1",
    formula: "2 TP / (2 TP + FP + FN)",
    help: "Harmonic mean of precision and recall (van Rijsbergen 1979): high only when both are. True negatives do not enter.",
    undefined: () => false,
  },
  {
    key: "balancedAccuracy",
    label: "Balanced accuracy",
    formula: "(TP / (TP + FN) + TN / (TN + FP)) / 2",
    help: "Mean of the recalls of both classes. One half for every constant answer.",
    undefined: () => false,
  },
  {
    key: "mcc",
    label: "Matthews correlation",
    formula: "(TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN))",
    help: "Correlation of answer and truth (Matthews 1975), −1 to 1. 0 for every constant answer.",
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
const digitsOf = ({ key }: (typeof figures)[number]): number => (key === "accuracy" ? 4 : 3);

const text = (metrics: BinaryMetrics, figure: (typeof figures)[number]): string =>
  figure.undefined(metrics) ? "0/0" : formatNumber(metrics[figure.key], digitsOf(figure));

/** One replica's counts and the figures that follow from them; beside them the constant's, and all replicas'. */
export function boardOf({ frames }: SkewRun, { threshold }: SkewValues): Board {
  const metrics = metricsAt(frames, threshold);
  const replica = typicalReplica(frames, threshold);
  const counts = metrics[replica]!;
  const constant = binaryMetrics(constantCounts(counts));
  return {
    replica: replica + 1,
    counts,
    constant,
    rows: figures.map((figure) => {
      const { low, middle, high } = bandOf(metrics.map((one) => one[figure.key]));
      const digits = digitsOf(figure);
      return {
        label: figure.label,
        formula: figure.formula,
        help: figure.help,
        model: text(counts, figure),
        constant: text(constant, figure),
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
  /** Share answered rightly, over the replicas that hold such a case. */
  readonly recall: Band | undefined;
}

/** How each kind of case fares: counts of the typical replica, and the share right over all of them. */
export function kindRows({ frames }: SkewRun, { threshold }: SkewValues): KindRow[] {
  const replica = typicalReplica(frames, threshold);
  return kindsAt(frames, threshold).map(({ name, positive, cases, right }) => {
    const shares = cases.flatMap((count, r) => (count > 0 ? [right[r]! / count] : []));
    return {
      name,
      positive,
      cases: cases[replica]!,
      right: right[replica]!,
      recall: shares.length > 0 ? bandOf(shares) : undefined,
    };
  });
}
