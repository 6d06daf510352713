/**
 * Early drift detection method (Baena-García et al. 2006): watches the distance between errors, which shrinks when a
 * classifier gets worse.
 *
 *   v = mean distance + 2 · standard deviation (n − 1);  warning when v/v_max < α, drift when v/v_max < β
 *
 * Only errors change its state, and it decides only after more than `warmStart` of them: slow where errors are rare. At its
 * defaults it raises many false alarms.
 *
 * @example
 * // 40 errors ten samples apart, then one every other sample
 * driftPositions(createEddm(), stream) // [501]
 */
import { checkPositive, checkWholeNumber } from "../check";
import { checkErrorIndicator, type WarningDetector } from "./detector";

export interface EddmParams {
  /** The maximum is kept after this many values, decisions start after this many errors. */
  warmStart?: number;
  /** Share of v_max below which to warn. */
  alpha?: number;
  /** Share of v_max below which to signal drift. */
  beta?: number;
}

/** Takes 1 for a wrong prediction, 0 for a right one. The warning flag keeps its value between errors. */
export function createEddm({ warmStart = 30, alpha = 0.95, beta = 0.9 }: EddmParams = {}): WarningDetector {
  checkWholeNumber("warmStart", warmStart);
  checkPositive("alpha", alpha);
  checkPositive("beta", beta);
  let n = 0;
  let errors = 0;
  let lastError = 0;
  let mean = 0;
  let squares = 0;
  let largest = 0;

  const detector = {
    drift: false,
    warning: false,
    update(value: number): boolean {
      checkErrorIndicator(value);
      if (detector.drift) {
        n = errors = lastError = mean = squares = largest = 0;
        detector.drift = detector.warning = false;
      }
      n++;
      if (value === 0) return false;
      errors++;
      const distance = n - lastError;
      lastError = n;
      // Welford's update of mean and squared deviations.
      const gap = distance - mean;
      mean += gap / errors;
      squares += gap * (distance - mean);
      if (n <= warmStart) return false;
      const v = mean + 2 * (errors > 1 ? Math.sqrt(squares / (errors - 1)) : 0);
      if (v > largest) {
        largest = v;
        return false;
      }
      if (errors <= warmStart) return false;
      const ratio = v / largest;
      if (ratio < beta) detector.drift = true;
      else detector.warning = ratio < alpha;
      return detector.drift;
    },
  };
  return detector;
}
