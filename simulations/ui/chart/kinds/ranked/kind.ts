import { formatNumber } from "../../../ink/format";
import { asNumber, namesOf, sentences, withUnit } from "../../cells";
import { cutWords } from "../../cuts";
import type { ChartKind } from "../../kind";
import { itemCuts } from "./cuts";
import type { RankedChart, RankedItem } from "./model";

/** "must be right: met". */
export const demandText = ({ demand }: RankedItem): string =>
  demand ? `${demand.text}: ${demand.met ? "met" : "not met"}` : "";

export const ranked: ChartKind<RankedChart> = {
  sentence: (chart) =>
    sentences(
      `${chart.title}, ${chart.unit}`,
      ...chart.items.map((item, i) => {
        const demand = demandText(item);
        return `${i + 1}, ${item.label}: ${formatNumber(item.value, chart.digits)}${demand ? `, ${demand}` : ""}`;
      }),
    ),
  tables(chart) {
    const banded = chart.items.some(({ low, high }) => low !== undefined && high !== undefined);
    const demanded = chart.items.some(({ demand }) => demand);
    const names = namesOf(chart);
    const cell = (value: number | undefined) => asNumber(value, chart.digits);
    return [
      {
        caption: withUnit(chart),
        columns: [
          "place",
          "shown",
          ...(banded ? [names.value, names.low, names.high] : [chart.x.label]),
          ...(demanded ? ["demand"] : []),
        ],
        rows: chart.items.map((item, i) => [
          i + 1,
          item.label,
          cell(item.value),
          ...(banded ? [cell(item.low), cell(item.high)] : []),
          ...(demanded ? [demandText(item)] : []),
        ]),
      },
    ];
  },
  // x is the place in the order.
  figures: (chart) =>
    chart.items.map(({ label, value, low, high }, i) => ({ series: label, x: i + 1, value, low, high })),
  beyond: (chart) => cutWords(chart.items.flatMap((item) => itemCuts(item, chart))),
  load: () => import("./draw"),
  range: ({ x }) => ({ x: [0, x.max], y: [0, 1] }),
  onRange: (chart, { x = [0, chart.x.max] }) => ({ ...chart, x: { ...chart.x, max: x[1] } }),
};
