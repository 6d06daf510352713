/** What the drift injector draws: the error, the alarms, the distances of the inputs, and one model beside its world. */
import { measureOf } from "../core/worlds/measures";
import { bandSeries, highestOf } from "../course/band-series";
import type { Chart, IntervalChart, LevelMark, LineChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { changeLine, changes, timeAxis } from "./change";
import { alarmStrips, distanceChart } from "./evidence-charts";
import type { DriftValues } from "./knobs";
import type { DriftResults } from "./results";
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

export function errorChart(results: DriftResults | undefined, values: DriftValues): LineChart {
  const { title, unit, what, digits, examples } = measureOf(values);
  const series = results ? [bandSeries("error", "grey", "Never retrained", results.errors)] : [];
  const floor = results?.noiseFloor;
  const change = changeLine(values);
  return {
    kind: "lines",
    id: "error",
    title,
    name: "Error",
    help: `The model was trained before month 0 and is left alone. Each month it predicts fresh ${examples} of that month. The line is the median of the replicas’ errors (${what}). Of 100 replicas, 80 lie inside the band.`,
    unit: `${unit} (${what}) · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
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
export function errorIntervals({ beforeAndSince, values }: DriftResults): IntervalChart | undefined {
  if (!beforeAndSince) return undefined;
  const change = changeMonth(values);
  const { unit, what } = measureOf(values);
  const rows = [
    { role: "truth" as const, label: "Before", ...beforeAndSince.before },
    { role: "grey" as const, label: changes(values) ? "Since" : "Later", ...beforeAndSince.since },
  ];
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

export function charts(results: DriftResults | undefined, values: DriftValues, moment: number): Chart[] {
  const world = results && worldChart(results, moment);
  return [
    errorChart(results, values),
    alarmStrips(results, values),
    distanceChart(results, values, "psi"),
    distanceChart(results, values, "wasserstein"),
    ...(world ? [world] : []),
  ];
}
