/** What the serving bench draws: latencies so far, latency, load and losses over the period, and the log's two sides. */

import type { Chart, LineChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { histogramChart } from "./chart-latency";
import { peopleChart, powerChart } from "./chart-log";
import type { ServingValues } from "./knobs";
import {
  highestOf,
  isOut,
  isUnstable,
  limitMs,
  meaning,
  outage,
  overTime,
  type Parts,
  partAt,
  timeAxis,
  unitOfTime,
} from "./period";
import type { ServingResults } from "./results";
import { asServed } from "./summary";
import { type Figure, figures, framesByPart, type ServingRun } from "./waits";

export function latencyChart(parts: Parts, run: ServingRun | undefined, values: ServingValues): LineChart {
  const each = unitOfTime(values);
  const series = run
    ? [
        overTime(parts, { id: "p50", role: "measure", label: "p50" }, (frames) => figures(frames, "partP50Ms")),
        overTime(parts, { id: "p99", role: "measure-2", label: "p99" }, (frames) => figures(frames, "partP99Ms")),
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
    unit: `ms · ${steady}${meaning(run, values)}`,
    digits: highest < 20 ? 1 : 0,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(1.5 * limitMs, highest)) },
    series,
    marks: [...outage(values, false), { kind: "level", at: limitMs, role: "alarm", label: `${limitMs} ms` }],
    timeline: true,
  };
}

function utilisationChart(parts: Parts, run: ServingRun | undefined, values: ServingValues): LineChart {
  return {
    kind: "lines",
    id: "utilisation",
    title: "Utilisation",
    help: "The share of the servers’ time in which they work. Near 100 % the queue that a small burst leaves behind is still there when the next burst arrives.",
    unit: `% of the servers’ time · ${meaning(run, values)}`,
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: 1, ticks: [0, 0.5, 1], format: "percent" },
    series: run
      ? [
          overTime(parts, { id: "busy", role: "measure", label: "Busy" }, (frames) =>
            figures(frames, "partUtilisation"),
          ),
        ]
      : [],
    marks: outage(values),
    timeline: true,
    height: "low",
  };
}

function inSystemChart(parts: Parts, run: ServingRun | undefined, values: ServingValues): LineChart {
  const series = run
    ? [
        overTime(parts, { id: "inside", role: "measure", label: "In the system" }, (frames) =>
          figures(frames, "inSystem"),
        ),
      ]
    : [];
  return {
    kind: "lines",
    id: "in-system",
    title: "Requests in the system",
    help: `Requests that wait or are being served when the ${unitOfTime(values)} ends. Under overload this number keeps growing.`,
    unit: `requests${isUnstable(values) ? " · no steady state" : ""} · ${meaning(run, values)}`,
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
  { name: "rejected", role: "measure-2", label: "Rejected" },
  { name: "lost", role: "measure", label: "Lost" },
] as const;

/** What can happen with these settings; where nothing can, a line at zero says so. */
function lossChart(parts: Parts, run: ServingRun | undefined, values: ServingValues): LineChart {
  const happens = losses.filter(({ name }) => (name === "lost" ? isOut(values) : asServed(values).queueLimit > 0));
  const possible = happens.length > 0 ? happens : losses.filter(({ name }) => name === "lost");
  const inPart = (part: number, name: Figure) => {
    const before = part > 0 ? figures(parts[part - 1]!, name) : [];
    return figures(parts[part]!, name).map((count, r) => count - (before[r] ?? 0));
  };
  const series = run
    ? possible.map(({ name, role, label }) =>
        overTime(parts, { id: name, role, label }, (_, part) => {
          const all = (["answered", "rejected", "lost"] as const).map((one) => inPart(part, one));
          return inPart(part, name).map((count, r) => {
            const requests = all.reduce((sum, counts) => sum + counts[r]!, 0);
            return requests > 0 ? count / requests : Number.NaN;
          });
        }),
      )
    : [];
  return {
    kind: "lines",
    id: "losses",
    title: "Unanswered requests",
    help: `The share of the requests of each ${unitOfTime(values)} that are never answered. Rejected: the queue was full. Lost: the connection to the cloud was down.`,
    unit: `% of the requests · ${meaning(run, values)}`,
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: 1, ticks: [0, 0.5, 1], format: "percent" },
    series,
    marks: outage(values),
    timeline: true,
    height: "low",
  };
}

export function serviceCharts(results: ServingResults | undefined, values: ServingValues, moment: number): Chart[] {
  const run = results?.run;
  const parts = framesByPart(run);
  const part = partAt(moment);
  return [
    histogramChart(parts, run, values, part),
    latencyChart(parts, run, values),
    utilisationChart(parts, run, values),
    inSystemChart(parts, run, values),
    lossChart(parts, run, values),
  ];
}

export function logCharts(results: ServingResults | undefined, values: ServingValues, moment: number): Chart[] {
  const run = results?.run;
  const parts = framesByPart(run);
  const part = partAt(moment);
  return [peopleChart(parts, run, values, part), powerChart(parts, run, values, part)];
}

/** All of them, whatever a lesson's cell is about. */
export const charts = (results: ServingResults | undefined, values: ServingValues, moment: number): Chart[] => [
  ...serviceCharts(results, values, moment),
  ...logCharts(results, values, moment),
];
