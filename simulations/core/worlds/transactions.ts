/**
 * Card payments, most of them genuine, a few fraudulent; how rare fraud is and how much it stands out can be set.
 *
 *   genuine x ~ N(0, I),  fraud x ~ N(μ, I),  |μ| = separation d,  μⱼ² = d² · shareⱼ
 *
 * in units of the standard deviation of genuine payments. Along μ the two classes are the two normal curves of signal
 * detection (Green and Swets 1966): the best possible ranking has an area under the ROC curve of Φ(d/√2) whatever the share
 * of frauds, and the log-odds of fraud are linear in x, so that a logistic model can reach it.
 *
 * A fraud's kind depends on how far it stands out, and on luck: tested numbers stand out most; a taken-over account, one
 * fraud in twenty, behaves much like its owner. The kinds together have the distribution above.
 *
 * Synthetic. Draws are named by seed, purpose, class and replica; another separation moves the same frauds.
 *
 * @example transactions.draw({ seed: 1, purpose: "test", replica: 0, positives: 10, negatives: 990, separation: 1.5 }).kinds.length // 1000
 */
import normal from "@stdlib/stats-base-dists-normal";
import { checkNotNegative, checkWholeNumber } from "../check";
import { createRandom } from "../random";
import type { Feature } from "./world";

/** A class of cases, e.g. a kind of fraud. */
export interface CaseKind {
  readonly name: string;
  readonly positive: boolean;
}

export interface RareRequest {
  readonly seed: number;
  /** Cases for training and for the test come from different draws, or different recorded cases. */
  readonly purpose: "training" | "test";
  readonly replica: number;
  readonly positives: number;
  readonly negatives: number;
  /** Distance of the classes in standard deviations; recorded data have the one they have. */
  readonly separation?: number;
}

export interface RareCases {
  /** [features, positives + negatives], scaled, features first, positives in front. */
  readonly inputs: Float32Array;
  /** Position in the world's `kinds` of each case. */
  readonly kinds: Uint8Array;
}

/** A world of yes-or-no cases of which few are positive. */
export interface RareWorld {
  readonly features: readonly Feature[];
  readonly kinds: readonly CaseKind[];
  /** Cases there are for training: the most that a request may ask for. */
  readonly trainingLimit: { readonly positives: number; readonly negatives: number };
  /** Amount of a case in whole cents; a world without money has none. */
  readonly centsOf?: (cases: RareCases, i: number) => number;
  draw(request: RareRequest): RareCases;
}

/** How much of the squared separation each feature carries; they add up to 1. */
const shares = [0.3, 0.25, 0.2, 0.15, 0.1];

const amount: Feature = { name: "amount", unit: "ln €", centre: 3.4, scale: 1.1 };

const features: readonly Feature[] = [
  amount,
  { name: "distance from home", unit: "ln km", centre: 2.1, scale: 1.4 },
  { name: "payments in the last day", unit: "ln number", centre: 0.8, scale: 0.6 },
  { name: "time from the usual hour", unit: "hours", centre: 0, scale: 4 },
  { name: "newness of the shop’s account", unit: "−ln days", centre: -5.5, scale: 1.6 },
];

/** Each feature's name and its part in the squared separation. */
export const transactionFeatures = features.map(({ name }, f) => ({ name, share: shares[f]! }));

const kinds: readonly CaseKind[] = [
  { name: "genuine", positive: false },
  { name: "tested card number", positive: true },
  { name: "stolen card", positive: true },
  { name: "taken-over account", positive: true },
];

/** Shares of the frauds, the least conspicuous first. */
export const takeoverShare = 0.05;
const stolenShare = 0.35;
const takeoverBelow = normal.quantile(takeoverShare, 0, 1);
const stolenBelow = normal.quantile(takeoverShare + stolenShare, 0, 1);
/** Correlation of what makes a fraud of a kind with how far it stands out. */
const likeness = 0.8;

/** Genuine payments drawn at a time. */
const together = 64;

function draw({ seed, purpose, replica, positives, negatives, separation = 1.5 }: RareRequest): RareCases {
  checkWholeNumber("positives", positives);
  checkWholeNumber("negatives", negatives);
  checkNotNegative("separation", separation);
  const count = positives + negatives;
  const inputs = new Float32Array(features.length * count);
  const kindOf = new Uint8Array(count);
  const fraud = createRandom(seed, "transactions", purpose, "fraud", replica);
  // #region excerpt: fraud
  for (let i = 0; i < positives; i++) {
    let standsOut = 0;
    shares.forEach((share, f) => {
      const noise = fraud.normal();
      standsOut += Math.sqrt(share) * noise;
      inputs[f * count + i] = separation * Math.sqrt(share) + noise;
    });
    const hidden = likeness * standsOut + Math.sqrt(1 - likeness * likeness) * fraud.normal();
    kindOf[i] = hidden < takeoverBelow ? 3 : hidden < stolenBelow ? 2 : 1;
  }
  // #endregion
  const genuine = createRandom(seed, "transactions", purpose, "genuine", replica);
  // Case by case, so that asking for more extends the same draws.
  const drawn = new Float64Array(features.length * together);
  for (let from = positives; from < count; from += together) {
    const to = Math.min(count, from + together);
    genuine.normals(to - from < together ? drawn.subarray(0, features.length * (to - from)) : drawn);
    for (let f = 0; f < features.length; f++)
      for (let i = from; i < to; i++) inputs[f * count + i] = drawn[(i - from) * features.length + f]!;
  }
  return { inputs, kinds: kindOf };
}

/** Whole cents, because exponentials differ in the last bit between engines. The amount is the first feature. */
const centsOf = ({ inputs }: RareCases, i: number): number =>
  Math.round(100 * Math.exp(amount.centre + amount.scale * inputs[i]!));

export const transactions: RareWorld = {
  features,
  kinds,
  trainingLimit: { positives: Number.POSITIVE_INFINITY, negatives: Number.POSITIVE_INFINITY },
  centsOf,
  draw,
};
