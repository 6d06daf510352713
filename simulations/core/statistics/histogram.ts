/**
 * Bins of equal width over the range of a sample, and counts in them.
 *
 *   Sturges (1926): log₂ n + 1 bins;  Doane (1976): 1 + log₂ n + log₂(1 + |g₁|/σ(g₁)) with the skewness g₁,
 *   σ(g₁) = √(6(n − 2)/((n + 1)(n + 3)));  the width is range / bins, the number of bins is rounded up.
 *
 * Bins are half-open [a, b), the last one is closed.
 *
 * @example histogram([1, 2, 3, 4], histogramEdges([1, 2, 3, 4], "sturges")).join() // "1,1,2"
 */
import { checkAllFinite, checkNotEmpty, checkOneOf, type Numbers } from "../check";

export type BinRule = "sturges" | "doane";

function binsWanted(values: Numbers, rule: BinRule): number {
  const n = values.length;
  const sturges = Math.log2(n) + 1;
  if (rule === "sturges") return sturges;
  const list = Array.from(values);
  const mean = list.reduce((sum, x) => sum + x, 0) / n;
  const sd = Math.sqrt(list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n);
  if (n <= 2 || sd === 0) return 1;
  const skewness = list.reduce((sum, x) => sum + ((x - mean) / sd) ** 3, 0) / n;
  return sturges + Math.log2(1 + Math.abs(skewness) / Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3))));
}

/** Edges from the smallest to the largest value; a constant sample gets one bin of width 1 around it. */
export function histogramEdges(values: Numbers, rule: BinRule): number[] {
  checkOneOf("rule", rule, ["sturges", "doane"]);
  checkNotEmpty("values", values);
  checkAllFinite("values", values);
  let low = values[0]!;
  let high = values[0]!;
  for (let i = 1; i < values.length; i++) {
    if (values[i]! < low) low = values[i]!;
    if (values[i]! > high) high = values[i]!;
  }
  if (low === high) return [low - 0.5, high + 0.5];
  const width = (high - low) / binsWanted(values, rule);
  const bins = Math.ceil((high - low) / width);
  const step = (high - low) / bins;
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + i * step));
}

/** Counts between rising edges; values outside the range are not counted. */
export function histogram(values: Numbers, edges: Numbers): number[] {
  if (edges.length < 2) throw new RangeError(`edges must hold at least two values, got ${edges.length}`);
  const last = edges.length - 1;
  for (let i = 1; i <= last; i++) {
    if (!(edges[i]! >= edges[i - 1]!)) {
      throw new RangeError(`edges[${i}] must be at least edges[${i - 1}] = ${edges[i - 1]}, got ${edges[i]}`);
    }
  }
  const counts = new Array<number>(last).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= edges[0]! && value <= edges[last]!)) continue;
    let low = 0;
    let high = last - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (edges[middle]! <= value) low = middle;
      else high = middle - 1;
    }
    counts[low] = counts[low]! + 1;
  }
  return counts;
}
