import type { Draws, Sample } from "../../sample";
import type { IntervalChart } from "./model";

export function sample(draws: Draws): Sample<IntervalChart> {
  const around = (middle: number) => {
    const spread = 10 + 20 * draws.uniform();
    return { low: middle - spread, middle, high: middle + spread };
  };
  const row = (role: "grey" | "blue" | "amber" | "green", label: string, middle: number) => ({
    role,
    label,
    ...around(middle + draws.normal(0, 5)),
  });
  const rows = [
    row("green", "Window", 60),
    { ...row("amber", "Weighted", 80), pinned: [{ label: "pinned", ...around(95) }] },
    { ...row("blue", "All data", 140), beside: { role: "you" as const, label: "your rule", at: 120 } },
    row("grey", "Never retrained", 250),
  ];
  const chart: IntervalChart = {
    kind: "intervals",
    id: "intervals",
    title: "Cost since the change",
    help: "Marker: median of the replicas. Line: 80 of 100 replicas lie on it.",
    unit: "thousand € above the noise",
    digits: 0,
    x: { label: "", min: 0, max: 300 },
    rows,
    marks: [{ kind: "level", at: 200, role: "alarm", label: "limit 200" }],
  };
  return { charts: [chart], rows: [rows.length + 3] };
}
