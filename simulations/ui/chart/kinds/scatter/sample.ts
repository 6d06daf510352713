import { counted, type Draws, type Sample } from "../../sample";
import type { ScatterChart } from "./model";

export function sample(draws: Draws): Sample<ScatterChart> {
  const cloud = (x: number, y: number) =>
    counted(40).map(() => [x + draws.normal(0, 0.6), y + draws.normal(0, 0.6)] as const);
  const group = (points: readonly (readonly [number, number])[]) => ({
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
  });
  const grid = counted(17).map((i) => -2 + i / 4);
  const chart: ScatterChart = {
    kind: "scatter",
    id: "scatter",
    title: "Points and a surface",
    help: "Two clouds of points, and the share of one of them as a logistic surface.",
    unit: "two scores · shade: what the model answers",
    digits: 2,
    x: { label: "first score", min: -2, max: 2 },
    y: { label: "second score", min: -2, max: 2 },
    points: [
      { role: "blue", label: "news", marker: "circle", ...group(cloud(-0.8, -0.5)) },
      { role: "amber", label: "articles", marker: "cross", ...group(cloud(0.9, 0.6)) },
    ],
    surface: {
      label: "share of articles",
      x: grid,
      y: grid,
      z: grid.map((y) => grid.map((x) => 1 / (1 + Math.exp(-2 * (x + y))))),
    },
  };
  return { charts: [chart], rows: [80 + grid.length ** 2] };
}
