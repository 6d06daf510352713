/** Lines over the shared time end at the moment; what is planned goes on from there. */
import { marksAt } from "../../marks";
import type { LineChart, Series } from "./model";

function cutSeries(series: Series, count: number): Series {
  if (count >= series.x.length) return series;
  const cut = (values: readonly number[] | undefined) => values?.slice(0, count);
  return {
    ...series,
    x: series.x.slice(0, count),
    y: series.y.slice(0, count),
    low: cut(series.low),
    high: cut(series.high),
    replicas: series.replicas?.map((line) => line.slice(0, count)),
  };
}

/** A plan goes on from the moment; the last value before it holds there. */
function fromMoment(series: Series, moment: number): Series {
  const before = series.x.findLastIndex((x) => x <= moment + 1e-9);
  const rest = <T>(values: readonly T[]) => values.slice(before + 1);
  if (before < 0) return series;
  if (moment >= series.x.at(-1)!) return { ...series, x: [], y: [] };
  return { ...series, x: [moment, ...rest(series.x)], y: [series.y[before]!, ...rest(series.y)] };
}

export const seriesAt = (series: readonly Series[], moment: number): Series[] =>
  series.map((one) => {
    if (one.planned) return fromMoment(one, moment);
    const after = one.x.findIndex((x) => x > moment + 1e-9);
    return after < 0 ? one : cutSeries(one, after);
  });

export function lineChartAt(chart: LineChart, moment: number): LineChart {
  if (!chart.timeline) return chart;
  const series = seriesAt(chart.series, moment);
  return { ...chart, series, ...(chart.marks && { marks: marksAt(chart.marks, moment) }) };
}
