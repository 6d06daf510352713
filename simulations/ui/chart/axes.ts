/** Ranges and ticks of a chart's axes, taken from the whole run so that scrubbing does not move them. */
import { digitsOfStep, formatNumber } from "../ink/format";
import type { Axis, LineChart } from "./model";
import { roundUp } from "./round-up";
import { niceRange, niceTicks } from "./scale";

export interface DrawnAxis {
  readonly range: readonly [number, number];
  readonly ticks: readonly number[];
  readonly texts: readonly string[];
  /** Equal ratios take equal room. */
  readonly log?: true;
}

function textsOf(ticks: readonly number[], format?: "percent"): string[] {
  const scale = format === "percent" ? 100 : 1;
  const step = ticks.length > 1 ? Math.min(...ticks.slice(1).map((tick, i) => Math.abs(tick - ticks[i]!))) : 1;
  const digits = digitsOfStep(Number((step * scale).toPrecision(6)));
  return ticks.map((tick) => formatNumber(tick * scale, digits));
}

/** Long numbers have no room beside the y axis: 20,000 is read as 20k. */
function shortTexts(ticks: readonly number[], format?: "percent"): string[] {
  const texts = textsOf(ticks, format);
  return ticks.map((tick, i) =>
    Math.abs(tick) < 1000 ? texts[i]! : `${formatNumber(tick / 1000, digitsOfStep(tick / 1000))}k`,
  );
}

export function axisOf(axis: Axis): DrawnAxis {
  if (axis.log) return logAxisOf(axis);
  const ticks = axis.ticks ?? niceTicks(axis.min, axis.max);
  return { range: [axis.min, axis.max], ticks, texts: textsOf(ticks) };
}

/** Powers of ten unless ticks are given, each with the digits it needs. */
function logAxisOf(axis: Axis): DrawnAxis {
  const [from, to] = [Math.log10(axis.min), Math.log10(axis.max)];
  const powers = Array.from({ length: Math.floor(to + 1e-9) - Math.ceil(from - 1e-9) + 1 }, (_, i) =>
    Number((10 ** (Math.ceil(from - 1e-9) + i)).toPrecision(12)),
  );
  const ticks = axis.ticks ?? powers;
  return {
    range: [axis.min, axis.max],
    ticks,
    texts: ticks.map((tick) => formatNumber(tick, digitsOfStep(tick))),
    log: true,
  };
}

/** The y axis of a line chart and of the pinned runs drawn with it. */
export function valueAxisOf(charts: readonly LineChart[]): DrawnAxis {
  const [first] = charts;
  // A pinned run may need more room than the reader's own.
  const highest = charts.map(({ y }) => y.max ?? Number.NaN).filter(Number.isFinite);
  if (first?.y.held) {
    const range = [first.y.min!, first.y.max!] as const;
    const ticks = first.y.ticks ?? niceTicks(range[0], range[1]);
    return { range, ticks, texts: shortTexts(ticks, first.y.format) };
  }
  const given = { ...first?.y, ...(first?.y.max !== undefined && { max: Math.max(...highest) }) };
  const series = charts.reduce((sum, chart) => sum + chart.series.length, 0);
  const values = charts.flatMap((chart) => [
    ...chart.series.flatMap((series) => [...series.y, ...(series.low ?? []), ...(series.high ?? [])]),
    ...(chart.limits ?? []).map((limit) => limit.y),
  ]);
  // Room for what may come is given up when less than half of it is used; a scale with its own ticks is a fixed one.
  const highestDrawn = Math.max(...values.filter(Number.isFinite));
  const [least = 0] = [given.min];
  if (
    !given.ticks &&
    given.max !== undefined &&
    series > 0 &&
    highestDrawn > least &&
    highestDrawn - least < 0.6 * (given.max - least)
  )
    given.max = Math.min(given.max, least + roundUp((highestDrawn - least) * 1.08));
  const range = niceRange(values, given);
  const ticks = given.ticks ?? niceTicks(range[0], range[1]);
  return { range, ticks, texts: shortTexts(ticks, given.format) };
}
