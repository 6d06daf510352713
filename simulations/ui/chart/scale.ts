/** Ticks and the way from figures to pixels, shared by every chart so that axes under each other agree to the pixel. */

/** Round numbers from `min` to `max`, about `count` of them, 1, 2, 2.5 or 5 times a power of ten apart. */
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

/** Pixel of a figure on an axis from `[min, max]` to `[from, to]`. `log`: equal ratios take equal room. */
export function project(
  value: number,
  range: readonly [number, number],
  from: number,
  to: number,
  log?: boolean,
): number {
  if (log) return project(Math.log(value), [Math.log(range[0]), Math.log(range[1])], from, to);
  return from + ((value - range[0]) / (range[1] - range[0])) * (to - from);
}
