/**
 * Scores for whoever has none: simulated payments of the lesson's world, 1.5 standard deviations between the classes, one in twenty
 * a fraud. The score is the probability that follows from it.
 */
import { createRandom } from "../core/random";
import type { Ask } from "../runtime/asks";

const payments = 2000;
const frauds = 100;
const separation = 1.5;

export const exampleScores: Ask<undefined, string> = () => {
  const random = createRandom(1, "example scores");
  const isFraud = new Set(random.sample(payments, frauds));
  const odds = frauds / (payments - frauds);
  const lines = Array.from({ length: payments }, (_, i) => {
    const fraud = isFraud.has(i);
    const x = random.normal() + (fraud ? separation : 0);
    const score = 1 / (1 + Math.exp(-(separation * x - separation ** 2 / 2)) / odds);
    return `${i + 1},${score.toFixed(4)},${fraud ? "fraud" : "genuine"}`;
  });
  return ["payment,score,label", ...lines, ""].join("\n");
};
