import { counted, type Draws, type Sample } from "../../sample";
import type { StripChart } from "./model";

export function sample(draws: Draws): Sample<StripChart> {
  const months = counted(24);
  const lag = draws.uniform();
  const row = (role: "blue" | "amber" | "green", label: string, weight: (age: number) => number) => ({
    role,
    label,
    x: months,
    height: months.map((month) => weight(23 - month + lag)),
  });
  const chart: StripChart = {
    kind: "strips",
    id: "strips",
    title: "Weight of each month’s houses in training",
    help: "A bar a month.",
    unit: "for the model used in month 24",
    digits: 2,
    x: { label: "months since release", min: -0.5, max: 23.5, ticks: [0, 6, 12, 18] },
    marks: [{ kind: "change", x: 7.5, label: "month 8: change" }],
    rows: [
      row("blue", "All data", () => 1),
      row("amber", "Weighted", (age) => 0.5 ** (age / 6)),
      row("green", "Window", (age) => (age < 6 ? 1 : 0)),
    ],
  };
  return { charts: [chart], rows: [3 * months.length + 1] };
}
