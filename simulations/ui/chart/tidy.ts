/**
 * Charts → one tidy table at full precision: a row a figure, the same columns whatever the chart, so that `read_csv` and a
 * spreadsheet's import take it as it is. The settings stand in a column of their own: files of several runs can be put one
 * under the other and still be told apart, and a line of comment before the head would break both readers.
 */
import { chartAt } from "./at-moment";
import type { BarChart, Chart, IntervalChart, LineChart, ScatterChart, StripChart } from "./model";

export const tidyColumns = ["chart", "series", "x", "value", "low", "high", "replica", "unit", "settings"] as const;

export interface TidyRow {
  readonly chart: string;
  readonly series: string;
  readonly x?: number | undefined;
  readonly value?: number | undefined;
  /** Ends of the band or interval; the unit says which. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** From 1 on; none: the row speaks of all replicas. */
  readonly replica?: number | undefined;
  readonly unit: string;
}

type Figures = Omit<TidyRow, "chart" | "unit">;

/** A share as the percentage that the chart's unit speaks of, without the dust of the multiplication. */
const percent = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number((value * 100).toPrecision(15));

function lineFigures({ series, limits = [], events = [], y }: LineChart): Figures[] {
  const as = (value: number | undefined) => (y.format === "percent" ? percent(value) : value);
  return [
    ...series.flatMap((one): Figures[] => {
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
    ...limits.map((limit) => ({ series: limit.label, value: as(limit.y) })),
    ...events.map((event) => ({ series: event.label, x: event.x, value: as(event.y) })),
  ];
}

function scatterFigures({ points, lines = [], surface }: ScatterChart): Figures[] {
  return [
    ...[...points, ...lines].flatMap(({ label, x, y }) => x.map((at, i) => ({ series: label, x: at, value: y[i] }))),
    ...(surface?.z.flatMap((row, j) =>
      row.map((value, i) => ({ series: `${surface.label}, at ${surface.y[j]}`, x: surface.x[i], value })),
    ) ?? []),
  ];
}

const stripFigures = ({ rows }: StripChart): Figures[] =>
  rows.flatMap(({ label, x, height }) => x.map((at, i) => ({ series: label, x: at, value: height[i] })));

const intervalFigures = ({ rows, limits = [] }: IntervalChart): Figures[] => [
  ...rows.flatMap(({ label, low, middle, high, beside }) => [
    { series: label, value: middle, low, high },
    ...(beside ? [{ series: `${label}, ${beside.label}`, value: beside.at }] : []),
  ]),
  ...limits.map(({ label, x }) => ({ series: label, value: x })),
];

function barFigures({ bars, marks, y }: BarChart): Figures[] {
  const as = (value: number | undefined) => (y.format === "percent" ? percent(value) : value);
  return [
    // A bar stands from its x to the next one's.
    ...bars.map(({ from, height, low, high }) => ({
      series: "bars",
      x: from,
      value: as(height),
      low: as(low),
      high: as(high),
    })),
    ...marks.map(({ label, x }) => ({ series: label, x })),
  ];
}

function figuresOf(chart: Chart): Figures[] {
  switch (chart.kind) {
    case "lines":
      return lineFigures(chart);
    case "scatter":
      return scatterFigures(chart);
    case "strips":
      return stripFigures(chart);
    case "intervals":
      return intervalFigures(chart);
    case "bars":
      return barFigures(chart);
    case "histograms":
      return chart.groups.flatMap(({ label, shares }) =>
        shares.map((value, bin) => ({ series: label, x: chart.edges[bin], value })),
      );
  }
}

/** Every figure of the charts as they stand at `moment`. */
export function tidyRows(charts: readonly Chart[], moment = Number.POSITIVE_INFINITY): TidyRow[] {
  return charts
    .map((chart) => chartAt(chart, moment))
    .flatMap((chart) => figuresOf(chart).map((figures) => ({ chart: chart.title, unit: chart.unit, ...figures })));
}

/** Settings as one text without a comma: "world=houses strength=2 seed=7". */
export const settingsText = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

const cellOf = (cell: string | number | undefined): string => {
  if (cell === undefined || (typeof cell === "number" && !Number.isFinite(cell))) return "";
  if (typeof cell === "number") return String(cell);
  // A spreadsheet would run a text that starts like a formula.
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One CSV text of one or more runs, each with its settings. */
export function tidyCsv(runs: readonly { readonly settings: string; readonly rows: readonly TidyRow[] }[]): string {
  const lines = runs.flatMap(({ settings, rows }) =>
    rows.map((row) => tidyColumns.map((name) => cellOf(name === "settings" ? settings : row[name])).join(",")),
  );
  return [tidyColumns.join(","), ...lines, ""].join("\r\n");
}
