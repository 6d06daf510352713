/** What the serving bench draws: latencies so far, latency, load and losses over the period, and the log's two sides. */
import { highestOf } from "../course/band-series";
import type { Chart, LineChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { histogramChart } from "./chart-latency";
import { peopleChart, powerChart } from "./chart-log";
import { limitMs } from "./frames";
import type { ServingValues } from "./knobs";
import { asServed, isUnstable } from "./load";
import { isOut, lineText, outage, overTime, timeAxis, unitOfTime } from "./period";
import type { ServingResults } from "./results";

function latencyChart(results: ServingResults | undefined, values: ServingValues): LineChart {
  const each = unitOfTime(values);
  const series = results
    ? [
        overTime(results, { id: "p50", role: "ink", label: "p50" }, "partP50Ms"),
        overTime(results, { id: "p99", role: "ink-dashed", label: "p99" }, "partP99Ms"),
      ]
    : [];
  const highest = highestOf(series);
  const steady = isUnstable(values) ? "no steady state: latency grows for as long as the service runs · " : "";
  return {
    kind: "lines",
    id: "latency",
    title: `Latency in each ${each}`,
    name: "Latency over time",
    help: `Time from sending a request to receiving its answer: network, waiting in the queue, and service. Counted are the requests that arrived in this ${each} and were answered. Half of them are faster than p50; 99 in 100 are faster than p99. The limit for real time is ${limitMs} ms.`,
    unit: `ms · ${steady}${lineText(results, values)}`,
    digits: highest < 20 ? 1 : 0,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(1.5 * limitMs, highest)) },
    series,
    marks: [...outage(values, false), { kind: "level", at: limitMs, role: "alarm", label: `${limitMs} ms` }],
    timeline: true,
  };
}

function utilisationChart(results: ServingResults | undefined, values: ServingValues): LineChart {
  return {
    kind: "lines",
    id: "utilisation",
    title: "Utilisation",
    help: "The share of the servers’ time in which they work. Near 100 % the queue that a small burst leaves behind is still there when the next burst arrives.",
    unit: `% of the servers’ time · ${lineText(results, values)}`,
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: 1, ticks: [0, 0.5, 1], format: "percent" },
    series: results ? [overTime(results, { id: "busy", role: "ink", label: "Busy" }, "partUtilisation")] : [],
    marks: outage(values),
    timeline: true,
    height: "low",
  };
}

function inSystemChart(results: ServingResults | undefined, values: ServingValues): LineChart {
  const series = results ? [overTime(results, { id: "inside", role: "ink", label: "In the system" }, "inSystem")] : [];
  return {
    kind: "lines",
    id: "in-system",
    title: "Requests in the system",
    help: `Requests that wait or are being served when the ${unitOfTime(values)} ends. Under overload this number keeps growing.`,
    unit: `requests${isUnstable(values) ? " · no steady state" : ""} · ${lineText(results, values)}`,
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(4, highestOf(series))) },
    series,
    marks: outage(values),
    timeline: true,
    height: "low",
  };
}

const losses = [
  { id: "rejected", role: "ink-dashed", label: "Rejected", figure: "partRejectedShare" },
  { id: "lost", role: "ink", label: "Lost", figure: "partLostShare" },
] as const;

/** What can happen with these settings; where nothing can, a line at zero says so. */
function lossChart(results: ServingResults | undefined, values: ServingValues): LineChart {
  const happens = losses.filter(({ id }) => (id === "lost" ? isOut(values) : asServed(values).queueLimit > 0));
  const possible = happens.length > 0 ? happens : losses.filter(({ id }) => id === "lost");
  const series = results ? possible.map(({ figure, ...line }) => overTime(results, line, figure)) : [];
  return {
    kind: "lines",
    id: "losses",
    title: "Unanswered requests",
    help: `The share of the requests of each ${unitOfTime(values)} that are never answered. Rejected: the queue was full. Lost: the connection to the cloud was down.`,
    unit: `% of the requests · ${lineText(results, values)}`,
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: 1, ticks: [0, 0.5, 1], format: "percent" },
    series,
    marks: outage(values),
    timeline: true,
    height: "low",
  };
}

export const serviceCharts = (results: ServingResults | undefined, values: ServingValues, moment: number): Chart[] => [
  histogramChart(results, values, moment),
  latencyChart(results, values),
  utilisationChart(results, values),
  inSystemChart(results, values),
  lossChart(results, values),
];

export const logCharts = (results: ServingResults | undefined, values: ServingValues, moment: number): Chart[] => [
  peopleChart(results, values, moment),
  powerChart(results, values, moment),
];

/** All of them, whatever a lesson's cell is about. */
export const charts = (results: ServingResults | undefined, values: ServingValues, moment: number): Chart[] => [
  ...serviceCharts(results, values, moment),
  ...logCharts(results, values, moment),
];
