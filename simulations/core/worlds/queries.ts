/**
 * Search queries on a plane of two topic scores, each wanting news (1) or an encyclopaedia article (0).
 *
 *   wants news  ⇔  g(x) = 0.8 x₁ + x₂ − 0.25 x₁² + 0.2 > 0,  then 4 % of the labels are flipped at random
 *
 * Concept drift turns the boundary around the middle of the queries, by 0.3 radians (17 degrees) per unit of strength: the
 * same query comes to mean something else. Data drift is an actor who becomes famous overnight: a new cluster of queries
 * around (2.3, 2.1), where everybody wants the article although the old boundary, carried on, says news.
 *
 * Synthetic; three clusters of ordinary queries.
 *
 * @example wantsNews(0, 1, 0) // true
 */
import { createRandom, type Random } from "../random";
import { drawLevels } from "./schedule";
import { turnPerStrength } from "./strength";
import type { DrawRequest, Examples, World } from "./world";

interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly sd: number;
}

export const clusters: readonly Cluster[] = [
  { x: -1.2, y: -0.5, sd: 0.8 },
  { x: 0.6, y: -0.9, sd: 0.7 },
  { x: -0.2, y: 1.0, sd: 0.7 },
];
export const actor: Cluster = { x: 2.3, y: 2.1, sd: 0.3 };
/** Within this distance of the cluster's centre a query is about the actor. */
export const actorRadius = 1.1;

/** Share of labels flipped, the error that no model can avoid. */
export const labelNoise = 0.04;
export const pivot = { x: -0.25, y: 0 };

/** @param change strength × level of the concept drift */
export function wantsNews(x: number, y: number, change: number): boolean {
  if ((x - actor.x) ** 2 + (y - actor.y) ** 2 < actorRadius ** 2) return false;
  // Rounded, because sine and cosine differ in the last bit between engines.
  const cos = Math.fround(Math.cos(turnPerStrength * change));
  const sin = Math.fround(Math.sin(turnPerStrength * change));
  const dx = x - pivot.x;
  const dy = y - pivot.y;
  const turnedX = pivot.x + cos * dx + sin * dy;
  const turnedY = pivot.y - sin * dx + cos * dy;
  return 0.8 * turnedX + turnedY - 0.25 * turnedX * turnedX + 0.2 > 0;
}

/** @param actorShare probability that a query is about the actor. @returns [2, count] */
function drawQueries(random: Random, count: number, actorShare: number): Float32Array {
  const inputs = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const aboutActor = random.uniform() < actorShare;
    const ordinary = clusters[random.integer(clusters.length)]!;
    const { x, y, sd } = aboutActor ? actor : ordinary;
    inputs[i] = random.normal(x, sd);
    inputs[count + i] = random.normal(y, sd);
  }
  return inputs;
}

const stream = ({ seed, purpose, replica, month }: DrawRequest, part: string): Random =>
  createRandom(seed, "queries", purpose, part, replica, month);

const inputsOf = (request: DrawRequest): Float32Array =>
  request.pool ?? drawQueries(stream(request, "inputs"), request.count, request.newShare ?? 0);

function draw(request: DrawRequest): Examples {
  const { count, conceptStrength = 0 } = request;
  const inputs = inputsOf(request);
  const levels = drawLevels(request.concept ?? { level: 0, mixed: false }, count, stream(request, "concept"));
  const flips = stream(request, "noise");
  const targets = new Float32Array(count);
  // #region excerpt: label
  for (let i = 0; i < count; i++) {
    const news = wantsNews(inputs[i]!, inputs[count + i]!, conceptStrength * levels[i]!);
    targets[i] = news !== flips.chance(labelNoise) ? 1 : 0;
  }
  // #endregion
  return { inputs, targets };
}

export const queries: World = {
  name: "queries",
  task: "classification",
  features: [
    { name: "topic score 1", unit: "", centre: 0, scale: 1 },
    { name: "topic score 2", unit: "", centre: 0, scale: 1 },
  ],
  target: { name: "wants news", unit: "", centre: 0 },
  draw,
  inputs: inputsOf,
};

/** Inputs of a logistic model that can bend its boundary: x, y, x², xy, y². @returns [5, count] */
export function quadraticFeatures(inputs: Float32Array, count: number): Float32Array {
  const features = new Float32Array(5 * count);
  for (let i = 0; i < count; i++) {
    const x = inputs[i]!;
    const y = inputs[count + i]!;
    features[i] = x;
    features[count + i] = y;
    // Scaled so that the penalty weighs all five about alike.
    features[2 * count + i] = x * x - 1;
    features[3 * count + i] = x * y;
    features[4 * count + i] = y * y - 1;
  }
  return features;
}
