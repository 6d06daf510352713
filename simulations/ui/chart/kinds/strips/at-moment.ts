import type { StripChart } from "./model";

/** Bars of later moments are not there yet. */
export function stripChartAt(chart: StripChart, moment: number): StripChart {
  if (chart.rows.every(({ x }) => (x.at(-1) ?? moment) <= moment)) return chart;
  const rows = chart.rows.map((row) => {
    const after = row.x.findIndex((x) => x > moment + 1e-9);
    return after < 0 ? row : { ...row, x: row.x.slice(0, after), height: row.height.slice(0, after) };
  });
  return { ...chart, rows };
}
