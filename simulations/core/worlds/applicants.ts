/**
 * Invented loan applications of two invented groups, Larch and Maple. Maple is the small group.
 *
 *   x ~ N(m(group), I), 4 inputs; repaid with probability σ(c(group) + 1.6 v(group) · x)
 *
 * The first input carries the group, as a neighbourhood often does: its mean m is 0 in Larch and −1 in Maple. The direction v of
 * Maple is turned by 70° away from Larch's: what speaks for repayment in one group says less in the other. The constant c sets
 * the share of a group that repays: 0.6 in Larch, and `baseRateGap` less in Maple. Besides, every application has five further
 * attributes of twelve values each that have nothing to do with anything: 60 slices.
 *
 * @example drawApplicants(createRandom(1), { count: 10, groupShare: 0.1, baseRateGap: 0.2 }).repaid.length // 10
 */
import { checkProbability, checkWholeNumber } from "../check";
import type { Random } from "../random";

export const groups = ["larch", "maple"] as const;
export type Group = (typeof groups)[number];
export const applicantInputs = 4;
export const attributes = 5;
export const valuesOfAttribute = 12;
export const sliceCount = attributes * valuesOfAttribute;
/** Share that repays in Larch. */
export const larchRate = 0.6;

export const strength = 1.6;
const turn = (70 * Math.PI) / 180;
/** Mean of the first input, by group. */
export const means = [0, -1] as const;
export const directions = [
  [1, 0.6, 0, 0],
  [Math.cos(turn), 0.6, Math.sin(turn), 0],
].map((v) => {
  const length = Math.hypot(...v);
  return v.map((each) => each / length);
});

export interface Applicants {
  readonly count: number;
  /** [4 × count], features first. */
  readonly inputs: Float32Array;
  /** 1 where the loan is repaid. */
  readonly repaid: Uint8Array;
  /** 0 Larch, 1 Maple. */
  readonly group: Uint8Array;
  /** [5 × count]: values 0 … 11. */
  readonly attributes: Uint8Array;
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** The constant with which a share `rate` of a group repays, by bisection over a grid of the normal distribution. */
function constantFor(g: 0 | 1, rate: number): number {
  const centre = means[g] * directions[g]![0]!;
  const grid = Array.from({ length: 81 }, (_, i) => -4 + i / 10);
  const density = grid.map((z) => Math.exp(-0.5 * z * z));
  const total = density.reduce((sum, value) => sum + value, 0);
  let [low, high] = [-12, 12];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    const share = grid.reduce(
      (sum, z, k) => sum + (density[k]! / total) * sigmoid(middle + strength * (z + centre)),
      0,
    );
    if (share < rate) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** @param options `groupShare`: share of Maple; `baseRateGap`: how many points fewer repay there, 0 … 0.5 */
export function drawApplicants(
  random: Random,
  options: { readonly count: number; readonly groupShare: number; readonly baseRateGap: number },
): Applicants {
  const { count, groupShare, baseRateGap } = options;
  checkWholeNumber("count", count, 1);
  checkProbability("groupShare", groupShare);
  checkProbability("baseRateGap", baseRateGap);
  const constants = [constantFor(0, larchRate), constantFor(1, larchRate - baseRateGap)];
  const inputs = new Float32Array(applicantInputs * count);
  const repaid = new Uint8Array(count);
  const group = new Uint8Array(count);
  const others = new Uint8Array(attributes * count);
  for (let i = 0; i < count; i++) {
    const g: 0 | 1 = random.uniform() < groupShare ? 1 : 0;
    group[i] = g;
    // #region excerpt: application
    let sum = constants[g]!;
    for (let k = 0; k < applicantInputs; k++) {
      const x = random.normal() + (k === 0 ? means[g]! : 0);
      inputs[k * count + i] = x;
      sum += strength * directions[g]![k]! * x;
    }
    repaid[i] = Number(random.uniform() < sigmoid(sum));
    // #endregion
    for (let a = 0; a < attributes; a++) others[a * count + i] = random.integer(valuesOfAttribute);
  }
  return { count, inputs, repaid, group, attributes: others };
}
