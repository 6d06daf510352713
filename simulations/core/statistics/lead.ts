/**
 * Which of several options was cheapest, replica by replica, and whether its lead is more than chance. The only rule for leads and
 * ties: verdict, words, map, tally and summary all ask it.
 *
 *   winners of a replica   every option whose cost is within a millionth of the lowest; two or more are a tie
 *   share of an option     Σ over replicas of 1/(number of winners) where it is one of them: a tie counts in equal parts
 *   leader                 the option with the largest share; none when two have it
 *   p                      exact two-sided sign test against each other option, the largest of them:
 *                          min(1, 2 · P(X ≥ max(a, b))), X ~ Binomial(a + b, ½),
 *                          a = replicas in which the leader is a winner and the other is not, b the reverse
 *                          (Dixon and Mood 1946, The statistical sign test, JASA 41)
 *   beyond chance          p < 0.05; fewer than six replicas can never reach it
 *
 * The options of a replica have seen the same draws, so that replicas may be compared one by one although bands overlap.
 *
 * @example leadOf(tally([[1, 1, 1, 1, 1, 5], [2, 2, 2, 2, 2, 2]])) // leader 0 with 5 to 1, p = 0.21875: no more than chance
 */
import { checkFinite, checkNotEmpty, checkSameLength, checkWholeNumber, type Numbers } from "../check";

/** Chance of calling a lead real where two options are equally good. */
export const leadLevel = 0.05;

/** Costs this close, relative to the lowest, are a tie: single precision does not tell them apart. */
const tieTolerance = 1e-6;

export interface Tally {
  readonly replicas: number;
  /** Per replica: the options with the lowest cost, in order. More than one is a tie. */
  readonly winners: readonly (readonly number[])[];
  /** Per option: replicas won, a tie in equal parts. They add up to `replicas`. */
  readonly shares: readonly number[];
  /** Replicas in which two or more options were cheapest. */
  readonly ties: number;
}

export interface Lead {
  /** Index of the option that leads; undefined where the first place is shared. */
  readonly leader: number | undefined;
  /** All options by share, largest first, options of equal share in their own order. */
  readonly order: readonly number[];
  /** Largest p-value of the sign tests of the leader against each other option; 1 without a leader. */
  readonly pValue: number;
  readonly beyondChance: boolean;
}

/**
 * @param costs [option][replica], lowest wins
 * @throws RangeError when options have unequal numbers of replicas or a cost is not finite
 */
export function tally(costs: readonly Numbers[]): Tally {
  checkNotEmpty("costs", costs);
  const replicas = costs[0]!.length;
  costs.forEach((cost, i) => {
    checkSameLength("costs[0]", costs[0]!, `costs[${i}]`, cost);
  });
  const winners = Array.from({ length: replicas }, (_, r) => {
    const paid = costs.map((cost) => cost[r]!);
    paid.forEach((cost, i) => {
      checkFinite(`costs[${i}][${r}]`, cost);
    });
    const lowest = Math.min(...paid);
    return costs.map((_, i) => i).filter((i) => paid[i]! <= lowest + tieTolerance * Math.abs(lowest));
  });
  return tallyWinners(winners, costs.length);
}

/**
 * The same where the winners of each replica are known already.
 *
 * @param winners per replica: one option, or several that tie
 * @param options how many options there are
 */
export function tallyWinners(winners: readonly (readonly number[])[], options: number): Tally {
  const shares = new Array<number>(options).fill(0);
  winners.forEach((won, r) => {
    checkNotEmpty(`winners[${r}]`, won);
    for (const i of won) {
      checkWholeNumber(`winners[${r}]`, i, 0, options - 1);
      shares[i]! += 1 / won.length;
    }
  });
  return { replicas: winners.length, winners, shares, ties: winners.filter((won) => won.length > 1).length };
}

export function leadOf({ winners, shares }: Tally): Lead {
  const order = shares.map((_, i) => i).sort((a, b) => shares[b]! - shares[a]! || a - b);
  const [first, second] = order;
  const shared = winners.length === 0 || (second !== undefined && shares[first!]! - shares[second]! < 1e-9);
  if (first === undefined || shared) return { leader: undefined, order, pValue: 1, beyondChance: false };
  const pValue = Math.max(0, ...order.slice(1).map((other) => signTest(...apart(winners, first, other))));
  return { leader: first, order, pValue, beyondChance: order.length > 1 && pValue < leadLevel };
}

/** Replicas won by `a` and not by `b`, and the reverse. */
function apart(winners: Tally["winners"], a: number, b: number): [number, number] {
  const only = (one: number, other: number) =>
    winners.filter((won) => won.includes(one) && !won.includes(other)).length;
  return [only(a, b), only(b, a)];
}

/**
 * Chance of a split at least as uneven as `a` to `b` between two options that are equally good.
 *
 * @example signTest(24, 8) // 0.007000…
 */
export function signTest(a: number, b: number): number {
  checkWholeNumber("a", a);
  checkWholeNumber("b", b);
  const n = a + b;
  // Chances of n, n − 1, … heads, each from the one before.
  let chance = 0.5 ** n;
  let tail = 0;
  for (let heads = n; heads >= Math.max(a, b); heads--) {
    tail += chance;
    chance *= heads / (n - heads + 1);
  }
  return Math.min(1, 2 * tail);
}
