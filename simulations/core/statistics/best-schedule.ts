/**
 * The schedule that would have been cheapest, found with hindsight by dynamic programming (Bellman 1957).
 *
 * A model made before month i and used in month j costs cost(i, j); making a new one costs `price`. The first model is there
 * already. best(i) = the least cost from month i on with a model made right before it:
 *
 *   best(i) = min over k > i of  cost(i, i) + … + cost(i, k − 1) + (k < months ? price + best(k) : 0)
 *
 * @example bestSchedule(3, (made, used) => used - made, 0.5) // { retrains: [1, 2], total: 1 }
 */
import { checkNotNegative, checkWholeNumber } from "../check";

export interface Schedule {
  /** The months before which a new model is made, rising; month 0 has its model. */
  readonly retrains: readonly number[];
  /** Of use and of making. */
  readonly total: number;
}

export function bestSchedule(months: number, cost: (made: number, used: number) => number, price: number): Schedule {
  checkWholeNumber("months", months, 1);
  checkNotNegative("price", price);
  const best = new Float64Array(months + 1);
  const next = new Int32Array(months);
  for (let made = months - 1; made >= 0; made--) {
    let used = 0;
    best[made] = Number.POSITIVE_INFINITY;
    for (let until = made + 1; until <= months; until++) {
      used += cost(made, until - 1);
      const total = used + (until < months ? price + best[until]! : 0);
      if (total < best[made]!) {
        best[made] = total;
        next[made] = until;
      }
    }
  }
  const retrains: number[] = [];
  for (let at = next[0]!; at < months; at = next[at]!) retrains.push(at);
  return { retrains, total: best[0]! };
}
