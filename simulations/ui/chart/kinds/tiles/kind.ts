import { formatNumber } from "../../../ink/format";
import { asNumber, sentences, withUnit } from "../../cells";
import type { ChartKind } from "../../kind";
import type { TileChart } from "./model";
import { stateWords } from "./state-words";

export const tiles: ChartKind<TileChart> = {
  sentence: (chart) =>
    sentences(
      chart.unit ? `${chart.title}, ${chart.unit}` : chart.title,
      ...chart.tiles.map(
        ({ label, value, unit, digits, state, note }) =>
          `${label}: ${formatNumber(value, digits)} ${unit}, ${stateWords[state]}${note ? ` (${note})` : ""}`,
      ),
    ),
  tables: (chart) => [
    {
      caption: withUnit(chart),
      columns: ["shown", "value", "unit", "state", "why"],
      rows: chart.tiles.map(({ label, value, unit, digits, state, note = "" }) => [
        label,
        asNumber(value, digits),
        unit,
        stateWords[state],
        note,
      ]),
    },
    ...(chart.tiles.some(({ recent }) => recent)
      ? [
          {
            caption: `${chart.title}: recent values`,
            columns: [chart.xLabel, "shown", "value"],
            rows: chart.tiles.flatMap(({ label, digits, recent }) =>
              (recent?.x ?? []).map((x, i) => [x, label, asNumber(recent!.y[i], digits)]),
            ),
          },
        ]
      : []),
  ],
  figures: (chart) =>
    chart.tiles.flatMap(({ label, unit, value, state, recent }) => {
      const series = `${label}, ${unit}`;
      return [
        { series: `${series} (${stateWords[state]})`, value },
        ...(recent?.x ?? []).map((x, i) => ({ series, x, value: recent!.y[i] })),
      ];
    }),
  load: () => import("./draw"),
};
