/** Where theory puts the cheapest threshold, from a run and before one. */
import type { SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";

/**
 * The cheapest threshold for calibrated probabilities, 1/(1 + c) (Elkan 2001). Weights and resampling multiply the odds
 * that the model learns by w: the same cases then lie at w/(w + c).
 */
export function calibratedBest(frames: readonly SkewFrame[], { prevalence, missCost }: SkewValues): number | undefined {
  const training = frames[0]?.training;
  if (!training) return undefined;
  const { positiveRows, positiveWeight, negativeRows, negativeWeight } = training;
  const odds = (positiveRows * positiveWeight) / (negativeRows * negativeWeight);
  const weight = odds / (prevalence / (1 - prevalence));
  return weight / (weight + missCost);
}

/** The same before a run: weights multiply the odds, and resampling does so until the classes weigh the same. */
export function thresholdInTheory({ prevalence, missCost, classWeight, sampling }: SkewValues): number {
  const balance = sampling === "none" ? 1 : (1 - prevalence) / prevalence;
  const weight = classWeight * balance;
  return weight / (weight + missCost);
}
