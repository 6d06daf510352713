/**
 * Labels at the ends of lines, pushed apart: each as near to its line as the others allow.
 *
 * Least squares under the order constraint: with gap g, y_i − i·g must not decrease; pool adjacent violators
 * (Ayer, Brunk, Ewing, Reid and Silverman 1955) solves it exactly.
 *
 * @example pushApart([10, 12], 20, 0, 100) // [1, 21]
 */
export function pushApart(wanted: readonly number[], gap: number, min: number, max: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const pools: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    pools.push({ sum: wanted[index]! - rank * gap, count: 1 });
    for (;;) {
      const last = pools.at(-1)!;
      const previous = pools.at(-2);
      if (!previous || previous.sum / previous.count <= last.sum / last.count) break;
      pools.pop();
      previous.sum += last.sum;
      previous.count += last.count;
    }
  });
  const placed = new Array<number>(wanted.length);
  const lowest = min;
  const highest = max - (wanted.length - 1) * gap;
  let rank = 0;
  for (const pool of pools) {
    // When there is not room for all, the top one keeps its place and the rest run over the lower edge.
    const start = Math.max(lowest, Math.min(highest, pool.sum / pool.count));
    for (let i = 0; i < pool.count; i++) {
      placed[order[rank]!] = start + rank * gap;
      rank++;
    }
  }
  return placed;
}
