/**
 * One list of scored cases at many thresholds, and how uncertain its figures are: the cases themselves, and samples of as many
 * drawn from them with replacement (bootstrap; Efron 1979). Sample 0 is the list as it is.
 *
 * A sample is how often each case was drawn, so the list is sorted once and never again.
 *
 * @example resampleScores({ labels: [1, 0], scores: [0.9, 0.1], thresholds: [0.5], samples: 0, rateSteps: 1, random }).tp // [1]
 */
import { checkNotEmpty, checkWholeNumber, type Numbers } from "../check";
import type { Random } from "../random";
import type { Steps } from "../steps";
import { curvesAtRates } from "./curves-at-rates";
import { averagePrecisionOf, type RankingCounts, rankingCounts, rocAucOf } from "./ranking";

export interface ScoredCases {
  /** 0 or 1, both of them. */
  readonly labels: Numbers;
  readonly scores: Numbers;
  /** Rising. */
  readonly thresholds: Numbers;
  /** How many are drawn, besides the list as it is. */
  readonly samples: number;
  /** Curves are given at rates 0, 1/rateSteps, …, 1. */
  readonly rateSteps: number;
  readonly random: Random;
  /** Of each case, which of `groups` groups it belongs to, e.g. cases with similar probabilities. */
  readonly groupOf?: Numbers;
  readonly groups?: number;
}

export interface ResampledScores {
  /** [sample, threshold]: positives and negatives at or above the threshold. */
  readonly tp: Uint32Array;
  readonly fp: Uint32Array;
  /** [sample] */
  readonly positives: Uint32Array;
  readonly negatives: Uint32Array;
  /** [sample]; NaN where a sample holds one class only. */
  readonly rocAuc: Float64Array;
  readonly averagePrecision: Float64Array;
  /** [sample, rate] */
  readonly precision: Float32Array;
  readonly recall: Float32Array;
  /** [sample, group]: cases, and positives among them. */
  readonly groupCases: Uint32Array;
  readonly groupPositives: Uint32Array;
}

/** Position of each score among falling distinct ones. */
function positionsOf(scores: Numbers, falling: Numbers): Uint32Array {
  return Uint32Array.from({ length: scores.length }, (_, i) => atOrAbove(falling, scores[i]!) - 1);
}

/** How many of falling values are at or above a threshold. */
function atOrAbove(falling: Numbers, threshold: number): number {
  let low = 0;
  let high = falling.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (falling[middle]! >= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @throws RangeError unless both classes occur, and for what rankingCounts refuses */
export function* resampleScores(request: ScoredCases): Steps<ResampledScores> {
  const { labels, scores, thresholds, samples, rateSteps, random, groupOf, groups = 0 } = request;
  checkNotEmpty("thresholds", thresholds);
  checkWholeNumber("samples", samples);
  const cases = labels.length;
  const whole = rankingCounts(labels, scores);
  const distinct = whole.thresholds.length;
  const position = positionsOf(scores, whole.thresholds);
  const place = Array.from(thresholds, (threshold) => atOrAbove(whole.thresholds, threshold));
  const all = samples + 1;
  const result: ResampledScores = {
    tp: new Uint32Array(all * place.length),
    fp: new Uint32Array(all * place.length),
    positives: new Uint32Array(all),
    negatives: new Uint32Array(all),
    rocAuc: new Float64Array(all).fill(Number.NaN),
    averagePrecision: new Float64Array(all).fill(Number.NaN),
    precision: new Float32Array(all * (rateSteps + 1)).fill(Number.NaN),
    recall: new Float32Array(all * (rateSteps + 1)).fill(Number.NaN),
    groupCases: new Uint32Array(all * groups),
    groupPositives: new Uint32Array(all * groups),
  };
  const truePositives = new Float64Array(distinct);
  const falsePositives = new Float64Array(distinct);
  for (let sample = 0; sample < all; sample++) {
    truePositives.fill(0);
    falsePositives.fill(0);
    for (let i = 0; i < cases; i++) {
      const row = sample === 0 ? i : random.integer(cases);
      const positive = labels[row] === 1;
      (positive ? truePositives : falsePositives)[position[row]!]! += 1;
      if (!groupOf) continue;
      const group = sample * groups + groupOf[row]!;
      result.groupCases[group]! += 1;
      if (positive) result.groupPositives[group]! += 1;
    }
    for (let k = 1; k < distinct; k++) {
      truePositives[k]! += truePositives[k - 1]!;
      falsePositives[k]! += falsePositives[k - 1]!;
    }
    const positives = truePositives[distinct - 1]!;
    const counts: RankingCounts = {
      thresholds: whole.thresholds,
      truePositives,
      falsePositives,
      positives,
      negatives: cases - positives,
    };
    result.positives[sample] = positives;
    result.negatives[sample] = cases - positives;
    place.forEach((count, t) => {
      if (count === 0) return;
      result.tp[sample * place.length + t] = truePositives[count - 1]!;
      result.fp[sample * place.length + t] = falsePositives[count - 1]!;
    });
    if (sample === 0 || (positives > 0 && positives < cases)) {
      result.rocAuc[sample] = rocAucOf(counts);
      result.averagePrecision[sample] = averagePrecisionOf(counts);
      const curves = curvesAtRates(counts, rateSteps);
      result.precision.set(curves.precision, sample * (rateSteps + 1));
      result.recall.set(curves.recall, sample * (rateSteps + 1));
    }
    yield;
  }
  return result;
}
