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
import { type Figure, figures, framesByPart, type ServingRun } from "./waits";

export function latencyChart(parts: Parts, run: ServingRun | undefined, values: ServingValues): LineChart {
  const each = unitOfTime(values);
  const series = run
    ? [
        overTime(parts, { id: "p50", role: "all", label: "p50" }, (frames) => figures(frames, "partP50Ms")),
        overTime(parts, { id: "p99", role: "weighted", label: "p99" }, (frames) => figures(frames, "partP99Ms")),
      ]
    : [];
  const highest = highestOf(series);
  const steady = isUnstable(values) ? "no steady state: it grows for as long as it runs · " : "";
  return {
    kind: "lines",
    id: "latency",
    title: `Latency in each ${each}`,
    help: `From sending a request to having its answer, of the requests that arrived in the ${each} and were answered: network, wait in the line, and service. Half of them are faster than p50, 99 in 100 faster than p99. ${limitMs} ms is where the software checklist draws the line for “real time”.`,
    unit: `ms · ${steady}${meaning(run, values)}`,
    digits: highest < 20 ? 1 : 0,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(1.5 * limitMs, highest)) },
    series,
    ...outage(values, "connection out"),
    limits: [{ y: limitMs, role: "alarm", label: `${limitMs} ms` }],
    timeline: true,
  };
}

function utilisationChart(parts: Parts, run: ServingRun | undefined, values: ServingValues): LineChart {
  return {
    kind: "lines",
    id: "utilisation",
    title: "Utilisation",
    help: "Share of the servers’ time spent working. Near 100 % a small burst has nowhere to go: the line it leaves is still there when the next one comes.",
    unit: `% of the servers’ time · ${meaning(run, values)}`,
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: 1, ticks: [0, 0.5, 1], format: "percent" },
    series: run
      ? [overTime(parts, { id: "busy", role: "all", label: "Busy" }, (frames) => figures(frames, "partUtilisation"))]
      : [],
    ...outage(values),
    timeline: true,
    height: "low",
  };
}

function lineChart(parts: Parts, run: ServingRun | undefined, values: ServingValues): LineChart {
  const series = run
    ? [overTime(parts, { id: "inside", role: "all", label: "In the system" }, (frames) => figures(frames, "inSystem"))]
    : [];
  return {
    kind: "lines",
    id: "in-system",
    title: "Requests in the system",
    help: `Waiting or being served when the ${unitOfTime(values)} ends. A line that keeps growing is what overload looks like from inside.`,
    unit: `requests${isUnstable(values) ? " · no steady state" : ""} · ${meaning(run, values)}`,
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(4, highestOf(series))) },
    series,
    ...outage(values),
    timeline: true,
    height: "low",
  };
}

const losses = [
  { name: "rejected", role: "window", label: "Turned away" },
  { name: "lost", role: "alarm", label: "Connection out" },
] as const;

/** Only where something can be lost. */
function lossChart(parts: Parts, run: ServingRun | undefined, values: ServingValues): LineChart[] {
  const possible = losses.filter(({ name }) => (name === "lost" ? isOut(values) : values.queueLimit > 0));
  if (possible.length === 0) return [];
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
  return [
    {
      kind: "lines",
      id: "losses",
      title: "Requests without an answer",
      help: `Share of the requests of each ${unitOfTime(values)} that never have an answer: turned away because the line was full, or lost because the connection to the cloud was out.`,
      unit: `% of the requests · ${meaning(run, values)}`,
      digits: 0,
      x: timeAxis(values),
      y: { min: 0, max: 1, ticks: [0, 0.5, 1], format: "percent" },
      series,
      ...outage(values),
      timeline: true,
      height: "low",
    },
  ];
}

export function charts(run: ServingRun | undefined, values: ServingValues, moment: number): Chart[] {
  const parts = framesByPart(run);
  const part = partAt(moment);
  return [
    histogramChart(parts, run, values, part),
    latencyChart(parts, run, values),
    utilisationChart(parts, run, values),
    lineChart(parts, run, values),
    ...lossChart(parts, run, values),
    powerChart(parts, run, values, part),
    peopleChart(parts, run, values, part),
  ];
}
