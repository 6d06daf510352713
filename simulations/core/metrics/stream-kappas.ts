/**
 * How much better than a simple reference a classifier does on a stream.
 *
 *   κ        against chance agreement (Cohen 1960)
 *   κ temporal  = (p − p_ref)/(1 − p_ref), reference: repeat the last label (Bifet et al. 2013; Žliobaitė et al. 2015)
 *   κ M         the same, reference: the majority class so far (Bifet et al. 2015)
 *
 * As in MOA the no-change reference starts from class 0 and the majority reference already counts the current label.
 *
 * @example streamKappas([0, 0, 1, 1], [0, 0, 1, 1]).kappaTemporal // 1
 */
import { checkNotEmpty, type Numbers } from "../check";
import { confusionCounts } from "./confusion";
import { binaryMetrics } from "./threshold-metrics";

export interface StreamKappas {
  accuracy: number;
  /** NaN when chance alone would always agree. */
  kappa: number;
  /** NaN when the reference is always right. */
  kappaTemporal: number;
  kappaM: number;
  noChangeAccuracy: number;
  majorityAccuracy: number;
}

/** @param yTrue labels 0 or 1 in the order of the stream  @param yPred predictions 0 or 1 */
export function streamKappas(yTrue: Numbers, yPred: Numbers): StreamKappas {
  checkNotEmpty("yTrue", yTrue);
  const { accuracy, cohenKappa } = binaryMetrics(confusionCounts(yTrue, yPred));
  const n = yTrue.length;
  let noChange = 0;
  let majority = 0;
  let ones = 0;
  for (let i = 0; i < n; i++) {
    if (yTrue[i] === (i === 0 ? 0 : yTrue[i - 1])) noChange++;
    ones += yTrue[i]!;
    if (yTrue[i] === (2 * ones > i + 1 ? 1 : 0)) majority++;
  }
  const against = (reference: number) => (reference === 1 ? Number.NaN : (accuracy - reference) / (1 - reference));
  return {
    accuracy,
    kappa: cohenKappa,
    kappaTemporal: against(noChange / n),
    kappaM: against(majority / n),
    noChangeAccuracy: noChange / n,
    majorityAccuracy: majority / n,
  };
}
