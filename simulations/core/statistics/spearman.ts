/**
 * Rank correlation (Spearman 1904): Pearson's correlation of the ranks, equal values sharing the mean of their ranks. 1: the same
 * order, −1: the reverse. Where one side has no order at all (all its values are equal) it is 0.
 *
 * @example spearman([1, 2, 3, 4], [1, 3, 2, 4]) // 0.8
 */
import { checkFinite, checkSameLength, type Numbers } from "../check";

/** 0 for the lowest; equal values share the mean of their ranks. */
export function ranksOf(values: Numbers): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}

/** @throws RangeError when lengths differ, there are fewer than two pairs or a value is not finite */
export function spearman(x: Numbers, y: Numbers): number {
  checkSameLength("x", x, "y", y);
  if (x.length < 2) throw new RangeError(`x must hold at least two values, got ${x.length}`);
  for (let i = 0; i < x.length; i++) {
    checkFinite(`x[${i}]`, x[i]!);
    checkFinite(`y[${i}]`, y[i]!);
  }
  const a = ranksOf(x);
  const b = ranksOf(y);
  // Whatever the ties, the mean rank is the same.
  const mean = (x.length - 1) / 2;
  let [products, squaresA, squaresB] = [0, 0, 0];
  a.forEach((rank, i) => {
    products += (rank - mean) * (b[i]! - mean);
    squaresA += (rank - mean) ** 2;
    squaresB += (b[i]! - mean) ** 2;
  });
  return squaresA > 0 && squaresB > 0 ? products / Math.sqrt(squaresA * squaresB) : 0;
}
