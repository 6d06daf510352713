import { counted, type Draws, type Sample } from "../../sample";
import type { BarChart } from "./model";

export function sample(draws: Draws): Sample<BarChart> {
  const waits = counted(2000)
    .map(() => 12 + draws.exponential(1 / 40))
    .sort((a, b) => a - b);
  const edges = counted(21).map((i) => 10 ** (1 + i / 10));
  const bars = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1]!;
    const height = waits.filter((wait) => wait >= from && wait < to).length / waits.length;
    return { from, to, height, low: height * 0.9, high: height * 1.1 };
  });
  const percentile = (share: number) => waits[Math.floor(share * waits.length)]!;
  const level = (share: number, role: "ink" | "ink-dashed") => ({
    kind: "level" as const,
    at: percentile(share),
    role,
    label: `p${100 * share} ${Math.round(percentile(share))} ms`,
  });
  const chart: BarChart = {
    kind: "bars",
    id: "bars",
    title: "Latency",
    help: "How often each latency occurs.",
    unit: "% of the answered requests",
    digits: 1,
    x: { label: "latency, ms", min: 10, max: 1000, log: true },
    y: { max: Math.max(...bars.map(({ high }) => high)), format: "percent" },
    role: "ink",
    bars,
    marks: [
      level(0.5, "ink"),
      { kind: "level", at: 100, role: "alarm", label: "limit 100 ms" },
      level(0.99, "ink-dashed"),
    ],
  };
  return { charts: [chart], rows: [bars.length + 3] };
}
