/** What the retraining race draws: error by month, what each model had learnt from, and the cost since the change. */
import { bandOf } from "../core/statistics/band";
import { measureOf } from "../core/worlds/measures";
import { bandSeries } from "../course/band-series";
import type { Chart, IntervalChart, LineChart, Mark, StripChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { changes, strategies } from "./contest";
import { contestantsOf, monthsBefore } from "./frames";
import { movedBy, type RetrainingValues, recurringText } from "./knobs";
import type { RetrainingResults } from "./results";
import { changeMonth } from "./summary";

export const lastMonth = (values: RetrainingValues): number => values.months - 1;

const monthTicks = (months: number): number[] => {
  const step = months > 12 ? 6 : 3;
  return Array.from({ length: Math.floor((months - 1) / step) + 1 }, (_, i) => i * step);
};

const timeAxis = (values: RetrainingValues) => ({
  label: "months since release",
  // Half a month to the left, so that the bar of the first month has room.
  min: -monthsBefore - 0.5,
  max: lastMonth(values),
  ticks: monthTicks(values.months),
});

/** How far the world moves, with its unit, e.g. "40 thousand €". */
export function sizeText({ world, strength }: Pick<RetrainingValues, "world" | "strength">): string {
  const size = formatNumber(movedBy[world](strength), 0);
  return { houses: `${size} thousand €`, queries: `${size}°`, weather: `${size} % of the days` }[world];
}

/** What changes and how far, for the name of the line in the chart. */
export function changeText(values: RetrainingValues): string {
  const { world, shape } = values;
  const what = {
    houses: `prices change by ${sizeText(values)}`,
    queries: `the boundary rotates by ${sizeText(values)}`,
    weather: movedBy.weather(values.strength) === 100 ? "New York" : `${sizeText(values)} from New York`,
  }[world];
  return shape === "recurring" ? `${what}, and back every ${recurringText} months` : what;
}

/** Room for the largest error to expect, so that the axis stands still while a slider is dragged. */
function expectedTop(values: RetrainingValues): number {
  if (values.world === "houses")
    return Math.hypot(values.noise, values.shape === "none" ? 0 : movedBy.houses(values.strength)) * 1.15;
  return values.world === "queries" ? 12 : 6;
}

function marksOf(values: RetrainingValues, floor: number | undefined, digits: number): Mark[] {
  const marks: Mark[] = [{ kind: "field", from: -monthsBefore - 0.5, to: -0.5, label: "before release" }];
  if (changes(values))
    marks.push({
      kind: "change",
      x: values.onset - 0.5,
      label: `month ${values.onset}: ${values.shape === "sudden" ? "" : "from here "}${changeText(values)}`,
      short: `month ${values.onset}: change`,
    });
  if (floor !== undefined)
    marks.push({
      kind: "level",
      at: floor,
      role: "truth",
      label: `${formatNumber(floor, digits)}: noise, no model can do better`,
    });
  return marks;
}

export function errorChart(results: RetrainingResults | undefined, values: RetrainingValues): LineChart {
  const { title, unit, what, digits, examples } = measureOf(values);
  const series = contestantsOf(values).flatMap((name, s) => {
    const { role, label } = strategies[name];
    return results ? [bandSeries(name, role, label, results.errors[s]!, true)] : [];
  });
  const highest = Math.max(expectedTop(values), ...series.flatMap(({ high }) => high ?? []));
  const floor = results?.noiseFloor;
  return {
    kind: "lines",
    id: "error",
    title,
    name: "Error",
    help: `Each month all models are tested on the same 200 new ${examples} of that month. The line is the median of the errors (${what}) of all replicas. 80 of 100 replicas lie inside the band.`,
    unit: `${unit} · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(highest) },
    series,
    marks: marksOf(values, floor, digits),
    ...(changes(values) && {
      handle: { knob: "onset", label: "Month of the change", offset: -0.5, role: "truth" as const },
    }),
    timeline: true,
  };
}

export function memoryStrips(
  results: RetrainingResults | undefined,
  values: RetrainingValues,
  moment: number,
): StripChart {
  const frame = results?.byMonth.get(Math.floor(moment)) ?? results?.run.frames.at(-1);
  const past = frame ? monthsBefore + frame.moment : 0;
  return {
    kind: "strips",
    id: "memory",
    title: `Weight of each month’s ${measureOf(values).examples} in training`,
    name: "Weights in training",
    help: "What each model was trained on. Each bar is one month of data. The height of the bar is the weight of one example of that month; the newest examples have weight 1. A month has no bar while its labels are not known.",
    unit: frame ? `for the model used in month ${frame.moment}` : "",
    digits: 2,
    x: timeAxis(values),
    rows: contestantsOf(values).map((name, s) => ({
      role: strategies[name].role,
      label: strategies[name].label,
      x: Array.from({ length: past }, (_, m) => m - monthsBefore),
      height: frame ? Array.from(frame.weights.subarray(s * past, (s + 1) * past)) : [],
    })),
  };
}

/**
 * Cost since the change, per strategy: what its errors add up to above the noise; without a known noise, the mean error. Rows are
 * in the order of their medians; a pinned run's rows are found by their role.
 */
export function costChart({ contest, values, noiseFloor: floor }: RetrainingResults): IntervalChart | undefined {
  if (!contest) return undefined;
  const { unit, digits, what } = measureOf(values);
  const from = changeMonth(values);
  const months = values.months - from;
  const cost = (error: number) => (floor === undefined ? error : (error - floor) * months);
  const rows = contestantsOf(values)
    .map((name, s) => {
      const { role, label } = strategies[name];
      return { role, label, ...bandOf(contest.since[s]!.map(cost)) };
    })
    .sort((a, b) => a.middle - b.middle);
  const lowest = Math.min(...rows.map(({ low }) => low));
  const span = `months ${from}–${lastMonth(values)}`;
  const title = changes(values) ? "since the change" : `from month ${from} on`;
  return {
    kind: "intervals",
    id: "cost",
    title: floor === undefined ? `Mean error ${title}` : `Cost ${title}`,
    name: floor === undefined ? "Mean error" : "Cost",
    help:
      floor === undefined
        ? `The mean of the monthly errors (${what}) over ${span}. The mark is the median of the replicas; 80 of 100 replicas lie on the line. Lines of two strategies may overlap although one is cheaper in almost every replica: compare replica by replica.`
        : `For each month: the error minus the noise that no model can avoid. The cost is the sum of these differences over ${span}. The mark is the median of the replicas; 80 of 100 replicas lie on the line. Lines of two strategies may overlap although one is cheaper in almost every replica: compare replica by replica.`,
    unit:
      floor === undefined
        ? `${unit}, ${span}`
        : `${unit === "%" ? "percentage points" : unit} above the noise, ${span} summed`,
    digits: floor === undefined ? 2 : digits,
    // With plenty of data a replica's error can lie a little below the noise, by chance.
    x: {
      label: "",
      min: lowest < 0 ? -roundUp(-lowest) : 0,
      max: roundUp(Math.max(...rows.map(({ high }) => high), 1e-3)),
    },
    rows,
  };
}

export function charts(results: RetrainingResults | undefined, values: RetrainingValues, moment: number): Chart[] {
  return [errorChart(results, values), memoryStrips(results, values, moment)];
}
