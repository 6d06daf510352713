/** Ticks and the way from figures to pixels, shared by every chart so that axes under each other agree to the pixel. */

/**
 * Round numbers from `min` to `max`, about `count` of them and at most one more, 1, 2, 2.5 or 5 times a power of ten apart. (d3-array's
 * ticks know no 2.5, so that 0 to 100 falls into fifths, and give up to seven where four are asked for.)
 */
export function niceTicks(min: number, max: number, count = 4): number[] {
  if (!(max > min)) return [min];
  const rough = (max - min) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++)
    ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

/** Ticks from 0 up an axis so many px high: at most three steps, and never closer than their texts are high. */
export function upwardTicks(max: number, height: number, tickSize: number): number[] {
  const room = Math.floor(height / (tickSize * 1.3));
  const ticks = niceTicks(0, max, Math.max(1, Math.min(3, room)));
  return ticks.length > 1 ? ticks : [0, ...niceTicks(0, max, 2).slice(1).slice(-1)];
}

/** The smallest range with round ends that holds `values`; from zero when nothing is below it. */
export function niceRange(values: readonly number[], given: { min?: number; max?: number }): [number, number] {
  const finite = values.filter(Number.isFinite);
  const low = given.min ?? Math.min(0, ...finite);
  const high = given.max ?? Math.max(low, ...finite);
  if (!(high > low)) return [low, low + 1];
  const ticks = niceTicks(low, high);
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : high - low;
  const from = given.min ?? Math.floor(low / step + 1e-9) * step;
  const to = given.max ?? Math.ceil(high / step - 1e-9) * step;
  return [from, to];
}

/** How an axis spreads its figures: true: equal ratios take equal room; "logit": equal ratios of the odds p/(1 − p). */
export type Spread = boolean | "logit" | undefined;

const spreadOut = (value: number, spread: Spread): number =>
  spread === "logit" ? Math.log(value / (1 - value)) : spread ? Math.log(value) : value;

const drawTogether = (value: number, spread: Spread): number =>
  spread === "logit" ? 1 / (1 + Math.exp(-value)) : spread ? Math.exp(value) : value;

/** Pixel of a figure on an axis from `[min, max]` to `[from, to]`. */
export function project(
  value: number,
  range: readonly [number, number],
  from: number,
  to: number,
  spread?: Spread,
): number {
  const [min, max] = [spreadOut(range[0], spread), spreadOut(range[1], spread)];
  return from + ((spreadOut(value, spread) - min) / (max - min)) * (to - from);
}

/** The figure at a pixel: the way back from `project`. */
export function unproject(
  pixel: number,
  range: readonly [number, number],
  from: number,
  to: number,
  spread?: Spread,
): number {
  const [min, max] = [spreadOut(range[0], spread), spreadOut(range[1], spread)];
  return drawTogether(min + ((pixel - from) / (to - from)) * (max - min), spread);
}
