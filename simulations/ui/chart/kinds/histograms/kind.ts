import { cutWords } from "../../cuts";
import type { ChartKind } from "../../kind";
import { histogramCuts } from "./cuts";
import type { HistogramChart } from "./model";
import { histogramTables, inWords } from "./table";

export const histograms: ChartKind<HistogramChart> = {
  sentence: inWords,
  tables: histogramTables,
  figures: ({ groups, edges }) =>
    groups.flatMap(({ label, shares }) => shares.map((value, bin) => ({ series: label, x: edges[bin], value }))),
  beyond: (chart) => cutWords(histogramCuts(chart)),
  load: () => import("./draw"),
  range: ({ y }) => ({ y: [0, y.max] }),
  onRange: (chart, { y }) => ({ ...chart, y: { max: y[1] } }),
};
