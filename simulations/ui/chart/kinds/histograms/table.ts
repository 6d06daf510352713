/** What the histograms show without being seen: rows of the table, and a sentence. */
import { formatNumber, roundTo } from "../../../ink/format";
import type { Table } from "../../base";
import type { HistogramChart, HistogramGroup } from "./model";

const areasOf = (group: HistogramGroup) =>
  (["below", "above"] as const).map((side) => ({ ...group[side], side, group: group.label }));

export function histogramTables(chart: HistogramChart): Table[] {
  const { groups, edges } = chart;
  return [
    {
      caption: `${chart.title} (${chart.unit})`,
      columns: [`${chart.x.label}, from`, "to", ...groups.map(({ label }) => `share of all ${label}`)],
      rows: edges
        .slice(0, -1)
        .map((from, bin) => [
          Number(from.toPrecision(3)),
          Number(edges[bin + 1]!.toPrecision(3)),
          ...groups.map(({ shares }) => roundTo(shares[bin]!, 4)),
        ]),
    },
    {
      caption: `${chart.title}: counts at ${chart.splitText}`,
      columns: ["area", "cases", "share of its class"],
      rows: groups.flatMap((group) => {
        const all = group.below.count + group.above.count;
        return areasOf(group).map(({ label, count }) => [label, count, roundTo(count / all, 4)]);
      }),
    },
  ];
}

/** "Threshold 0.5. 198 frauds missed (FN), 2 frauds caught (TP) …" */
export function inWords(chart: HistogramChart): string {
  const counts = chart.groups.flatMap(areasOf).map(({ count, label }) => `${formatNumber(count, 0)} ${label}`);
  const told = counts.length > 0 ? ` At ${chart.splitText}: ${counts.join(", ")}.` : "";
  return `${chart.title}, ${chart.unit}.${told} The values are under Table.`;
}
