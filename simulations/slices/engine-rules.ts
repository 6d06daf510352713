/**
 * What decides in each group under a policy, chosen on applications whose outcome is known (after Hardt, Price and Srebro 2016).
 *
 * Parity and opportunity need a threshold for each group. Equal odds, where both the true and the false positive rate are alike,
 * need more: the model separates one group better than the other, so that no two thresholds give the same two rates. The better
 * separated group then has some of its decisions drawn by lot.
 */
import type { Policy } from "./knobs";

export interface Scored {
  readonly score: Float64Array;
  readonly repaid: Uint8Array;
  readonly group: Uint8Array;
}

/** What decides in one group: a lot for the share `lot` of the applications, which accepts with chance `accept`; else the threshold. */
export interface Rule {
  readonly threshold: number;
  readonly lot: number;
  readonly accept: number;
}

interface Rates {
  readonly selected: number;
  readonly tpr: number;
  readonly fpr: number;
}

const steps = 400;
const grid = Array.from({ length: steps - 1 }, (_, i) => (i + 1) / steps);
const range = [0, 1] as const;

/** Rates of the groups in `among` at every threshold of the grid. */
function ratesAt({ score, repaid, group }: Scored, among: readonly number[]): Rates[] {
  // Cases by their score's place on the grid; cases above a threshold are those of higher places.
  const positives = new Float64Array(steps + 1);
  const negatives = new Float64Array(steps + 1);
  for (let i = 0; i < score.length; i++) {
    if (!among.includes(group[i]!)) continue;
    const place = Math.min(steps, Math.ceil(score[i]! * steps));
    if (repaid[i] === 1) positives[place]!++;
    else negatives[place]!++;
  }
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const [p, n] = [sum(positives), sum(negatives)];
  let [tp, fp] = [p, n];
  return grid.map((_, i) => {
    tp -= positives[i + 1]! + (i === 0 ? positives[0]! : 0);
    fp -= negatives[i + 1]! + (i === 0 ? negatives[0]! : 0);
    return {
      selected: (tp + fp) / Math.max(1, p + n),
      tpr: tp / Math.max(1, p),
      fpr: fp / Math.max(1, n),
    };
  });
}

/** The place of the smallest cost, the first of several. */
function lowest(cost: (i: number) => number): number {
  let best = 0;
  let least = cost(0);
  for (let i = 1; i < grid.length; i++) {
    const now = cost(i);
    if (now < least - 1e-12) [best, least] = [i, now];
  }
  return best;
}

/** @returns one rule a group. Each brings its group as close as it can to what all together have at `threshold` */
export function rulesOf(policy: Policy, cases: Scored, threshold: number): readonly [Rule, Rule] {
  const plain = (value: number): Rule => ({ threshold: value, lot: 0, accept: 0 });
  if (policy === "one") return [plain(threshold), plain(threshold)];
  const nearest = lowest((i) => Math.abs(grid[i]! - threshold));
  const aim = ratesAt(cases, range)[nearest]!;
  const own = range.map((g) => ratesAt(cases, [g]));
  if (policy === "odds") return oddsRules(own[0]!, own[1]!, aim.selected);
  // #region excerpt: policy
  const key = policy === "parity" ? "selected" : "tpr";
  const choose = (g: 0 | 1) => plain(grid[lowest((i) => Math.abs(own[g]![i]![key] - aim[key]))]!);
  // #endregion
  return [choose(0), choose(1)];
}

/** Both groups at the same true and false positive rate: those of the less well separated group, at about `selected`. */
function oddsRules(larch: readonly Rates[], maple: readonly Rates[], selected: number): readonly [Rule, Rule] {
  const curves = [larch, maple] as const;
  const height = (g: 0 | 1, fpr: number) => curves[g][lowest((i) => Math.abs(curves[g][i]!.fpr - fpr))]!.tpr;
  // Where the less well separated group, at this false positive rate, lets through about as many as before.
  const worse = height(0, 0.3) < height(1, 0.3) ? 0 : 1;
  const at = lowest((i) => Math.abs(curves[worse][i]!.selected - selected));
  const goal = curves[worse][at]!;
  const ruled: Rule = { threshold: grid[at]!, lot: 0, accept: 0 };
  // On the line from a point of the better curve to the lot (d, d) lies the goal, if d is between its two rates.
  const d = (goal.tpr + goal.fpr) / 2;
  const better = curves[1 - worse]!;
  const lotAt = ({ tpr, fpr }: Rates) => {
    const spread = tpr - fpr;
    return spread <= 0 ? 0 : Math.min(1, Math.max(0, 1 - (goal.tpr - goal.fpr) / spread));
  };
  const place = lowest((i) => {
    const lot = lotAt(better[i]!);
    const mixed = (rate: number) => (1 - lot) * rate + lot * d;
    return Math.max(Math.abs(mixed(better[i]!.tpr) - goal.tpr), Math.abs(mixed(better[i]!.fpr) - goal.fpr));
  });
  const drawn: Rule = { threshold: grid[place]!, lot: lotAt(better[place]!), accept: d };
  return worse === 0 ? [ruled, drawn] : [drawn, ruled];
}
