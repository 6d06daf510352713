/** Queries that must be right: every replica trains a ranker for each weight, and judges all of them on the same fresh queries. */
import { ndcg } from "../core/metrics/ndcg";
import { trainRanker } from "../core/models/listwise";
import { createRandom } from "../core/random";
import { framesOnly } from "../core/steps";
import { drawQueries, type Queries, signalCount, sitesAQuery } from "../core/worlds/documents";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { curveWeights, type MustBeRightFrame } from "./frames";
import type { MustBeRightValues } from "./knobs";

const trainingQueries = 500;
const testQueries = 400;
const navigationalQueries = 300;
const places = 5;

function* simulate(values: MustBeRightValues, replicas: ReplicaRange): Generator<MustBeRightFrame | undefined> {
  yield undefined;
  const { seed } = values;
  const navigationalShare = values.share / 100;
  const count = replicas.to - replicas.from;
  const weights = [values.weight, ...curveWeights];
  const frame = {
    quality: new Float32Array(weights.length * count),
    informational: new Float32Array(weights.length * count),
    success: new Float32Array(weights.length * count),
    shown: new Float32Array(2 * sitesAQuery * count),
    official: new Uint8Array(count),
  };
  for (let r = 0; r < count; r++) {
    const draw = (purpose: string, queries: number, share: number) =>
      drawQueries(createRandom(seed, "must-be-right", purpose, replicas.from + r), {
        count: queries,
        navigationalShare: share,
      });
    const test = draw("test", testQueries, 0);
    const navigational = draw("navigational test", navigationalQueries, 1);
    const rankers = rankersOf(draw("training", trainingQueries, navigationalShare), weights);
    rankers.forEach((ranker, w) => {
      const others = judge(test, ranker).quality;
      const own = judge(navigational, ranker);
      frame.informational[w * count + r] = others;
      frame.success[w * count + r] = own.first;
      frame.quality[w * count + r] = (1 - navigationalShare) * others + navigationalShare * own.quality;
    });
    // The first query that the ranker without weights gets wrong: a list where something can be seen.
    const query = Math.max(0, firstMiss(navigational, rankers[1]!));
    frame.official[r] = officialOf(navigational, query);
    [rankers[0]!, rankers[1]!].forEach((ranker, k) => {
      chancesOf(navigational, query, ranker).forEach((chance, s) => {
        frame.shown[(k * sitesAQuery + s) * count + r] = chance;
      });
    });
    yield;
  }
  yield { moment: 0, replicas, ...frame };
}

/** One ranker a weight. Each begins where the last of the curve ended, and the knob's own at zero: the optimum is the same. */
function rankersOf({ signals, grades, navigational }: Queries, weights: readonly number[]): Float64Array[] {
  let last: Float64Array | undefined;
  return weights.map((weight, w) => {
    // #region excerpt: training
    const theta = trainRanker({
      signals,
      grades,
      size: signalCount,
      sites: sitesAQuery,
      weights: Float64Array.from(navigational, (is) => (is ? weight : 1)),
      ...(last && { from: last }),
    });
    // #endregion
    if (w > 0) last = theta;
    return theta;
  });
}

function scoresOf({ signals }: Queries, query: number, theta: Float64Array, out: Float64Array): Float64Array {
  for (let s = 0; s < sitesAQuery; s++) {
    let score = 0;
    for (let k = 0; k < signalCount; k++) score += theta[k]! * signals[(query * sitesAQuery + s) * signalCount + k]!;
    out[s] = score;
  }
  return out;
}

const gradesOf = ({ grades }: Queries, query: number) =>
  grades.subarray(query * sitesAQuery, (query + 1) * sitesAQuery);
const highest = (values: Float64Array) => values.indexOf(Math.max(...values));
const officialOf = (queries: Queries, query: number) => highest(gradesOf(queries, query));

/** Mean NDCG, and how often the best site stands first. */
function judge(test: Queries, theta: Float64Array): { quality: number; first: number } {
  let quality = 0;
  let judged = 0;
  let first = 0;
  const scores = new Float64Array(sitesAQuery);
  for (let q = 0; q < test.queries; q++) {
    // #region excerpt: judging
    const own = gradesOf(test, q);
    const gained = ndcg(own, scoresOf(test, q, theta, scores), places);
    if (Number.isNaN(gained)) continue;
    judged++;
    quality += gained;
    if (own[highest(scores)] === Math.max(...own)) first++;
    // #endregion
  }
  return { quality: quality / judged, first: first / judged };
}

function firstMiss(navigational: Queries, theta: Float64Array): number {
  const scores = new Float64Array(sitesAQuery);
  for (let q = 0; q < navigational.queries; q++)
    if (highest(scoresOf(navigational, q, theta, scores)) !== officialOf(navigational, q)) return q;
  return -1;
}

/** Softmax of the scores of one query. */
function chancesOf(queries: Queries, query: number, theta: Float64Array): Float64Array {
  const scores = scoresOf(queries, query, theta, new Float64Array(sitesAQuery));
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<MustBeRightValues, MustBeRightFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: MustBeRightValues, replicas: ReplicaRange): Generator<MustBeRightFrame> =>
  framesOnly(simulate(values, replicas));
