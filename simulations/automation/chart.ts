/** Error, cost and delay of the degrees as the threshold moves, and the five side by side where it stands. */

import { quantile } from "../core/statistics/quantile";
import type { Chart, IntervalChart, LineChart, Series } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/ink/format";
import { type AutomationRun, degrees } from "./degrees";
import { type DegreeName, degreeNames, momentOf, thresholdOf, thresholds } from "./frames";
import type { AutomationValues } from "./knobs";
import type { AutomationResults } from "./results";
import { valuesAt } from "./summary";

interface Measure {
  readonly name: "error" | "cost" | "delaySeconds";
  readonly title: string;
  readonly unit: string;
  readonly digits: number;
  readonly scale: number;
  readonly help: string;
}

/** Shadow is not drawn: its verdicts are the inspectors', and it costs a little more. */
const drawn: readonly DegreeName[] = ["human", "assistance", "partial", "full"];

const measures: readonly Measure[] = [
  {
    name: "cost",
    title: "Cost per phone",
    unit: "€",
    digits: 2,
    scale: 1,
    help: "The cost of reviews, of the model’s verdicts and of mistakes, divided by the number of phones of the shift.",
  },
  {
    name: "error",
    title: "Misjudged phones",
    unit: "in 1,000",
    digits: 0,
    scale: 1000,
    help: "How many of 1,000 phones get a wrong final verdict.",
  },
  {
    name: "delaySeconds",
    title: "Time to the verdict",
    unit: "seconds",
    digits: 1,
    scale: 1,
    help: "Mean time from a phone’s arrival to its verdict, including the time it waits for a free inspector. Where the inspectors cannot keep up, no value is drawn: the queue then grows during the whole shift.",
  },
];

const moments = Array.from({ length: thresholds }, (_, moment) => moment);
const ticks = [50, 60, 70, 80, 90, 100];

function lineOf(
  { frames }: AutomationRun,
  { threshold }: AutomationValues,
  { name, scale, digits }: Measure,
  degree: DegreeName,
): Series {
  const at = moments.map((moment) => {
    const values = valuesAt(frames, moment, name, degree);
    const load = quantile(valuesAt(frames, moment, "inspectorLoad", degree), 0.5);
    const overloaded = name === "delaySeconds" && load >= 1;
    return (q: number) => (overloaded ? Number.NaN : scale * quantile(values, q));
  });
  const { role, short } = degrees[degree];
  const here = at[momentOf(threshold)]!(0.5);
  const moves = degree === "partial";
  return {
    id: degree,
    role,
    label: short,
    // The label says what holds at the threshold, not at the line's end.
    figure: Number.isFinite(here) ? formatNumber(here, digits) : "grows",
    x: moments.map(thresholdOf),
    y: at.map((value) => value(0.5)),
    ...(moves && { low: at.map((value) => value(0.1)), high: at.map((value) => value(0.9)) }),
  };
}

function measureChart(run: AutomationRun | undefined, values: AutomationValues, measure: Measure): LineChart {
  const { name, title, unit, digits, help } = measure;
  const series = run ? drawn.map((degree) => lineOf(run, values, measure, degree)) : [];
  const highest = Math.max(0, ...series.flatMap(({ y, high }) => [...y, ...(high ?? [])]).filter(Number.isFinite));
  return {
    kind: "lines",
    id: name,
    title,
    help: `${help} Only partial automation depends on the threshold. Lines are medians of the replicas. The number beside a name is the value at the chosen threshold. The band of partial automation holds 80 of 100 replicas.`,
    unit: `${unit} · line: median, band: 10–90 %`,
    digits,
    x: { label: "confidence threshold, %", min: 50, max: 100, ticks },
    y: { min: 0, max: highest > 0 ? roundUp(highest * 1.05) : 1 },
    series,
    marks: [
      { kind: "change", x: values.threshold, label: `threshold ${values.threshold} %`, short: `${values.threshold} %` },
    ],
    handle: { knob: "threshold", label: "Confidence threshold", role: "truth" },
    timeline: false,
  };
}

/** What a phone costs under each degree at the chosen threshold. */
export function degreeIntervals(run: AutomationRun, values: AutomationValues): IntervalChart {
  const rows = degreeNames.map((degree) => {
    const costs = valuesAt(run.frames, momentOf(values.threshold), "cost", degree);
    const { role, short } = degrees[degree];
    return { role, label: short, low: quantile(costs, 0.1), middle: quantile(costs, 0.5), high: quantile(costs, 0.9) };
  });
  return {
    kind: "intervals",
    id: "degrees",
    title: `The five degrees at ${values.threshold} %`,
    help: "What a phone costs with each degree of automation, at the chosen confidence threshold. Marker: median of the replicas; line: 10–90 %.",
    unit: "€ a phone",
    digits: 2,
    x: { label: "", min: 0, max: roundUp(Math.max(...rows.map(({ high }) => high)) * 1.05) },
    rows,
  };
}

export const charts = (results: AutomationResults | undefined, values: AutomationValues): Chart[] =>
  measures.map((measure) => measureChart(results?.run, values, measure));
