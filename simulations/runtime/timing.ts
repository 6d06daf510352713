/**
 * How long a model takes to answer, by this device's clock: the one thing here that is never the same twice. It is no part of
 * frames, links or the command line, and the page says that it was measured.
 *
 * A browser's clock may be as coarse as a millisecond, longer than one answer of a small model takes. So a measurement is a
 * row of answers that lasts long enough to be read off, divided by their number.
 */

/** A model to be timed. */
export interface Timed {
  /** What is timed, as read after "measured on", e.g. "a network of 145 inputs and 16 hidden units". */
  readonly what: string;
  /** Answers `size` requests in one batch. */
  readonly answer: (size: number) => void;
}

export interface BatchTiming {
  /** Requests in a batch. */
  readonly size: number;
  /** How often it was measured. */
  readonly measurements: number;
  /** Batches in a row in each measurement. */
  readonly row: number;
  /** Of one batch, in ms: median and 95th percentile of the measurements. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Requests answered a second, over all measurements. */
  readonly perSecond: number;
}

export interface Timing {
  readonly what: string;
  readonly batches: readonly BatchTiming[];
}

export const batchSizes = [1, 32] as const;

const MOST_MEASUREMENTS = 60;
const FEWEST_MEASUREMENTS = 5;
/** ms for all measurements of one batch size, about. */
const BUDGET_MS = 2000;
/** ms before the first measurement, for the compilers to settle. */
const WARM_UP_MS = 120;
const MOST_IN_A_ROW = 4096;

/** How long a measurement should last: 2 ms, or twenty steps of the clock, or five where one step is long. */
const lengthMs = (step: number): number => Math.max(2, 5 * step, Math.min(20 * step, 100));

/** The smallest step seen on a clock, in ms. */
export function clockStep(now: () => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const from = now();
    let to = from;
    while (to === from) to = now();
    least = Math.min(least, to - from);
  }
  return least;
}

const sortedAt = (sorted: readonly number[], q: number): number => {
  const position = q * (sorted.length - 1);
  const low = sorted[Math.floor(position)]!;
  return low + (sorted[Math.ceil(position)]! - low) * (position - Math.floor(position));
};

/**
 * @param now a clock in ms, such as performance.now
 * @param breathe taken between measurements, so that "stop" is heard
 */
export async function timeModel(
  { what, answer }: Timed,
  now: () => number,
  breathe: () => Promise<void>,
): Promise<Timing> {
  const step = clockStep(now);
  const batches: BatchTiming[] = [];
  for (const size of batchSizes) batches.push(await timeBatches(size, answer, now, step, breathe));
  return { what, batches };
}

async function timeBatches(
  size: number,
  answer: Timed["answer"],
  now: () => number,
  step: number,
  breathe: () => Promise<void>,
): Promise<BatchTiming> {
  const lasting = (row: number): number => {
    const from = now();
    for (let k = 0; k < row; k++) answer(size);
    return now() - from;
  };
  for (const began = now(); now() - began < WARM_UP_MS; ) answer(size);
  // What else the device does makes a row last longer, never shorter: the shortest of three is the one to go by.
  const shortest = (row: number): number => Math.min(lasting(row), lasting(row), lasting(row));
  let row = 1;
  let length = shortest(row);
  while (length < lengthMs(step) && row < MOST_IN_A_ROW) {
    row *= 2;
    await breathe();
    length = shortest(row);
  }
  const affordable = Math.floor(BUDGET_MS / Math.max(length, step));
  const measurements = Math.min(MOST_MEASUREMENTS, Math.max(FEWEST_MEASUREMENTS, affordable));
  const each: number[] = [];
  for (let i = 0; i < measurements; i++) {
    await breathe();
    each.push(lasting(row) / row);
  }
  const total = each.reduce((sum, ms) => sum + ms, 0);
  each.sort((a, b) => a - b);
  return {
    size,
    measurements,
    row,
    medianMs: sortedAt(each, 0.5),
    p95Ms: sortedAt(each, 0.95),
    perSecond: (1000 * size * measurements) / total,
  };
}
