/** Error, cost and delay of the degrees as the threshold moves, and the five side by side where it stands. */

import type { Band } from "../core/statistics/band";
import type { Chart, IntervalChart, LineChart, Series } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/ink/format";
import { degrees } from "./degrees";
import { type DegreeName, degreeNames, momentOf, thresholdOf } from "./frames";
import type { AutomationValues } from "./knobs";
import type { AutomationResults } from "./results";

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

const ticks = [50, 60, 70, 80, 90, 100];

function lineOf({ bands, values }: AutomationResults, { name, scale, digits }: Measure, degree: DegreeName): Series {
  const loads = bands("inspectorLoad", degree);
  const grows = (moment: number) => name === "delaySeconds" && loads[moment]!.middle >= 1;
  const drawnBands = bands(name, degree);
  const at = (end: keyof Band) => drawnBands.map((band, moment) => (grows(moment) ? Number.NaN : scale * band[end]));
  const middle = at("middle");
  const { role, short } = degrees[degree];
  const here = middle[momentOf(values.threshold)]!;
  const moves = degree === "partial";
  return {
    id: degree,
    role,
    label: short,
    // The label says what holds at the threshold, not at the line's end.
    figure: Number.isFinite(here) ? formatNumber(here, digits) : "grows",
    x: middle.map((_, moment) => thresholdOf(moment)),
    y: middle,
    ...(moves && { low: at("low"), high: at("high") }),
  };
}

function measureChart(results: AutomationResults | undefined, values: AutomationValues, measure: Measure): LineChart {
  const { name, title, unit, digits, help } = measure;
  const series = results ? drawn.map((degree) => lineOf(results, measure, degree)) : [];
  const highest = Math.max(0, ...series.flatMap(({ y, high }) => [...y, ...(high ?? [])]).filter(Number.isFinite));
  return {
    kind: "lines",
    id: name,
    title,
    help: `${help} Only partial automation depends on the threshold. Lines are medians of the replicas. The number beside a name is the value at the chosen threshold. The band of partial automation holds 80 of 100 replicas.`,
    unit: `${unit} · line: median, band: 10–90 % · numbers: threshold ${values.threshold} %`,
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
export function degreeIntervals({ costs, values }: AutomationResults): IntervalChart {
  const rows = degreeNames.map((degree, d) => {
    const { role, short } = degrees[degree];
    return { role, label: short, ...costs[d]! };
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
  measures.map((measure) => measureChart(results, values, measure));
