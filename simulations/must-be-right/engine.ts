/** Queries that must be right: every replica trains a ranker for each weight, and judges all of them on the same fresh queries. */
import { ndcg } from "../core/metrics/ndcg";
import { trainRanker } from "../core/models/listwise";
import { createRandom } from "../core/random";
import { framesOnly } from "../core/steps";
import { drawQueries, type Queries, signalCount, sitesAQuery } from "../core/worlds/documents";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { curveWeights, type MustBeRightFrame } from "./frames";
import type { MustBeRightValues } from "./knobs";

const trainingQueries = 400;
const testQueries = 600;
const places = 5;

function* simulate(values: MustBeRightValues, replicas: ReplicaRange): Generator<MustBeRightFrame | undefined> {
  const { seed } = values;
  const navigationalShare = values.share / 100;
  const count = replicas.to - replicas.from;
  const weights = [values.weight, ...curveWeights];
  const quality = new Float32Array(weights.length * count);
  const informational = new Float32Array(weights.length * count);
  const success = new Float32Array(weights.length * count);
  for (let r = 0; r < count; r++) {
    const draw = (purpose: string, queries: number, share: number) =>
      drawQueries(createRandom(seed, "must-be-right", purpose, replicas.from + r), {
        count: queries,
        navigationalShare: share,
      });
    const training = draw("training", trainingQueries, navigationalShare);
    const test = draw("test", testQueries, 0);
    const navigational = draw("navigational test", testQueries / 2, 1);
    weights.forEach((weight, w) => {
      const theta = trainRanker({
        signals: training.signals,
        grades: training.grades,
        size: signalCount,
        sites: sitesAQuery,
        weights: Float64Array.from(training.navigational, (is) => (is ? weight : 1)),
      });
      const others = judge(test, theta).quality;
      const own = judge(navigational, theta);
      informational[w * count + r] = others;
      success[w * count + r] = own.first;
      quality[w * count + r] = (1 - navigationalShare) * others + navigationalShare * own.quality;
    });
    yield;
  }
  yield { moment: 0, replicas, quality, informational, success };
}

/** Mean NDCG, and how often the best site stands first. */
function judge({ queries, signals, grades }: Queries, theta: Float64Array): { quality: number; first: number } {
  let quality = 0;
  let judged = 0;
  let first = 0;
  const scores = new Float64Array(sitesAQuery);
  for (let q = 0; q < queries; q++) {
    let best = 0;
    for (let s = 0; s < sitesAQuery; s++) {
      let score = 0;
      for (let k = 0; k < signalCount; k++) score += theta[k]! * signals[(q * sitesAQuery + s) * signalCount + k]!;
      scores[s] = score;
      if (score > scores[best]!) best = s;
    }
    const own = grades.subarray(q * sitesAQuery, (q + 1) * sitesAQuery);
    const gained = ndcg(own, scores, places);
    if (Number.isNaN(gained)) continue;
    judged++;
    quality += gained;
    if (own[best] === Math.max(...own)) first++;
  }
  return { quality: quality / judged, first: first / judged };
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<MustBeRightValues, MustBeRightFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: MustBeRightValues, replicas: ReplicaRange): Generator<MustBeRightFrame> =>
  framesOnly(simulate(values, replicas));
