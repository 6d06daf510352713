/** A chart as it stands at a moment: lines over the shared time end there. Table and downloads use the same cut. */
import type { Chart, LineChart, Series, StripChart } from "./model";

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

export function lineChartAt(chart: LineChart, moment: number): LineChart {
  if (!chart.timeline) return chart;
  const series = chart.series.map((one) => {
    if (one.planned) return fromMoment(one, moment);
    const after = one.x.findIndex((x) => x > moment + 1e-9);
    return after < 0 ? one : cutSeries(one, after);
  });
  return { ...chart, series, events: chart.events?.filter((event) => event.x <= moment + 1e-9) };
}

/** Bars of later moments are not there yet. */
export function stripChartAt(chart: StripChart, moment: number): StripChart {
  if (chart.rows.every(({ x }) => (x.at(-1) ?? moment) <= moment)) return chart;
  const rows = chart.rows.map((row) => {
    const after = row.x.findIndex((x) => x > moment + 1e-9);
    return after < 0 ? row : { ...row, x: row.x.slice(0, after), height: row.height.slice(0, after) };
  });
  return { ...chart, rows };
}

export function chartAt(chart: Chart, moment: number): Chart {
  if (chart.kind === "lines") return lineChartAt(chart, moment);
  return chart.kind === "strips" ? stripChartAt(chart, moment) : chart;
}

/** The last moment of the grid that is not after `moment`: playing at half speed shows whole moments. */
export function wholeMoment(moment: number, moments: { min: number; max: number; step: number }): number {
  const steps = Math.floor((moment - moments.min) / moments.step + 1e-9);
  return Math.min(moments.max, Math.max(moments.min, Number((moments.min + steps * moments.step).toPrecision(12))));
}
