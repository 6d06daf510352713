/**
 * Charts → tables: every figure that is drawn, one row a point, rounded as labels and words are, for the table view.
 */
import { formatNumber, roundTo } from "../ink/format";
import { chartAt } from "./at-moment";
import { histogramTables } from "./kinds/histograms/table";
import type { BarChart, Chart, IntervalChart, LineChart, ScatterChart, StripChart, Table } from "./model";

const asNumber = (value: number | undefined, digits: number, format?: "percent"): number | string => {
  const rounded = roundTo(value ?? Number.NaN, digits, format);
  return Number.isNaN(rounded) ? "" : rounded;
};

function withUnit(chart: Chart): string {
  return `${chart.title} (${chart.unit})`;
}

function lineTable(chart: LineChart, pinned: readonly LineChart[]): Table {
  const banded = [chart, ...pinned].some((one) => one.series.some((series) => series.low && series.high));
  const rowsOf = (one: LineChart, suffix: string) =>
    one.series.flatMap((series) =>
      series.x.map((x, i) => {
        const cell = (value: number | undefined) => asNumber(value, chart.digits, chart.y.format);
        const row = [x, `${series.label}${suffix}`, cell(series.y[i])];
        return banded ? [...row, cell(series.low?.[i]), cell(series.high?.[i])] : row;
      }),
    );
  const suffix = (i: number) => (pinned.length > 1 ? `, pinned ${i + 1}` : ", pinned");
  const limits = (chart.limits ?? []).map((limit) => {
    const row = ["", limit.label, asNumber(limit.y, chart.digits, chart.y.format)];
    return banded ? [...row, "", ""] : row;
  });
  const events = (chart.events ?? []).map((event) => {
    const row = [event.x, event.label, asNumber(event.y, chart.digits, chart.y.format)];
    return banded ? [...row, "", ""] : row;
  });
  return {
    caption: withUnit(chart),
    columns: [chart.x.label, "line", ...(banded ? (chart.columns ?? ["median", "10 %", "90 %"]) : ["value"])],
    rows: [...rowsOf(chart, ""), ...pinned.flatMap((one, i) => rowsOf(one, suffix(i))), ...limits, ...events],
  };
}

function scatterTables(chart: ScatterChart): Table[] {
  const columns = ["shown as", chart.x.label, chart.y.label];
  const rowsOf = (group: { label: string; x: readonly number[]; y: readonly number[] }) =>
    group.x.map((x, i) => [group.label, asNumber(x, chart.digits), asNumber(group.y[i], chart.digits)]);
  const tables: Table[] = [
    { caption: withUnit(chart), columns, rows: [...chart.points, ...(chart.lines ?? [])].flatMap(rowsOf) },
  ];
  const { surface } = chart;
  if (surface)
    tables.push({
      caption: `${chart.title}: ${surface.label}`,
      columns: [chart.x.label, chart.y.label, "value"],
      rows: surface.z.flatMap((row, j) =>
        row.map((z, i) => [asNumber(surface.x[i], 3), asNumber(surface.y[j], 3), asNumber(z, 3)]),
      ),
    });
  return tables;
}

const stripTable = (chart: StripChart): Table => ({
  caption: withUnit(chart),
  columns: [chart.x.label, "row", "height"],
  rows: chart.rows.flatMap((row) => row.x.map((x, i) => [x, row.label, asNumber(row.height[i], 3)])),
});

const namesOf = ({ columns: [value, low, high] = ["median", "10 %", "90 %"] }: Chart) => ({ value, low, high });

const intervalTable = (chart: IntervalChart): Table => ({
  caption: withUnit(chart),
  columns: [chart.x.label || "shown", namesOf(chart).low, namesOf(chart).value, namesOf(chart).high],
  rows: [
    ...chart.rows.flatMap((row) => [
      [
        row.label,
        asNumber(row.low, chart.digits),
        asNumber(row.middle, chart.digits),
        asNumber(row.high, chart.digits),
      ],
      ...(row.pinned ?? []).map((pin) => [
        `${row.label}, ${pin.label}`,
        asNumber(pin.low, chart.digits),
        asNumber(pin.middle, chart.digits),
        asNumber(pin.high, chart.digits),
      ]),
      ...(row.beside ? [[`${row.label}, ${row.beside.label}`, "", asNumber(row.beside.at, chart.digits), ""]] : []),
    ]),
    ...(chart.limits ?? []).map((limit) => [limit.label, "", asNumber(limit.x, chart.digits), ""]),
  ],
});

function barTable(chart: BarChart): Table {
  const banded = chart.bars.some((bar) => bar.low !== undefined && bar.high !== undefined);
  const cell = (value: number | undefined) => asNumber(value, chart.digits, chart.y.format);
  return {
    caption: withUnit(chart),
    columns: [
      `${chart.x.label}, from`,
      "to",
      ...(banded ? [namesOf(chart).value, namesOf(chart).low, namesOf(chart).high] : ["share"]),
    ],
    rows: [
      ...chart.bars.map((bar) => {
        const row = [asNumber(bar.from, 2), asNumber(bar.to, 2), cell(bar.height)];
        return banded ? [...row, cell(bar.low), cell(bar.high)] : row;
      }),
      ...chart.marks.map((mark) => [asNumber(mark.x, 2), mark.label, "", ...(banded ? ["", ""] : [])]),
    ],
  };
}

/** A chart's figures as it is drawn at `moment`; pinned runs follow the reader's own. */
export function tablesOf(
  whole: Chart,
  moment = Number.POSITIVE_INFINITY,
  pinned: readonly LineChart[] = [],
): readonly Table[] {
  const chart = chartAt(whole, moment);
  switch (chart.kind) {
    case "lines":
      return [
        lineTable(
          chart,
          pinned.map((one) => chartAt(one, moment) as LineChart),
        ),
      ];
    case "scatter":
      return scatterTables(chart);
    case "strips":
      return [stripTable(chart)];
    case "intervals":
      return [intervalTable(chart)];
    case "bars":
      return [barTable(chart)];
    case "histograms":
      return histogramTables(chart);
  }
}

/** A cell as it is read in the table view. */
export function cellText(cell: string | number): string {
  if (typeof cell === "string") return cell;
  const decimals = String(cell).split(".")[1]?.length ?? 0;
  return formatNumber(cell, Math.min(6, decimals));
}
