/**
 * Drift detection method (Gama, Medas, Castillo and Rodrigues 2004): watches the error rate of a classifier and compares it
 * with the best it has been.
 *
 *   p = mean error, s = √(p(1 − p)/n);  warning when p + s > p_min + 2 s_min, drift when p + s > p_min + 3 s_min
 *
 * The minima are stored together when p + s is at its lowest. Only a rise is noticed, and after an error-free history
 * (p_min = s_min = 0) a single error is enough.
 *
 * @example driftPositions(createDdm(), [...Array(40).fill(0), 1]) // [40]
 */
import { checkNotNegative, checkWholeNumber } from "../check";
import { checkErrorIndicator, type WarningDetector } from "./detector";

export interface DdmParams {
  /** Decisions start after this many values. */
  warmStart?: number;
  /** Number of s_min above p_min at which to warn. */
  warningThreshold?: number;
  driftThreshold?: number;
}

/** Takes 1 for a wrong prediction, 0 for a right one. */
export function createDdm({
  warmStart = 30,
  warningThreshold = 2,
  driftThreshold = 3,
}: DdmParams = {}): WarningDetector {
  checkWholeNumber("warmStart", warmStart);
  checkNotNegative("warningThreshold", warningThreshold);
  checkNotNegative("driftThreshold", driftThreshold);
  let n = 0;
  let p = 0;
  let bestP = 0;
  let bestS = 0;
  let bestSum = Number.POSITIVE_INFINITY;

  const detector = {
    drift: false,
    warning: false,
    update(value: number): boolean {
      checkErrorIndicator(value);
      if (detector.drift) {
        n = p = 0;
        bestSum = Number.POSITIVE_INFINITY;
        detector.drift = false;
      }
      n++;
      p += (value - p) / n;
      detector.warning = false;
      if (n <= warmStart) return false;
      const s = Math.sqrt(Math.max(0, p * (1 - p)) / n);
      if (p + s <= bestSum) {
        bestP = p;
        bestS = s;
        bestSum = p + s;
      }
      detector.drift = p + s > bestP + driftThreshold * bestS;
      detector.warning = !detector.drift && p + s > bestP + warningThreshold * bestS;
      return detector.drift;
    },
  };
  return detector;
}
