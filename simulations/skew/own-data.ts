/** What a worker is asked about a reader's own scores, and what it answers. */
import type { ResampledScores } from "../core/metrics/resampled-scores";

/** As many as the experiment has replicas. */
export const ownSamples = 32;
export const ownRateSteps = 100;
/** A column of labels has at most so many different values. */
export const mostLabels = 20;

/** Columns by their place, from 0. What is left out is guessed. */
export interface OwnChoice {
  readonly score?: number;
  readonly label?: number;
  /** The label that counts as positive. */
  readonly positive?: string;
}

export interface ScoresQuestion {
  readonly bytes: Uint8Array;
  readonly choice: OwnChoice;
}

/** The thresholds that can be set: min, min + step, … max. */
export interface ThresholdRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** As in the experiment: spread by ratios on the slider, by odds in the chart. */
  readonly odds: boolean;
  readonly start: number;
}

export interface JudgedScores extends ResampledScores {
  readonly range: ThresholdRange;
  readonly thresholds: Float64Array;
  /** Cases of the file by their score; the outer bins hold what lies beyond. */
  readonly edges: Float64Array;
  readonly bins: { readonly negatives: Uint32Array; readonly positives: Uint32Array };
  /** Where all scores lie in 0…1: the mean of each group of similar ones, and the expected calibration error. */
  readonly calibration: { readonly predicted: readonly number[]; readonly error: number } | undefined;
}

export interface ScoresAnswer {
  readonly columns: readonly string[];
  readonly rows: number;
  /** What was read as what. */
  readonly choice: OwnChoice;
  /** The values of the label's column. */
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  /** Why these columns cannot be judged, for the reader. */
  readonly problem?: string;
  readonly judged?: JudgedScores;
}
