/**
 * Prequential error (Dawid 1984; Gama, Sebastião and Rodrigues 2013): the loss of a model on each sample before it learns from
 * it, followed over time.
 *
 *   fading factor   S = loss + αS, B = 1 + αB, error = S/B; remembers about 1/(1 − α) samples
 *   sliding window  mean of the last w losses, of fewer at the start
 *   cumulative      mean of all losses
 *   moving average  e = (1 − λ)e + λ·loss, started at the first loss
 *
 * @example errorCurve(createFadingError(0.5), [1, 0]) // [1, 0.3333333333333333]
 */
import { checkFinite, checkProbability, checkWholeNumber, type Numbers } from "../check";

export interface ErrorTracker {
  /** Takes the loss of the next sample (0 or 1 for right or wrong) and returns the error so far. */
  update(loss: number): number;
}

/** @param alpha 0 … 1; 1 forgets nothing */
export function createFadingError(alpha = 0.999): ErrorTracker {
  checkProbability("alpha", alpha);
  let sum = 0;
  let weight = 0;
  return {
    update(loss) {
      checkFinite("loss", loss);
      sum = loss + alpha * sum;
      weight = 1 + alpha * weight;
      return sum / weight;
    },
  };
}

/** @param size number of samples in the window */
export function createWindowError(size: number): ErrorTracker {
  checkWholeNumber("size", size, 1);
  const ring = new Float64Array(size);
  let seen = 0;
  let sum = 0;
  return {
    update(loss) {
      checkFinite("loss", loss);
      const place = seen % size;
      sum += loss - (seen < size ? 0 : ring[place]!);
      ring[place] = loss;
      seen++;
      // A fresh sum once a round keeps rounding errors from piling up.
      if (seen % size === 0) sum = ring.reduce((total, value) => total + value, 0);
      return sum / Math.min(seen, size);
    },
  };
}

export function createCumulativeError(): ErrorTracker {
  return createFadingError(1);
}

/** @param lambda weight of the newest loss, above 0 and at most 1 */
export function createMovingAverageError(lambda: number): ErrorTracker {
  checkProbability("lambda", lambda);
  let error: number | undefined;
  return {
    update(loss) {
      checkFinite("loss", loss);
      error = error === undefined ? loss : (1 - lambda) * error + lambda * loss;
      return error;
    },
  };
}

/** The error after each loss. */
export function errorCurve(tracker: ErrorTracker, losses: Numbers): Float64Array {
  return Float64Array.from(losses, (loss) => tracker.update(loss));
}
