import { formatNumber } from "../../../ink/format";
import { asNumber, namesOf, withUnit } from "../../cells";
import { cutWords } from "../../cuts";
import type { ChartKind } from "../../kind";
import { markRows } from "../../marks";
import { intervalCuts } from "./cuts";
import type { IntervalChart } from "./model";
import { withPinned } from "./pinned";

type Row = IntervalChart["rows"][number];

export const intervals: ChartKind<IntervalChart> = {
  sentence(chart) {
    const text = (value: number) => formatNumber(value, chart.digits);
    const rowText = ({ label, low, middle, high, beside, pinned = [] }: Row) =>
      [
        `${label} ${text(middle)}, from ${text(low)} to ${text(high)}`,
        ...(beside ? [`${beside.label} ${text(beside.at)}`] : []),
        ...pinned.map((pin) => `${pin.label} ${text(pin.middle)}`),
      ].join(", ");
    return `${chart.title}. ${chart.rows.map(rowText).join(". ")}`;
  },
  tables(chart) {
    const cell = (value: number) => asNumber(value, chart.digits);
    const names = namesOf(chart);
    return [
      {
        caption: withUnit(chart),
        columns: [chart.x.label || "shown", names.low, names.value, names.high],
        rows: [
          ...chart.rows.flatMap((row) => [
            [row.label, cell(row.low), cell(row.middle), cell(row.high)],
            ...(row.pinned ?? []).map((pin) => [
              `${row.label}, ${pin.label}`,
              cell(pin.low),
              cell(pin.middle),
              cell(pin.high),
            ]),
            ...(row.beside ? [[`${row.label}, ${row.beside.label}`, "", cell(row.beside.at), ""]] : []),
          ]),
          ...markRows(chart.marks).map(({ label, value }) => [label, "", asNumber(value, chart.digits), ""]),
        ],
      },
    ];
  },
  figures: (chart) => [
    ...chart.rows.flatMap(({ label, low, middle, high, beside }) => [
      { series: label, value: middle, low, high },
      ...(beside ? [{ series: `${label}, ${beside.label}`, value: beside.at }] : []),
    ]),
    ...markRows(chart.marks).map(({ label, value }) => ({ series: label, value })),
  ],
  beyond: (chart) => cutWords(intervalCuts(chart)),
  load: () => import("./draw"),
  range: ({ x }) => ({ x: [x.min, x.max], y: [0, 1] }),
  onRange: (chart, { x = [chart.x.min, chart.x.max] }) => ({ ...chart, x: { ...chart.x, min: x[0], max: x[1] } }),
  withPinned,
};
