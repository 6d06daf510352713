import { asNumber, namesOf, percent, withUnit } from "../../cells";
import { cutWords } from "../../cuts";
import type { ChartKind } from "../../kind";
import { markRows } from "../../marks";
import { barCuts } from "./cuts";
import type { BarChart } from "./model";

export const bars: ChartKind<BarChart> = {
  sentence(chart) {
    const marks = markRows(chart.marks)
      .map(({ label }) => label)
      .join(", ");
    return `${chart.title}, ${chart.unit}.${marks ? ` ${marks}.` : ""} Its values are under Table.`;
  },
  tables(chart) {
    const banded = chart.bars.some((bar) => bar.low !== undefined && bar.high !== undefined);
    const names = namesOf(chart);
    const cell = (value: number | undefined) => asNumber(value, chart.digits, chart.y.format);
    return [
      {
        caption: withUnit(chart),
        columns: [`${chart.x.label}, from`, "to", ...(banded ? [names.value, names.low, names.high] : ["share"])],
        rows: [
          ...chart.bars.map((bar) => {
            const row = [asNumber(bar.from, 2), asNumber(bar.to, 2), cell(bar.height)];
            return banded ? [...row, cell(bar.low), cell(bar.high)] : row;
          }),
          ...markRows(chart.marks).map(({ label, value }) => [
            asNumber(value, 2),
            label,
            "",
            ...(banded ? ["", ""] : []),
          ]),
        ],
      },
    ];
  },
  figures(chart) {
    const as = (value: number | undefined) => (chart.y.format === "percent" ? percent(value) : value);
    return [
      // A bar stands from its x to the next one's.
      ...chart.bars.map(({ from, height, low, high }) => ({
        series: "bars",
        x: from,
        value: as(height),
        low: as(low),
        high: as(high),
      })),
      // What is measured lies on x.
      ...markRows(chart.marks).map(({ label, value }) => ({ series: label, x: value })),
    ];
  },
  beyond: (chart) => cutWords(barCuts(chart)),
  load: () => import("./draw"),
  range: ({ x, y }) => ({ x: [x.min, x.max], y: [0, y.max] }),
  onRange: (chart, { x = [chart.x.min, chart.x.max], y }) => ({
    ...chart,
    x: { ...chart.x, min: x[0], max: x[1] },
    y: { ...chart.y, max: y[1] },
  }),
};
