/** The metrics of the score table, by name and formula. */
import type { BinaryMetrics } from "../core/metrics/threshold-metrics";

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
