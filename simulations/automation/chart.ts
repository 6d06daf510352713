/** Error, cost and delay of the degrees as the threshold moves, and the five side by side where it stands. */
import { quantile } from "../core/statistics/quantile";
import type { Chart, IntervalChart, LineChart, Series } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/format";
import { type AutomationRun, degrees } from "./degrees";
import { type DegreeName, degreeNames, momentOf, thresholdOf, thresholds } from "./frames";
import type { AutomationValues } from "./knobs";
import { figuresAt } from "./summary";

type Figure = "error" | "cost" | "delaySeconds";

interface Measure {
  readonly figure: Figure;
  readonly title: string;
  readonly unit: string;
  readonly digits: number;
  readonly scale: number;
  readonly help: string;
  /** Shadow does what humans do, in all but its cost. */
  readonly of: readonly DegreeName[];
}

const measures: readonly Measure[] = [
  {
    figure: "cost",
    title: "Cost of a phone",
    unit: "€",
    digits: 2,
    scale: 1,
    help: "Looks of inspectors, verdicts of the model and mistakes, divided by all phones of the shift.",
    of: ["human", "assistance", "partial", "full"],
  },
  {
    figure: "error",
    title: "Misjudged phones",
    unit: "in 1,000",
    digits: 0,
    scale: 1000,
    help: "Share of the shift’s phones whose final verdict is wrong.",
    of: ["human", "assistance", "partial", "full"],
  },
  {
    figure: "delaySeconds",
    title: "Delay to the verdict",
    unit: "seconds",
    digits: 1,
    scale: 1,
    help: "Mean time from a phone’s arrival to its verdict, waiting for a free inspector included. There is no figure where the inspectors have more to do than they can: the line then grows for as long as the shift lasts.",
    of: ["human", "assistance", "partial", "full"],
  },
];

const moments = Array.from({ length: thresholds }, (_, moment) => moment);
const ticks = [50, 60, 70, 80, 90, 100];

function lineOf(
  { frames }: AutomationRun,
  { threshold }: AutomationValues,
  { figure, scale, digits }: Measure,
  degree: DegreeName,
): Series {
  const at = moments.map((moment) => {
    const values = figuresAt(frames, moment, figure, degree);
    const load = quantile(figuresAt(frames, moment, "inspectorLoad", degree), 0.5);
    const overloaded = figure === "delaySeconds" && load >= 1;
    return (q: number) => (overloaded ? Number.NaN : scale * quantile(values, q));
  });
  const { role, label } = degrees[degree];
  const here = at[momentOf(threshold)]!(0.5);
  const moves = degree === "partial";
  return {
    id: degree,
    role,
    label,
    // The label says what holds at the threshold, not at the line's end.
    figure: Number.isFinite(here) ? formatNumber(here, digits) : "grows",
    x: moments.map(thresholdOf),
    y: at.map((value) => value(0.5)),
    ...(moves && { low: at.map((value) => value(0.1)), high: at.map((value) => value(0.9)) }),
  };
}

function measureChart(run: AutomationRun | undefined, values: AutomationValues, measure: Measure): LineChart {
  const { figure, title, unit, digits, help, of } = measure;
  const series = run ? of.map((degree) => lineOf(run, values, measure, degree)) : [];
  const highest = Math.max(0, ...series.flatMap(({ y, high }) => [...y, ...(high ?? [])]).filter(Number.isFinite));
  return {
    kind: "lines",
    id: figure,
    title,
    help: `${help} Only partial automation depends on the threshold. Lines are medians of the replicas, the names carry the figure at the threshold; the band, drawn for partial automation, holds the middle 80 %.`,
    unit: `${unit} · line: median, band: 10–90 %`,
    digits,
    x: { label: "confidence threshold, %", min: 50, max: 100, ticks },
    y: { min: 0, max: highest > 0 ? roundUp(highest * 1.05) : 1 },
    series,
    changes: [{ x: values.threshold, label: `threshold ${values.threshold} %`, short: `${values.threshold} %` }],
    timeline: false,
  };
}

/** What a phone costs under each degree at the chosen threshold. */
export function degreeIntervals(run: AutomationRun, values: AutomationValues): IntervalChart {
  const rows = degreeNames.map((degree) => {
    const costs = figuresAt(run.frames, momentOf(values.threshold), "cost", degree);
    return {
      ...degrees[degree],
      low: quantile(costs, 0.1),
      middle: quantile(costs, 0.5),
      high: quantile(costs, 0.9),
    };
  });
  return {
    kind: "intervals",
    id: "degrees",
    title: `The five degrees at ${values.threshold} %`,
    help: "What a phone costs under each degree, with the confidence threshold where it stands. Marker: median of the replicas; line: 10–90 %.",
    unit: "€ a phone",
    digits: 2,
    x: { label: "", min: 0, max: roundUp(Math.max(...rows.map(({ high }) => high)) * 1.05) },
    rows,
  };
}

export const charts = (run: AutomationRun | undefined, values: AutomationValues): Chart[] =>
  measures.map((measure) => measureChart(run, values, measure));
