import { counted, type Draws, type Sample } from "../../sample";
import type { RankedChart } from "./model";

export function sample(draws: Draws): Sample<RankedChart> {
  const names = [
    "the university’s own site",
    "its Wikipedia article",
    "a ranking of universities",
    "news about it",
    "a student forum",
  ];
  const scores = counted(names.length)
    .map(() => draws.uniform())
    .sort((a, b) => b - a);
  const order = draws.uniform() < 0.5 ? names : [names[1]!, names[0]!, ...names.slice(2)];
  const items = order.map((label, i) => ({
    id: label,
    label,
    value: scores[i]!,
    low: Math.max(0, scores[i]! - 0.08),
    high: Math.min(1, scores[i]! + 0.08),
    ...(label === names[0] && { role: "blue" as const, demand: { text: "must be first", met: i === 0 } }),
  }));
  const chart: RankedChart = {
    kind: "ranked",
    id: "ranked",
    title: "Answers to “stanford”",
    help: "In the order in which they are shown. A navigational query has one right answer, and it must come first.",
    unit: "score of the ranker · bar: median, line: 10–90 %",
    digits: 2,
    x: { label: "score", max: 1 },
    items,
  };
  return { charts: [chart], rows: [items.length] };
}
