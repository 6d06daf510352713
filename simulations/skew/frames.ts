/** What print("0") yields: one frame a range of replicas, with the decisions at every threshold. */
import type { CaseKind } from "../core/worlds/transactions";
import type { OwnFunction } from "../runtime/own-code";
import type { Frame } from "../runtime/simulation";

/** What the reader's own classifier is: a function of the model's score and of the amount. */
export const ownFunction: OwnFunction = { name: "classify", parameters: ["score", "amount"], returns: "decision" };

/** Thresholds 0, 0.001, …, 1: every value that the knob can take, and the two that ring always and (almost) never. */
export const thresholdSteps = 1000;
/** Curves are given at rates 0, 0.01, …, 1. */
export const rateSteps = 100;

/** Scores are counted by their log-odds, in bins of this width; the outer bins hold what lies beyond. */
export const scoreBins = { from: -11.5, width: 0.5, count: 37 } as const;

/** What the models of a range were trained on, the same in number for each replica. */
export interface TrainingSet {
  readonly positiveRows: number;
  readonly negativeRows: number;
  /** Weight of one row in training. */
  readonly positiveWeight: number;
  readonly negativeWeight: number;
}

export interface OwnDecisions {
  /** [kind, replica]: cases it flags. */
  readonly alarms: Uint32Array;
  /** [replica]: amounts of the positives among them, in cents; empty where cases have no amount. */
  readonly caughtCents: Float64Array;
}

export interface SkewFrame extends Frame {
  /** There is no time in this experiment. */
  readonly moment: 0;
  readonly kinds: readonly CaseKind[];
  readonly training: TrainingSet;
  /** [kind, replica of the range]: cases in the test set. */
  readonly cases: Uint32Array;
  /** [kind, replica, threshold]: cases whose probability is at or above the threshold. */
  readonly alarms: Uint32Array;
  /** [replica, threshold]: amounts of the positives among these, in cents; empty where cases have no amount. */
  readonly caughtCents: Float64Array;
  /** [replica]: amounts of all positives, in cents; empty where cases have no amount. */
  readonly positiveCents: Float64Array;
  /** What the reader's own classifier did, where there is one. */
  readonly own?: OwnDecisions;
  /** [class, replica, bin]: cases of the test set by their score, negatives first. */
  readonly scores: Uint32Array;
  /** [replica, bin]: sum of the probabilities of these cases, of both classes. */
  readonly probabilities: Float64Array;
  /** [replica] */
  readonly rocAuc: Float64Array;
  readonly averagePrecision: Float64Array;
  /** [replica, rate]: precision where the ranking first reaches a recall of 0.01 … 1; at 0, of the first positive. */
  readonly precision: Float32Array;
  /** [replica, rate]: the largest recall with at most this share of false alarms among the negatives. */
  readonly recall: Float32Array;
}
