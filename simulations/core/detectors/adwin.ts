/**
 * Adaptive windowing (Bifet and Gavaldà 2007): keeps a window of recent values and drops its old part as soon as two parts
 * of it have means too different to come from one stream.
 *
 *   cut when |mean₀ − mean₁| > √(2 m (V/W) L) + (2/3) m L,  L = ln(2 ln(W)/δ),  m = 1/(n₀ − min + 1) + 1/(n₁ − min + 1)
 *
 * The window lives in an exponential histogram: rows of at most `maxBuckets` buckets, row i holding buckets of 2^i values, so
 * W values cost O(log W) memory, one insertion O(1) amortised and one check O(log W). V is the sum of squared deviations
 * of the whole window, kept up to date by the pairwise formula (Chan, Golub and LeVeque 1983).
 *
 * @example driftPositions(createAdwin(), [...Array(100).fill(0), ...Array(100).fill(1)]) // [127]
 */
import { checkFinite, checkOpenProbability, checkWholeNumber } from "../check";
import type { DriftDetector } from "./detector";

export interface AdwinParams {
  /** Bound on the chance of a false cut at one check. */
  delta?: number;
  /** A check every this many values. */
  clock?: number;
  maxBuckets?: number;
  /** Both parts of a cut hold at least this many values. */
  minWindowLength?: number;
  /** No check while the window holds no more values than this. */
  gracePeriod?: number;
}

export interface Adwin extends DriftDetector {
  /** Values in the window. */
  readonly width: number;
  readonly total: number;
  /** V, not divided by the width. */
  readonly sumOfSquaredDeviations: number;
  readonly mean: number;
}

/** Buckets of one size, oldest first: the sum of their values and of their squared deviations. */
interface Row {
  totals: number[];
  deviations: number[];
}

/** Between-part share of the squared deviations when parts of n and m values are joined. */
const between = (n: number, meanN: number, m: number, meanM: number) => (n * m * (meanN - meanM) ** 2) / (n + m);

export function createAdwin({
  delta = 0.002,
  clock = 32,
  maxBuckets = 5,
  minWindowLength = 5,
  gracePeriod = 10,
}: AdwinParams = {}): Adwin {
  checkOpenProbability("delta", delta);
  checkWholeNumber("clock", clock, 1);
  checkWholeNumber("maxBuckets", maxBuckets, 1);
  checkWholeNumber("minWindowLength", minWindowLength, 1);
  checkWholeNumber("gracePeriod", gracePeriod);
  let rows: Row[] = [{ totals: [], deviations: [] }];
  let ticks = 0;
  let width = 0;
  let total = 0;
  let deviations = 0;

  function insert(value: number): void {
    if (width > 0) deviations += between(width, total / width, 1, value);
    width++;
    total += value;
    rows[0]!.totals.push(value);
    rows[0]!.deviations.push(0);
    for (let i = 0; rows[i]!.totals.length > maxBuckets; i++) mergeOldestPair(i);
  }

  function mergeOldestPair(i: number): void {
    const row = rows[i]!;
    const size = 2 ** i;
    if (i + 1 === rows.length) rows.push({ totals: [], deviations: [] });
    const next = rows[i + 1]!;
    const first = row.totals.shift()!;
    const second = row.totals.shift()!;
    const within = row.deviations.shift()! + row.deviations.shift()!;
    next.totals.push(first + second);
    next.deviations.push(within + between(size, first / size, size, second / size));
  }

  function dropOldestBucket(): void {
    const i = rows.length - 1;
    const size = 2 ** i;
    const bucketTotal = rows[i]!.totals.shift()!;
    const within = rows[i]!.deviations.shift()!;
    width -= size;
    total -= bucketTotal;
    deviations -= within + between(size, bucketTotal / size, width, total / width);
    if (rows[i]!.totals.length === 0) rows.pop();
  }

  function cutFound(): boolean {
    const logTerm = Math.log((2 * Math.log(width)) / delta);
    // Rounding can leave a constant window a hair below 0.
    const variance = Math.max(0, deviations) / width;
    let n0 = 0;
    let total0 = 0;
    for (let i = rows.length - 1; i >= 0; i--) {
      const size = 2 ** i;
      const { totals } = rows[i]!;
      for (let k = 0; k < totals.length; k++) {
        n0 += size;
        total0 += totals[k]!;
        const n1 = width - n0;
        if (n1 < minWindowLength) return false;
        if (n0 < minWindowLength) continue;
        const m = 1 / (n0 - minWindowLength + 1) + 1 / (n1 - minWindowLength + 1);
        const bound = Math.sqrt(2 * m * variance * logTerm) + (2 / 3) * m * logTerm;
        if (Math.abs(total0 / n0 - (total - total0) / n1) > bound) return true;
      }
    }
    return false;
  }

  const detector = {
    drift: false,
    update(value: number): boolean {
      checkFinite("value", value);
      if (detector.drift) {
        rows = [{ totals: [], deviations: [] }];
        ticks = width = total = deviations = 0;
        detector.drift = false;
      }
      insert(value);
      ticks++;
      if (ticks % clock !== 0 || width <= gracePeriod) return false;
      while (cutFound()) {
        dropOldestBucket();
        detector.drift = true;
      }
      return detector.drift;
    },
    get width() {
      return width;
    },
    get total() {
      return total;
    },
    get sumOfSquaredDeviations() {
      return deviations;
    },
    get mean() {
      return width === 0 ? Number.NaN : total / width;
    },
  };
  return detector;
}
