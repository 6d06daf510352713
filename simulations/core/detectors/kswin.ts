/**
 * Kolmogorov–Smirnov windowing (Raab, Heusinger and Schleif 2020): compares the newest values of a sliding window with a
 * random sample of its older part by an exact two-sample test, after every value.
 *
 *   drift when p ≤ α and D > 0.1
 *
 * It tests again and again without correction, so false alarms add up on long streams. Each update costs O(window), whatever
 * the length of the stream.
 *
 * @example createKswin({ alpha: 0.005, windowSize: 100, statSize: 30, sampler: randomSampler(createRandom(7, "kswin")) })
 */
import { checkFinite, checkOpenProbability, checkWholeNumber } from "../check";
import { createRandom, type Random } from "../random";
import { ksTwoSampleSorted } from "../statistics/ks";
import type { DriftDetector } from "./detector";

/**
 * Picks which older values to compare with.
 * @param call number of calls since the last reset, from 0
 * @param older how many older values there are; position 0 is the oldest
 * @param count how many different positions to return
 */
export type OlderSampler = (call: number, older: number, count: number) => ArrayLike<number>;

/** Sampling without replacement from a stream of random draws. */
export function randomSampler(random: Random): OlderSampler {
  return (_call, older, count) => random.sample(older, count);
}

export interface KswinParams {
  alpha?: number;
  windowSize?: number;
  /** Values on each side of the test; the window holds at least twice as many. */
  statSize?: number;
  sampler?: OlderSampler;
}

export interface Kswin extends DriftDetector {
  /** p-value of the last test, NaN while the window fills. */
  readonly pValue: number;
}

/** Drift also needs a distance above this. */
const SMALLEST_DISTANCE = 0.1;

export function createKswin({
  alpha = 0.005,
  windowSize = 100,
  statSize = 30,
  sampler = randomSampler(createRandom(0, "kswin")),
}: KswinParams = {}): Kswin {
  checkOpenProbability("alpha", alpha);
  checkWholeNumber("statSize", statSize, 1);
  checkWholeNumber("windowSize", windowSize, 2 * statSize);
  const older = windowSize - statSize;
  const ring = new Float64Array(windowSize);
  const recent = new Float64Array(statSize);
  const sampled = new Float64Array(statSize);
  let seen = 0;
  let calls = 0;

  const detector = {
    drift: false,
    pValue: Number.NaN,
    update(value: number): boolean {
      checkFinite("value", value);
      if (detector.drift) {
        seen = calls = 0;
        detector.drift = false;
      }
      ring[seen % windowSize] = value;
      seen++;
      detector.pValue = Number.NaN;
      if (seen < windowSize) return false;
      // After an insertion the oldest value sits where the next one will go.
      const at = (position: number) => ring[(seen + position) % windowSize]!;
      const positions = sampler(calls++, older, statSize);
      for (let i = 0; i < statSize; i++) {
        sampled[i] = at(positions[i]!);
        recent[i] = at(older + i);
      }
      const { statistic, pValue } = ksTwoSampleSorted(sampled.sort(), recent.sort(), "exact");
      detector.pValue = pValue;
      detector.drift = pValue <= alpha && statistic > SMALLEST_DISTANCE;
      return detector.drift;
    },
  };
  return detector;
}
