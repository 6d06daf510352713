/**
 * Page–Hinkley test: a cumulative sum that notices when the mean of a stream has moved (Page 1954; Hinkley 1971; with a
 * fading factor Gama, Sebastião and Rodrigues 2013).
 *
 *   m  = running mean, the new x included;  d = x − m
 *   up = α·up + d − δ, drift when up − min(up) > λ;  down = α·down + d + δ, drift when max(down) − down > λ
 *
 * λ (threshold) is in the unit of the values: 50 means fifty errors too many for a stream of 0 and 1.
 *
 * @example
 * const detector = createPageHinkley({ threshold: 5 });
 * driftPositions(detector, [...Array(100).fill(0), ...Array(100).fill(1)]) // [105]
 */
import { checkFinite, checkNotNegative, checkOneOf, checkProbability, checkWholeNumber } from "../check";
import type { DriftDetector } from "./detector";

export interface PageHinkleyParams {
  /** No decision before this many values. */
  minInstances?: number;
  /** Changes of the mean smaller than this are tolerated. */
  delta?: number;
  /** λ, how much has to add up. */
  threshold?: number;
  /** Fading of the sums per value; 1 forgets nothing. */
  alpha?: number;
  /** Which direction counts. */
  mode?: "up" | "down" | "both";
}

export function createPageHinkley({
  minInstances = 30,
  delta = 0.005,
  threshold = 50,
  alpha = 0.9999,
  mode = "both",
}: PageHinkleyParams = {}): DriftDetector {
  checkWholeNumber("minInstances", minInstances);
  checkFinite("delta", delta);
  checkNotNegative("threshold", threshold);
  checkProbability("alpha", alpha);
  checkOneOf("mode", mode, ["up", "down", "both"]);
  let n = 0;
  let mean = 0;
  let up = 0;
  let down = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = -1;

  const detector = {
    drift: false,
    update(value: number): boolean {
      checkFinite("value", value);
      if (detector.drift) {
        n = mean = up = down = 0;
        lowest = Number.POSITIVE_INFINITY;
        highest = -1;
      }
      n++;
      mean += (value - mean) / n;
      const deviation = value - mean;
      up = alpha * up + deviation - delta;
      down = alpha * down + deviation + delta;
      if (up < lowest) lowest = up;
      if (down > highest) highest = down;
      detector.drift =
        n >= minInstances &&
        ((mode !== "down" && up - lowest > threshold) || (mode !== "up" && highest - down > threshold));
      return detector.drift;
    },
  };
  return detector;
}
