/**
 * Measures of a classifier with several classes.
 *
 * Per class precision, recall and F1 (one class against the rest), averaged as macro (every class counts the same), micro
 * (every case counts the same) or weighted (by the number of true cases).
 *   Matthews correlation (Gorodkin 2004) = (c·s − Σ pₖtₖ)/√((s² − Σ pₖ²)(s² − Σ tₖ²)), c right of s cases
 *   weighted κ (Cohen 1968) = 1 − Σ wᵢⱼ observed / Σ wᵢⱼ expected, w = [i ≠ j], |i − j| or (i − j)²
 *
 * Zero-division rules as for two classes; a NaN among classes is left out of macro and weighted averages.
 *
 * @example multiclassMetrics([0, 1, 2], [0, 1, 1], [0, 1, 2]).accuracy // 0.6666666666666666
 */
import { checkNotEmpty, checkSameLength } from "../check";
import { checkZeroDivision, ratio, type ZeroDivision } from "./threshold-metrics";

export interface Scores {
  precision: number;
  recall: number;
  f1: number;
}

export interface MulticlassMetrics {
  /** confusion[i][j]: cases of class i labelled j, in the order of `labels`. */
  confusion: number[][];
  perClass: (Scores & { support: number })[];
  macro: Scores;
  micro: Scores;
  weighted: Scores;
  accuracy: number;
  mcc: number;
  cohenKappa: number;
  cohenKappaLinear: number;
  cohenKappaQuadratic: number;
  /** Mean recall over classes that occur in yTrue. */
  balancedAccuracy: number;
}

export type Label = number | string;

/** @throws RangeError for empty input, different lengths, repeated labels or a class that is not in `labels`. */
function multiclassConfusion(yTrue: ArrayLike<Label>, yPred: ArrayLike<Label>, labels: readonly Label[]): number[][] {
  checkNotEmpty("yTrue", yTrue);
  checkNotEmpty("labels", labels);
  checkSameLength("yTrue", yTrue, "yPred", yPred);
  const indexOf = new Map(labels.map((label, i) => [label, i]));
  if (indexOf.size !== labels.length) throw new RangeError(`labels must not repeat, got ${labels.join(", ")}`);
  const find = (name: string, label: Label) => {
    const index = indexOf.get(label);
    if (index === undefined) throw new RangeError(`${name} must be one of ${labels.join(", ")}, got ${label}`);
    return index;
  };
  const confusion = labels.map(() => new Array<number>(labels.length).fill(0));
  for (let i = 0; i < yTrue.length; i++) {
    const row = confusion[find(`yTrue[${i}]`, yTrue[i]!)]!;
    row[find(`yPred[${i}]`, yPred[i]!)]! += 1;
  }
  return confusion;
}

export function multiclassMetrics(
  yTrue: ArrayLike<Label>,
  yPred: ArrayLike<Label>,
  labels: readonly Label[],
  { zeroDivision = 0 }: { zeroDivision?: ZeroDivision } = {},
): MulticlassMetrics {
  checkZeroDivision(zeroDivision);
  const confusion = multiclassConfusion(yTrue, yPred, labels);
  const support = confusion.map(sum);
  const predicted = labels.map((_, j) => sum(confusion.map((row) => row[j]!)));
  const total = sum(support);
  const right = sum(confusion.map((row, i) => row[i]!));
  const perClass = labels.map((_, i) => {
    const hits = confusion[i]![i]!;
    return { ...scores(hits, predicted[i]!, support[i]!, zeroDivision), support: support[i]! };
  });
  const present = confusion.flatMap((row, i) => (support[i]! > 0 ? [row[i]! / support[i]!] : []));
  return {
    confusion,
    perClass,
    macro: average(
      perClass,
      support.map(() => 1),
    ),
    micro: scores(right, total, total, zeroDivision),
    weighted: average(perClass, support),
    accuracy: right / total,
    mcc: matthews(right, total, predicted, support),
    cohenKappa: kappa(confusion, predicted, support, (i, j) => (i === j ? 0 : 1)),
    cohenKappaLinear: kappa(confusion, predicted, support, (i, j) => Math.abs(i - j)),
    cohenKappaQuadratic: kappa(confusion, predicted, support, (i, j) => (i - j) ** 2),
    balancedAccuracy: sum(present) / present.length,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function scores(hits: number, predicted: number, support: number, zeroDivision: number): Scores {
  return {
    precision: ratio(hits, predicted, zeroDivision),
    recall: ratio(hits, support, zeroDivision),
    f1: ratio(2 * hits, predicted + support, zeroDivision),
  };
}

function average(perClass: readonly Scores[], weights: readonly number[]): Scores {
  const of = (key: keyof Scores) => {
    const defined = perClass.map((_, i) => i).filter((i) => !Number.isNaN(perClass[i]![key]));
    return sum(defined.map((i) => perClass[i]![key] * weights[i]!)) / sum(defined.map((i) => weights[i]!));
  };
  return { precision: of("precision"), recall: of("recall"), f1: of("f1") };
}

function matthews(right: number, total: number, predicted: readonly number[], support: readonly number[]): number {
  const squares = (values: readonly number[]) => sum(values.map((value) => value * value));
  const together = right * total - sum(predicted.map((count, k) => count * support[k]!));
  const spread = Math.sqrt(total * total - squares(predicted)) * Math.sqrt(total * total - squares(support));
  return ratio(together, spread, 0);
}

function kappa(
  confusion: readonly (readonly number[])[],
  predicted: readonly number[],
  support: readonly number[],
  weight: (i: number, j: number) => number,
): number {
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < support.length; i++) {
    for (let j = 0; j < support.length; j++) {
      observed += weight(i, j) * confusion[i]![j]!;
      expected += weight(i, j) * support[i]! * predicted[j]!;
    }
  }
  return 1 - (observed * sum(support)) / expected;
}
