import { counted, type Draws, type Sample } from "../../sample";
import type { HistogramChart } from "./model";

export function sample(draws: Draws): Sample<HistogramChart> {
  const edges = counted(20).map((i) => 1 / (1 + Math.exp(-(-6 + (12 * i) / 19))));
  const split = 0.5;
  const group = (id: string, label: string, filling: "plain" | "hatched", middle: number, count: number) => {
    const scores = counted(count).map(() => 1 / (1 + Math.exp(-draws.normal(middle, 1.6))));
    const inBin = (bin: number) =>
      scores.filter((score) => (bin === 0 || score >= edges[bin]!) && (bin === 18 || score < edges[bin + 1]!)).length;
    const above = scores.filter((score) => score >= split).length;
    const area = (side: string, short: string, cases: number) => ({
      label: `${label} ${side}`,
      short: `${short}: ${cases}`,
      count: cases,
    });
    return {
      id,
      label,
      filling,
      shares: counted(19).map((bin) => inBin(bin) / count),
      below: area("left alone", filling === "plain" ? "TN" : "FN", count - above),
      above: area("with an alarm", filling === "plain" ? "FP" : "TP", above),
    };
  };
  const chart: HistogramChart = {
    kind: "histograms",
    id: "histograms",
    title: "Scores of both classes",
    help: "Each class as a histogram of its own, divided by the threshold.",
    unit: "share of each class",
    digits: 3,
    x: { label: "probability", min: edges[0]!, max: edges.at(-1)!, logit: true, ticks: [0.01, 0.1, 0.5, 0.9, 0.99] },
    y: { max: 0.25 },
    edges,
    groups: [
      group("negatives", "genuine payments", "plain", -2, 4000),
      group("positives", "frauds", "hatched", 1.5, 200),
    ],
    split,
    splitText: `threshold ${split}`,
    handle: { knob: "threshold", label: "Threshold" },
  };
  return { charts: [chart], rows: [19 + 4] };
}
