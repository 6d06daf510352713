import { bandAround, counted, type Draws, type Sample } from "../../sample";
import type { LineChart, Series } from "./model";

const months = counted(24);

export function sample(draws: Draws): Sample<LineChart> {
  const line = (role: Series["role"], label: string, before: number, after: number): Series => {
    const middle = months.map((month) => (month < 8 ? before : after) + draws.normal(0, 0.8));
    return { id: role, role, label, x: months, ...bandAround(middle, () => 2 + draws.uniform()) };
  };
  const series = [
    line("grey", "Never retrained", 21, 44),
    line("blue", "All data", 21, 33),
    line("amber", "Weighted", 21.5, 25),
    line("green", "Window", 22, 23),
  ];
  const apart: Series = {
    id: "apart",
    role: "muted",
    label: "Another model",
    apart: true,
    x: [4, 12, 20],
    y: [30, 28, 31].map((y) => y + draws.normal()),
  };
  const base = {
    kind: "lines",
    help: "A sample of lines with all marks they can have.",
    digits: 1,
    x: { label: "months since release", min: -1.5, max: 23, ticks: [0, 6, 12, 18] },
    timeline: false,
  } as const;
  const noisy: LineChart = {
    ...base,
    id: "lines",
    title: "Lines with bands",
    unit: "thousand € · line: median, band: 10–90 %",
    y: { min: 0, max: 50 },
    series: [...series, apart],
    marks: [
      { kind: "field", from: -1.5, to: -0.5, label: "before release" },
      { kind: "change", x: 7.5, label: "month 8: prices rise by 40 %", short: "month 8" },
      { kind: "level", at: 20, role: "truth", label: "20: noise, no model can do better" },
      { kind: "level", at: 40, role: "alarm", label: "limit 40" },
      { kind: "event", x: 10, y: series[0]!.y[10]!, role: "alarm", label: "first alarm" },
    ],
  };
  const plan: LineChart = {
    ...base,
    id: "plan",
    title: "A plan",
    unit: "% of phones · solid: done",
    digits: 0,
    x: { label: "minutes since release", min: 0, max: 24, ticks: [0, 6, 12, 18, 24] },
    y: { min: 0, max: 100, ticks: [0, 50, 100] },
    height: "low",
    series: [
      {
        id: "traffic",
        role: "green",
        label: "Green",
        bare: true,
        x: months,
        y: months.map((m) => 25 * Math.floor(m / 6)),
      },
    ],
    marks: [6, 12, 18].flatMap((x) => [
      { kind: "step", x, y: (25 * x) / 6, label: `setWeight ${(25 * x) / 6}` } as const,
      { kind: "look", x: x + 3, label: "check" } as const,
    ]),
  };
  return { charts: [noisy, plan], rows: [4 * months.length + apart.x.length + 6, months.length + 6] };
}
