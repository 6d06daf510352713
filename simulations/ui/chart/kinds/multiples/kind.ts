import { formatNumber } from "../../../ink/format";
import { asNumber, markCells, markSentence, namesOf, sentences, withUnit } from "../../cells";
import { cutWords } from "../../cuts";
import type { ChartKind } from "../../kind";
import { markRows } from "../../marks";
import { seriesAt } from "../lines/at-moment";
import { seriesCuts } from "../lines/cuts";
import type { MultiplesChart, Panel } from "./model";
import { panelAxis } from "./panel-axis";

const lastOf = ({ series, digits }: Panel): string[] =>
  series.flatMap(({ label, y }) => {
    const last = y.findLast(Number.isFinite);
    return last === undefined ? [] : [`${label} ${formatNumber(last, digits)}`];
  });

export const multiples: ChartKind<MultiplesChart> = {
  sentence: (chart) =>
    sentences(
      `${chart.title}, ${chart.unit}`,
      ...chart.panels.map((panel) => `${panel.title}, ${panel.unit}: ${lastOf(panel).join(", ") || "no values yet"}`),
      markSentence(chart),
      "The values are under Table",
    ),
  tables(chart) {
    const banded = chart.panels.some(({ series }) => series.some(({ low, high }) => low && high));
    const names = namesOf(chart);
    const ends = (row: (string | number)[], low: string | number, high: string | number) =>
      banded ? [...row, low, high] : row;
    const columns = ends([chart.x.label, "line", banded ? names.value : "value"], names.low, names.high).map(String);
    const rowsOf = ({ title, unit, digits, series, levels = [] }: Panel) => [
      ...series.flatMap(({ label, x, y, low, high }) =>
        x.map((at, i) =>
          ends(
            [at, `${title}, ${unit}: ${label}`, asNumber(y[i], digits)],
            asNumber(low?.[i], digits),
            asNumber(high?.[i], digits),
          ),
        ),
      ),
      ...markRows(levels).map(({ label, value }) =>
        ends(["", `${title}, ${unit}: ${label}`, asNumber(value, digits)], "", ""),
      ),
    ];
    return [
      {
        caption: withUnit(chart),
        columns,
        rows: [...chart.panels.flatMap(rowsOf), ...markCells(chart, columns.length)],
      },
    ];
  },
  figures: (chart) => [
    ...chart.panels.flatMap(({ title, unit, series, levels = [] }) => [
      ...series.flatMap(({ label, x, y, low, high }) =>
        x.map((at, i) => ({
          series: `${title}, ${unit}: ${label}`,
          x: at,
          value: y[i],
          low: low?.[i],
          high: high?.[i],
        })),
      ),
      ...markRows(levels).map(({ label, value }) => ({ series: `${title}, ${unit}: ${label}`, value })),
    ]),
    ...markRows(chart.marks).map(({ label, x }) => ({ series: label, x })),
  ],
  beyond: (chart) =>
    sentences(
      ...chart.panels.map((panel) =>
        cutWords(seriesCuts(panel.series, panelAxis(chart, panel).range, panel), `The picture of ${panel.title}`),
      ),
    ),
  load: () => import("./draw"),
  at: (chart, moment) =>
    chart.timeline
      ? { ...chart, panels: chart.panels.map((panel) => ({ ...panel, series: seriesAt(panel.series, moment) })) }
      : chart,
};
