import { asNumber, markCells, withUnit } from "../../cells";
import type { ChartKind } from "../../kind";
import { markRows } from "../../marks";
import { stripChartAt } from "./at-moment";
import type { StripChart } from "./model";

export const strips: ChartKind<StripChart> = {
  sentence: (chart) => `${chart.title}, ${chart.unit}. Its values are under Table.`,
  tables: (chart) => [
    {
      caption: withUnit(chart),
      columns: [chart.x.label, "row", "height"],
      rows: [
        ...chart.rows.flatMap((row) => row.x.map((x, i) => [x, row.label, asNumber(row.height[i], 3)])),
        ...markCells(chart, 3),
      ],
    },
  ],
  figures: (chart) => [
    ...chart.rows.flatMap(({ label, x, height }) => x.map((at, i) => ({ series: label, x: at, value: height[i] }))),
    ...markRows(chart.marks).map(({ label, x }) => ({ series: label, x })),
  ],
  load: () => import("./draw"),
  timed: () => "lane",
  at: stripChartAt,
};
