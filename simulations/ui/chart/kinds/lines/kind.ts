import { asNumber, markCells, namesOf, percent, withUnit } from "../../cells";
import { cutWords } from "../../cuts";
import type { ChartKind, Figures } from "../../kind";
import { markRows } from "../../marks";
import { lineChartAt } from "./at-moment";
import { seriesCuts } from "./cuts";
import type { LineChart } from "./model";
import { valueAxisOf } from "./value-axis";

function figures(chart: LineChart): Figures[] {
  const as = (value: number | undefined) => (chart.y.format === "percent" ? percent(value) : value);
  return [
    ...chart.series.flatMap((one): Figures[] => {
      const name = one.planned ? `${one.label} (planned)` : one.label;
      const own = one.x.map((x, i) => ({
        series: name,
        x,
        value: as(one.y[i]),
        low: as(one.low?.[i]),
        high: as(one.high?.[i]),
      }));
      const each = (one.replicas ?? []).flatMap((line, replica) =>
        line.map((value, i) => ({ series: name, x: one.x[i], value: as(value), replica: replica + 1 })),
      );
      return [...own, ...each];
    }),
    ...markRows(chart.marks).map(({ label, x, value }) => ({ series: label, x, value: as(value) })),
  ];
}

export const lines: ChartKind<LineChart> = {
  sentence: (chart) => `${chart.title}, ${chart.unit}. Its values are under Table.`,
  tables(chart, pinned) {
    const banded = [chart, ...pinned].some((one) => one.series.some((series) => series.low && series.high));
    const names = namesOf(chart);
    const columns = [chart.x.label, "line", ...(banded ? [names.value, names.low, names.high] : ["value"])];
    const cell = (value: number | undefined) => asNumber(value, chart.digits, chart.y.format);
    const rowsOf = (one: LineChart, suffix: string) =>
      one.series.flatMap((series) =>
        series.x.map((x, i) => {
          const row = [x, `${series.label}${suffix}`, cell(series.y[i])];
          return banded ? [...row, cell(series.low?.[i]), cell(series.high?.[i])] : row;
        }),
      );
    const suffix = (i: number) => (pinned.length > 1 ? `, pinned ${i + 1}` : ", pinned");
    return [
      {
        caption: withUnit(chart),
        columns,
        rows: [
          ...rowsOf(chart, ""),
          ...pinned.flatMap((one, i) => rowsOf(one, suffix(i))),
          ...markCells(chart, columns.length, chart.y.format),
        ],
      },
    ];
  },
  figures,
  beyond(chart, pinned) {
    const all = [chart, ...pinned];
    const { range } = valueAxisOf(all);
    const reading = { digits: chart.digits, format: chart.y.format };
    return cutWords(all.flatMap(({ series }) => seriesCuts(series, range, reading)));
  },
  load: () => import("./draw"),
  timed: ({ timeline, height }) => (timeline ? (height === "low" ? "low" : "plot") : undefined),
  at: lineChartAt,
  range: (chart, pinned) => ({ y: valueAxisOf([chart, ...pinned]).range }),
  onRange: (chart, { y }) => ({ ...chart, y: { ...chart.y, min: y[0], max: y[1], held: true } }),
  compared: "drawn",
};
