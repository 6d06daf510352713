/** What the retraining calendar draws: cost by interval first, then months, ages and the best interval by its price. */
import { highestOf, seriesOf } from "../course/band-series";
import { cast } from "../course/cast";
import type { Chart, LevelMark, LineChart, ScatterChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { matrixChart } from "./chart-matrix";
import { errorChart, retrainChart } from "./chart-months";
import type { PaceValues } from "./knobs";
import { longestInterval, months } from "./plan";
import { isByHand, policies } from "./policies";
import type { PaceResults } from "./results";
import { isOver } from "./story";

const intervalTicks = [1, 2, 3, 4, 6, 8, 12, 24];
const intervalAxis = { min: 1, max: longestInterval, ticks: intervalTicks, log: true };

/** Policies without an interval, as levels. One far above the curve of the schedules would make the curve flat: the costs have it. */
function levelsOf({ totals, summary }: PaceResults, top: number): LevelMark[] {
  return (["never", "trigger", "optimum"] as const)
    .filter((name) => summary[name] <= top && totals.policies[name].length > 0)
    .map((name) => ({
      kind: "level",
      at: summary[name],
      role: policies[name].role,
      label: `${policies[name].label} ${formatNumber(summary[name], 0)}`,
    }));
}

/** The end of the axis: the curve where it begins, and as much of its other end as leaves the lowest point in sight. */
export function topOf(results: PaceResults | undefined, { retrainCost }: PaceValues): number {
  if (!results) return roundUp((months - 1) * retrainCost);
  const [first, last] = [results.intervals[0]!.total.high, results.intervals.at(-1)!.total.middle];
  return roundUp(Math.max(first, Math.min(1.1 * last, 2 * first)));
}

export function intervalChart(results: PaceResults | undefined, values: PaceValues): LineChart {
  const top = topOf(results, values);
  const line = (role: "total" | "staleness") =>
    results?.intervals.map(({ months: each, [role]: band }) => [each, band] as const) ?? [];
  return {
    kind: "lines",
    id: "interval",
    title: "Cost of four years by the interval of the schedule",
    name: "Cost by interval",
    help: `What a schedule costs over ${months} months, for every interval from 1 to ${longestInterval} months. Staleness: what wrong forecasts cost. Bill: what the new models cost. Total: both together. Levels: the median cost of policies that have no interval. Hindsight: new models in the months that turn out to be cheapest, found for each replica after the ${months} months by dynamic programming. Nobody can know these months before.`,
    unit: `thousand € in ${months} months · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits: 0,
    x: { label: "months between new models", ...intervalAxis },
    y: { min: 0, max: top },
    series: results
      ? [
          seriesOf({ id: "total", role: cast.schedule, label: "Total" }, line("total")),
          {
            ...seriesOf({ id: "staleness", role: "ink-dashed", label: "Staleness" }, line("staleness")),
            bandHidden: true,
          },
          {
            id: "bill",
            role: "ink-dash-dotted",
            label: "Bill",
            x: results.intervals.map(({ months: each }) => each),
            y: results.intervals.map(({ bill }) => bill),
          },
        ]
      : [],
    marks: results ? levelsOf(results, top) : [],
    handle: { knob: "interval", label: "Interval of the schedule" },
    timeline: false,
  };
}

function ageChart(results: PaceResults | undefined, values: PaceValues): LineChart {
  const series = results
    ? [
        seriesOf(
          { id: "age", role: cast.schedule, label: "Cost of a month" },
          results.ages.map((band, age) => [age, band] as const),
        ),
      ]
    : [];
  return {
    kind: "lines",
    id: "age",
    title: "Cost of a month by the age of the model",
    name: "Cost by age",
    help: `Before every month a model is trained, and every model is used in all later months. For each age: the mean cost of a month over all pairs of a model and a month that are this far apart. Age 0 is the first month of use.`,
    unit: `thousand € a month · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits: 1,
    x: { label: "age of the model, months", min: 0, max: longestInterval - 1, ticks: [0, 6, 12, 18] },
    y: { min: 0, max: roundUp(highestOf(series)) },
    series,
    timeline: false,
  };
}

function priceChart(results: PaceResults | undefined): ScatterChart {
  const power = results?.power;
  // The line is drawn where it was fitted.
  const fitted = results?.best.filter(({ months: each }) => each > 1 && each <= 12) ?? [];
  return {
    kind: "scatter",
    id: "price",
    title: "Best interval by the cost of retraining",
    name: "Best interval by cost",
    help: "For each cost of a new model: the interval at which the median total is lowest, on the same draws. Both axes are logarithmic, so that a power of the cost is a straight line, and its slope is the exponent. The line is fitted to best intervals of 2 to 12 months.",
    unit: power ? `months · slope ${formatNumber(power.exponent, 2)}` : "months",
    digits: 0,
    x: { label: "cost of a new model, thousand €", min: 0.2, max: 2500, ticks: [1, 10, 100, 1000], log: true },
    // Room for the points of the shortest and the longest interval.
    y: { label: "months between new models", ...intervalAxis, min: 0.9, max: 28 },
    points: results
      ? [
          {
            role: cast.schedule,
            label: "Best interval",
            marker: "circle",
            x: results.best.map(({ cost }) => cost),
            y: results.best.map(({ months: each }) => each),
          },
        ]
      : [],
    lines: power
      ? [
          {
            role: "ink",
            label: `Slope ${formatNumber(power.exponent, 2)}`,
            x: fitted.map(({ cost }) => cost),
            y: fitted.map(({ cost }) => power.at1 * cost ** power.exponent),
          },
        ]
      : [],
  };
}

export function charts(results: PaceResults | undefined, values: PaceValues, moment: number): Chart[] {
  const shown = [errorChart(results, values, moment), retrainChart(results, values, moment)];
  // Who decides by hand may not see what lies ahead.
  if (isByHand(values)) return isOver(moment) ? [...shown, intervalChart(results, values)] : shown;
  const [error, retrains] = shown;
  return [
    intervalChart(results, values),
    error!,
    priceChart(results),
    ageChart(results, values),
    matrixChart(results),
    retrains!,
  ];
}
