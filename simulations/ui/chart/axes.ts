/** Ranges and ticks of a chart's axes, taken from the whole run so that scrubbing does not move them. */
import { digitsOfStep, formatNumber } from "../ink/format";
import type { Axis } from "./base";
import { niceTicks } from "./scale";

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
export function shortTexts(ticks: readonly number[], format?: "percent"): string[] {
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
