/** A day's inputs with the faults of that day in them, and what the parts that read inputs make of them. */
import { DEFAULT_ZERO_FILL, psiFromProportions } from "../core/statistics/psi";
import { columnCount, columns, type Fault, requestsADay } from "../core/worlds/parts";

const psiLimit = 0.25;
const bins = 10;
const squareFeet = 10.76;
const byRoad = 1.4;

/** The column that a fault changes; −1: none. */
export const touches = ({ name, column }: Fault): number =>
  name === "unit" ? 0 : name === "null" ? column : name === "skew" ? 4 : -1;

/** Changes a day's inputs in place. Two faults of one kind in one column change it once. */
export function damage(x: Float32Array, faults: readonly Fault[]): void {
  const done = new Set<string>();
  for (const fault of faults) {
    const column = touches(fault);
    const key = `${fault.name} ${column}`;
    if (column < 0 || done.has(key)) continue;
    done.add(key);
    // #region excerpt: damage
    const factor = fault.name === "unit" ? squareFeet : fault.name === "null" ? 0 : byRoad;
    for (let i = 0; i < requestsADay; i++) x[i * columnCount + column]! *= factor;
    // #endregion
  }
}

/**
 * Data verification: a column that is 0 throughout, or of which a quarter lies more than five standard deviations above its mean.
 * Its values are replaced by the mean in training.
 * @returns the columns that failed
 */
export function verify(x: Float32Array): number[] {
  const failed: number[] = [];
  for (let c = 0; c < columnCount; c++) {
    const { mean, sd } = columns[c]!;
    let empty = 0;
    let outside = 0;
    for (let i = 0; i < requestsADay; i++) {
      const value = x[i * columnCount + c]!;
      if (value === 0) empty++;
      if (value > mean + 5 * sd) outside++;
    }
    if (empty < requestsADay && outside < requestsADay / 4) continue;
    failed.push(c);
    for (let i = 0; i < requestsADay; i++) x[i * columnCount + c] = mean;
  }
  return failed;
}

/** Upper edges of ten equal shares of a normal distribution. */
const deciles = [-1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816];
const even = new Array<number>(bins).fill(1 / bins);

/** Counts of a day, [column, bin]. */
export function binned(x: Float32Array): Float64Array {
  const out = new Float64Array(columnCount * bins);
  for (let i = 0; i < requestsADay; i++)
    for (let c = 0; c < columnCount; c++) {
      const { mean, sd } = columns[c]!;
      const z = (x[i * columnCount + c]! - mean) / sd;
      let bin = 0;
      while (bin < bins - 1 && z > deciles[bin]!) bin++;
      out[c * bins + bin]!++;
    }
  return out;
}

/** Whether a column's PSI over these days lies above the usual limit. */
export function isFar(counts: readonly Float64Array[], column: number): boolean {
  const shares = even.map(
    (_, b) => counts.reduce((sum, day) => sum + day[column * bins + b]!, 0) / (counts.length * requestsADay),
  );
  return psiFromProportions(even, shares, DEFAULT_ZERO_FILL) > psiLimit;
}
