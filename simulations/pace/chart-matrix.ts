/** The matrix of ages: what every model costs in every month, of replica 1. From it follow the costs of all policies. */
import type { SpectrogramChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { months } from "./plan";
import type { PaceResults } from "./results";

export function matrixChart(results: PaceResults | undefined): SpectrogramChart {
  const matrix = results?.matrix ?? [];
  const costs = matrix.flat().filter(Number.isFinite);
  return {
    kind: "spectrogram",
    id: "matrix",
    title: "Cost of every model in every month",
    name: "Every model",
    help: "Replica 1. A row is a model: model of month 12 is made before month 12. A column is a month in which the model is used. The more a cell stands out from the background, the higher the cost of stale forecasts in this month. Along a row the model gets older. A model has no cells before it is made. Hindsight is computed from this table.",
    unit: "thousand € a month · replica 1",
    digits: 1,
    x: { label: "month of use", min: 0, max: months, ticks: Array.from({ length: 5 }, (_, i) => (i * months) / 4) },
    start: 0,
    step: 1,
    rowName: "model of month",
    bands: Array.from({ length: months }, (_, made) => ({ from: made, to: made + 1 })),
    bandUnit: "",
    values: matrix.length === 0 ? [] : Array.from({ length: months }, (_, used) => matrix.map((row) => row[used]!)),
    // A few very old models are the most expensive: tones are for what lies below half of their cost.
    shades: { min: 0, max: costs.length === 0 ? 1 : roundUp(Math.max(...costs) / 2), unit: "thousand €" },
    timeline: false,
  };
}
