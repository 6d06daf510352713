/**
 * Requests to a search service, to be judged relevant or not: two kinds in one stream, told apart by no input.
 *
 * x ~ N(0, I), 8 inputs. The first decides the kind: navigational requests (looking for one site) lie above a limit that
 * leaves their share above it. Of the others, a request is relevant by a straight boundary, and labels are wrong with
 * probability `noise`. Of navigational ones it is relevant by a curved boundary, and labels are right: whoever looks for
 * one site knows which.
 *
 * @example drawRequests(createRandom(1), { count: 10, noise: 0 }).labels.length // 10
 */
import { checkProbability, checkWholeNumber } from "../check";
import type { Random } from "../random";

export const requestInputs = 8;
/** Share of navigational requests. */
export const navigationalShare = 0.2;
/** The standard normal quantile that leaves this share above it. */
const limit = 0.8416212335729143;

export interface Requests {
  readonly count: number;
  /** [count × 8] */
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
    navigational[i] = Number(x[0]! > limit);
    const straight = x[1]! + 0.6 * x[2]! - 0.4 * x[3]!;
    const curved = x[1]! * x[2]! + 0.5 * x[3]! ** 2 - 0.5;
    truth[i] = (navigational[i] ? curved : straight) > 0 ? 1 : -1;
    const flipped = random.uniform() < noise;
    labels[i] = flipped && !navigational[i] ? -truth[i]! : truth[i]!;
  }
  return { count, inputs, labels, truth, navigational };
}
