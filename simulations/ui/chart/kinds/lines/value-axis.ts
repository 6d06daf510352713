import { type DrawnAxis, shortTexts } from "../../axes";
import { markValues } from "../../marks";
import { roundUp } from "../../round-up";
import { niceRange, niceTicks } from "../../scale";
import type { LineChart } from "./model";

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
    ...markValues(chart.marks),
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
