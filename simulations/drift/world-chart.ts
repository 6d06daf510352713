/** One model beside its world in the month shown: what it answers everywhere, and what it is asked. */
import { measureOf } from "../core/worlds/measures";
import type { ScatterChart } from "../ui/chart/model";
import type { DriftResults } from "./results";

/** From ten to ten, with room for whole marks at both ends. */
function tensAround(values: ArrayLike<number>): { min: number; max: number } {
  const all = Array.from(values);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.015 * (high - low);
  return { min: Math.floor((low - room) / 10) * 10, max: Math.ceil((high + room) / 10) * 10 };
}

/** Replica 0 in the month shown. */
export function worldChart(results: DriftResults, moment: number): ScatterChart | undefined {
  const { values } = results;
  const month = Math.floor(moment);
  const shown = results.shown.get(month);
  if (!shown) return undefined;
  const base = {
    kind: "scatter" as const,
    id: "world",
    title: `The model and its world in month ${month}`,
    name: "Model and world",
    digits: 1,
  };
  if (shown.kind === "plane") {
    const grid = Array.from(
      { length: shown.size },
      (_, i) => shown.from + ((shown.to - shown.from) * i) / (shown.size - 1),
    );
    const ofClass = (label: number) => {
      const indices = Array.from(shown.label.keys()).filter((i) => shown.label[i] === label);
      return { x: indices.map((i) => shown.x[i]!), y: indices.map((i) => shown.y[i]!) };
    };
    const rows = (cells: Float32Array) =>
      Array.from({ length: shown.size }, (_, row) =>
        Array.from(cells.subarray(row * shown.size, (row + 1) * shown.size)),
      );
    return {
      ...base,
      help: "Replica 1. Each mark is a query of this month, placed by two topic scores. The shading is what the model would answer at each point. The shading never changes, because the model is never retrained. Queries that lie on the wrong shade are the model’s errors.",
      unit: "two topic scores · marks: this month’s queries · shade: what the model answers",
      x: { label: "topic score 1", min: shown.from, max: shown.to },
      y: { label: "topic score 2", min: shown.from, max: shown.to },
      points: [
        { role: "truth", label: "wants an article", marker: "open-circle", ...ofClass(0) },
        { role: "alarm", label: "wants news", marker: "triangle", ...ofClass(1) },
      ],
      surface: { label: "model: probability of news", x: grid, y: grid, z: rows(shown.surface) },
    };
  }
  // Of all months, so that the axis stands still while the months go by.
  const heights = [...results.shown.values()].flatMap((each) =>
    each.kind === "curve" ? [...each.y, ...each.model, ...(each.truth ?? [])] : [],
  );
  const { unit } = measureOf(values);
  const target = values.world === "houses" ? "price, thousand €" : "tomorrow’s maximum, °C";
  return {
    ...base,
    help: `Replica 1, along one feature, with all other features held at their usual values (partial residuals, Larsen and McCleary 1972). The line is what the model predicts. The line never changes, because the model is never retrained. ${shown.truth ? "The thin line is the true mean of this month. " : ""}A mark’s distance from the model’s line is its error.`,
    unit: `${unit} · marks: this month’s ${measureOf(values).examples} · line: what the model predicts`,
    x: { label: `${shown.feature}, ${shown.featureUnit}`, ...tensAround(shown.at) },
    y: { label: target, ...tensAround(heights) },
    points: [
      { role: "truth", label: "this month", marker: "open-circle", x: Array.from(shown.x), y: Array.from(shown.y) },
    ],
    lines: [
      { role: "grey", label: "the model", x: Array.from(shown.at), y: Array.from(shown.model) },
      ...(shown.truth
        ? [{ role: "truth" as const, label: "the truth", x: Array.from(shown.at), y: Array.from(shown.truth) }]
        : []),
    ],
  };
}
