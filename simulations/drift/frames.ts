/** What the drift injector yields: one frame a month. */
import type { Frame } from "../runtime/simulation";

/** Distances of a sample of inputs from the training inputs, one figure per replica of the range. */
export interface InputDistances {
  /** Population stability index, the largest over the features. */
  readonly psi: Float32Array;
  /** Kolmogorov–Smirnov D, the largest over the features. */
  readonly ks: Float32Array;
  /** Smallest p-value, times the number of features (Bonferroni). */
  readonly ksPValue: Float32Array;
  /** Wasserstein distance in standard deviations of the training inputs, the largest over the features. */
  readonly wasserstein: Float32Array;
}

export type DetectorName = "Page–Hinkley" | "DDM" | "ADWIN";

export interface Alarms {
  readonly name: DetectorName;
  /** Per replica: share of this month's examples that had passed at its first alarm of the month; −1: it raised no alarm. */
  readonly rangAt: Float32Array;
}

/** Replica 0 at work: the plane of two topic scores. */
export interface ShownPlane {
  readonly kind: "plane";
  /** At most 200 of this month's queries: scores and class. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly label: Uint8Array;
  /** Both surfaces are [size, size], row by row, on the square from `from` to `to`; the first row is the lowest y. */
  readonly size: number;
  readonly from: number;
  readonly to: number;
  /** The model's probability of class 1. It is the same in every month: the model is left alone. */
  readonly surface: Float32Array;
  /** What is true this month: probability of class 1, without the label noise. */
  readonly truth: Float32Array;
}

/**
 * Replica 0 at work: the target against one feature, the other features as usual. Points are partial residuals (Larsen and
 * McCleary 1972): the model's curve at the example's feature plus what the model missed the example by.
 */
export interface ShownCurve {
  readonly kind: "curve";
  readonly feature: string;
  readonly featureUnit: string;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Positions of the curves along the feature. */
  readonly at: Float32Array;
  readonly model: Float32Array;
  /** What is true this month without noise; unknown for the weather. */
  readonly truth?: Float32Array;
}

export type Shown = ShownPlane | ShownCurve;

export interface DriftFrame extends Frame {
  /** Months since the release, 0 the first. */
  readonly moment: number;
  /** Per replica: root mean square error (thousand €, °C) or misclassified share in % (queries). */
  readonly errors: Float32Array;
  /** Unit of `errors`. */
  readonly unit: string;
  /** How far the world has moved, 0–1: share or degree of the new. */
  readonly level: number;
  /** This month's inputs against the training inputs. */
  readonly inputs: InputDistances;
  /** The same for a fresh sample of the same size from the world as it was in training: what no drift looks like. */
  readonly noDrift: InputDistances;
  /** Per replica: PSI of this month's predictions against those on the training inputs. */
  readonly predictionShift: Float32Array;
  /** Detectors that read the stream of errors, example by example. */
  readonly alarms: readonly Alarms[];
  /** The error that no model can avoid, in `unit`; unknown for the weather. */
  readonly noiseFloor?: number;
  /** Only in frames whose range holds replica 0. */
  readonly shown?: Shown;
}

/** Level at which the Kolmogorov–Smirnov test rejects, after Bonferroni. */
export const ksLevel = 0.05;
