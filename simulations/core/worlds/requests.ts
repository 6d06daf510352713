/**
 * Requests to a search service, to be judged relevant or not: two kinds in one stream.
 *
 * x has 4 inputs. The first says how the request is written, and so nearly which kind it is: N(−0.2, 0.4²) for ordinary
 * requests, N(2.4, 0.4²) for navigational ones (looking for one site). The others are N(0, 1). An ordinary request is
 * relevant where x₁ + 0.6 x₂ + 0.4 x₃ > 0, and its label is wrong with probability `noise`. A navigational request is
 * relevant where this sum is negative, and its label is right: whoever looks for one site knows which. So a straight
 * boundary serves the larger kind, and a model that serves both needs an interaction.
 *
 * @example drawRequests(createRandom(1), { count: 10, noise: 0 }).labels.length // 10
 */
import { checkProbability, checkWholeNumber } from "../check";
import type { Random } from "../random";

export const requestInputs = 4;
/** Share of navigational requests. */
export const navigationalShare = 0.06;
/** Where the first input lies, and how far it scatters. */
export const written = { ordinary: -0.2, navigational: 2.4, deviation: 0.4 } as const;

export interface Requests {
  readonly count: number;
  /** [count × 4] */
  readonly inputs: Float64Array;
  /** −1 or 1, as they were labelled. */
  readonly labels: Float64Array;
  /** −1 or 1, as they are. */
  readonly truth: Float64Array;
  /** 1 for a navigational request. */
  readonly navigational: Uint8Array;
}

/** @param options `noise`: probability that the label of an ordinary request is wrong */
export function drawRequests(random: Random, options: { readonly count: number; readonly noise: number }): Requests {
  const { count, noise } = options;
  checkWholeNumber("count", count, 1);
  checkProbability("noise", noise);
  const inputs = new Float64Array(count * requestInputs);
  const labels = new Float64Array(count);
  const truth = new Float64Array(count);
  const navigational = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const x = inputs.subarray(i * requestInputs, (i + 1) * requestInputs);
    random.normals(x);
    // #region excerpt: request
    const isNavigational = random.uniform() < navigationalShare;
    navigational[i] = Number(isNavigational);
    x[0] = (isNavigational ? written.navigational : written.ordinary) + written.deviation * x[0]!;
    const sum = x[1]! + 0.6 * x[2]! + 0.4 * x[3]!;
    truth[i] = sum > 0 === isNavigational ? -1 : 1;
    const flipped = random.uniform() < noise;
    labels[i] = flipped && !isNavigational ? -truth[i]! : truth[i]!;
    // #endregion
  }
  return { count, inputs, labels, truth, navigational };
}
