/** Small charts with known figures for the tests of the library-free part of ui/chart. */
import type {
  BarChart,
  IntervalChart,
  LineChart,
  ScatterChart,
  Series,
  StripChart,
} from "@/simulations/ui/chart/model";

const months = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export const series = (id: string, role: Series["role"], level: number): Series => ({
  id,
  role,
  label: id,
  x: months,
  y: months.map((month) => level + month / 10),
  low: months.map((month) => level - 2 + month / 10),
  high: months.map((month) => level + 2 + month / 10),
});

export const lines: LineChart = {
  kind: "lines",
  id: "error",
  title: "Error",
  help: "How far off.",
  unit: "thousand €",
  digits: 1,
  x: { label: "months since release", min: -1.5, max: 8.5, ticks: [0, 4, 8] },
  y: {},
  series: [series("never", "grey", 40), series("window", "green", 21), series("weighted", "amber", 20.5)],
  marks: [
    { kind: "change", x: 3.5, label: "month 4: prices move", short: "month 4" },
    { kind: "field", from: -1.5, to: -0.5, label: "before release" },
    { kind: "level", at: 20, role: "truth", label: "20: the noise" },
  ],
  timeline: true,
};

export const strips: StripChart = {
  kind: "strips",
  id: "weights",
  title: "Weights",
  help: "Weights.",
  unit: "of each month",
  digits: 2,
  x: lines.x,
  rows: [{ role: "green", label: "Window", x: [6, 7, 8], height: [1, 0.5, 0.12345] }],
};

export const intervals: IntervalChart = {
  kind: "intervals",
  id: "cost",
  title: "Cost",
  help: "Cost.",
  unit: "thousand €",
  digits: 0,
  x: { label: "strategy", min: 0, max: 400 },
  rows: [{ role: "blue", label: "All data", low: 190.4, middle: 216.2, high: 240.7 }],
};

export const scatter: ScatterChart = {
  kind: "scatter",
  id: "houses",
  title: "Houses",
  help: "Houses.",
  unit: "one month",
  digits: 1,
  x: { label: "area", min: 0, max: 10 },
  y: { label: "price", min: 0, max: 100 },
  points: [{ role: "truth", label: "sold", marker: "circle", x: [1, 2], y: [10.04, 20.06] }],
  lines: [{ role: "blue", label: "model", x: [0, 10], y: [5, 95] }],
  surface: {
    label: "share",
    x: [0, 10],
    y: [0, 100],
    z: [
      [0, 0.25],
      [0.5, 1],
    ],
  },
};

export const bars: BarChart = {
  kind: "bars",
  id: "histogram",
  title: "Latency",
  help: "Latency.",
  unit: "% of requests",
  digits: 0,
  x: { label: "latency, ms", min: 1, max: 100, log: true },
  y: { max: 1, format: "percent" },
  role: "blue",
  bars: [
    { from: 1, to: 10, height: 0.25, low: 0.2, high: 0.3 },
    { from: 10, to: 100, height: 0.75, low: 0.7, high: 0.8 },
  ],
  marks: [{ kind: "level", at: 34.5, role: "blue", label: "p50 35 ms" }],
};
