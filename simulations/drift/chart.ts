/** What the drift injector draws: the error, the alarms, the distances of the inputs, and one model beside its world. */
import { quantile } from "../core/statistics/quantile";
import { measureOf } from "../core/worlds/measures";
import type { Chart, IntervalChart, LevelMark, LineChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { changeLine, changes, timeAxis } from "./change";
import type { DriftRun } from "./evidence";
import { alarmStrips, distanceChart } from "./evidence-charts";
import type { DriftValues } from "./knobs";
import { byMonth, highestOf, type Months, meansOver, seriesOf } from "./series";
import { changeMonth } from "./summary";
import { worldChart } from "./world-chart";

/** What the axis of the error shows at least, before the first run. */
const expectedError = { houses: 40, queries: 20, weather: 8 };

/** The error that is left to every model. */
const noiseLevel = (floor: number | undefined, digits: number): LevelMark[] =>
  floor === undefined
    ? []
    : [
        {
          kind: "level",
          at: floor,
          role: "truth",
          label: `${formatNumber(floor, digits)}: noise, no model can do better`,
        },
      ];

export function errorChart(run: DriftRun | undefined, values: DriftValues): LineChart {
  const { title, unit, what, digits, examples } = measureOf(values);
  const series = run
    ? [
        seriesOf(
          "error",
          "never",
          "Never retrained",
          byMonth(run.frames, (frame) => frame.errors),
        ),
      ]
    : [];
  const floor = run?.frames[0]?.noiseFloor;
  const change = changeLine(values);
  return {
    kind: "lines",
    id: "error",
    title,
    name: "Error",
    help: `The model was trained before month 0 and is left alone. Each month it predicts fresh ${examples} of that month. The line is the median of the replicas’ errors (${what}). Of 100 replicas, 80 lie inside the band.`,
    unit: `${unit} (${what}) · ${lineMeaning(run?.replicasDone ?? values.replicas)}`,
    digits,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(expectedError[values.world], highestOf(series) * 1.05)) },
    series,
    ...change,
    marks: [...change.marks, ...noiseLevel(floor, digits)],
    timeline: true,
  };
}

/** Mean error of every replica before the change and since. */
export function errorIntervals(run: DriftRun, values: DriftValues): IntervalChart | undefined {
  const change = changeMonth(values);
  const { unit, what } = measureOf(values);
  const months = byMonth(run.frames, (frame) => frame.errors);
  const before = months.filter(([month]) => month < change);
  const after = months.filter(([month]) => month >= change);
  if (before.length === 0 || after.length === 0) return undefined;
  const row = (role: "truth" | "never", label: string, part: Months) => {
    const means = meansOver(part);
    return { role, label, low: quantile(means, 0.1), middle: quantile(means, 0.5), high: quantile(means, 0.9) };
  };
  const rows = [row("truth", "Before", before), row("never", changes(values) ? "Since" : "Later", after)];
  return {
    kind: "intervals",
    id: "before-after",
    title: "Error before and since",
    name: "Before and since",
    help: `Each replica’s error (${what}), as a mean of the months before month ${change} and as a mean of the months from it on. Marker: median of the replicas. Line: 80 of 100 replicas lie on it.`,
    unit: `${unit}, mean of the months`,
    digits: 1,
    x: { label: "", min: 0, max: roundUp(Math.max(...rows.map(({ high }) => high)) * 1.05) },
    rows,
  };
}

export function charts(run: DriftRun | undefined, values: DriftValues, moment: number): Chart[] {
  const world = worldChart(run, values, moment);
  return [
    errorChart(run, values),
    alarmStrips(run, values),
    distanceChart(run, values, "psi"),
    distanceChart(run, values, "wasserstein"),
    ...(world ? [world] : []),
  ];
}
