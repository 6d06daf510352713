import { asNumber, withUnit } from "../../cells";
import type { ChartKind } from "../../kind";
import type { ScatterChart } from "./model";
import { outsideWords } from "./outside";

export const scatter: ChartKind<ScatterChart> = {
  sentence: (chart) => `${chart.title}, ${chart.unit}. Its values are under Table.`,
  tables(chart) {
    const { surface } = chart;
    const rowsOf = (group: { label: string; x: readonly number[]; y: readonly number[] }) =>
      group.x.map((x, i) => [group.label, asNumber(x, chart.digits), asNumber(group.y[i], chart.digits)]);
    const points = {
      caption: withUnit(chart),
      columns: ["shown as", chart.x.label, chart.y.label],
      rows: [...chart.points, ...(chart.lines ?? [])].flatMap(rowsOf),
    };
    if (!surface) return [points];
    const grid = {
      caption: `${chart.title}: ${surface.label}`,
      columns: [chart.x.label, chart.y.label, "value"],
      rows: surface.z.flatMap((row, j) =>
        row.map((z, i) => [asNumber(surface.x[i], 3), asNumber(surface.y[j], 3), asNumber(z, 3)]),
      ),
    };
    return [points, grid];
  },
  figures: ({ points, lines = [], surface }) => [
    ...[...points, ...lines].flatMap(({ label, x, y }) => x.map((at, i) => ({ series: label, x: at, value: y[i] }))),
    ...(surface?.z.flatMap((row, j) =>
      row.map((value, i) => ({ series: `${surface.label}, at ${surface.y[j]}`, x: surface.x[i], value })),
    ) ?? []),
  ],
  beyond: outsideWords,
  load: () => import("./draw"),
  range: ({ x, y }) => ({ x: [x.min, x.max], y: [y.min, y.max] }),
  onRange: (chart, { x = [chart.x.min, chart.x.max], y }) => ({
    ...chart,
    x: { ...chart.x, min: x[0], max: x[1] },
    y: { ...chart.y, min: y[0], max: y[1] },
  }),
};
