import { counted, type Draws, type Sample } from "../../sample";
import type { MultiplesChart, Panel } from "./model";

export function sample(draws: Draws): Sample<MultiplesChart> {
  const hours = counted(73);
  const panel = (id: string, title: string, unit: string, digits: number, level: number, jump: number): Panel => {
    const y = hours.map(
      (hour) =>
        level * (1 + 0.25 * Math.sin((hour / 24) * 2 * Math.PI) + draws.normal(0, 0.04)) * (hour > 40 ? 1 + jump : 1),
    );
    return {
      id,
      title,
      unit,
      digits,
      series: [
        {
          id,
          role: "ink",
          label: "measured",
          x: hours,
          y,
          low: y.map((v) => v * 0.92),
          high: y.map((v) => v * 1.08),
        },
      ],
      ...(jump > 0.4 && {
        levels: [{ kind: "level", at: level * 1.6, role: "alarm", label: `limit ${(level * 1.6).toFixed(digits)}` }],
      }),
    };
  };
  const panels = [
    panel("load", "Load", "requests/s", 0, 120, 0),
    panel("latency", "Latency, p95", "ms", 0, 60, 0.5),
    panel("memory", "Memory", "% used", 0, 45, 0.1),
    panel("length", "Input length", "s", 2, 2.4, -0.3),
    panel("nulls", "Null answers", "%", 1, 2, 0.8),
    panel("again", "Searched again", "%", 1, 8, 0.2),
  ];
  const levels = panels.filter((one) => one.levels).length;
  const chart: MultiplesChart = {
    kind: "multiples",
    id: "multiples",
    title: "Six metrics",
    help: "The same three days in each; every metric has its own axis.",
    unit: "line: median, band: 10–90 %",
    digits: 1,
    x: { label: "hours", min: 0, max: 72, ticks: [0, 24, 48, 72] },
    panels,
    timeline: false,
    marks: [{ kind: "change", x: 40.5, label: "hour 40: new firmware" }],
  };
  return { charts: [chart], rows: [panels.length * hours.length + levels + 1] };
}
