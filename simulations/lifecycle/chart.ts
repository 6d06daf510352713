/** What the voice-command project draws: the year after the release, the places of the test, and the answers' times. */
import { bandOf } from "../core/statistics/band";
import { bandSeries } from "../course/band-series";
import type { Chart, IntervalChart, LineChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { conditionLabels } from "./condition-labels";
import { conditions, responseNames } from "./frames";
import type { LifecycleValues } from "./knobs";
import { arrivalMonth, clipsAMonth, months, newShare, replyMonth } from "./plan";
import { changes, responseOf, responseOptions } from "./responses";
import type { LifecycleResults } from "./results";

const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1);
const percent = (shares: readonly number[]) => shares.map((share) => 100 * share);

function yearChart(results: LifecycleResults | undefined, values: LifecycleValues): LineChart {
  const chosen = responseOptions.find(({ id }) => id === responseOf(values))!;
  return {
    kind: "lines",
    id: "year",
    title: "Commands understood, month by month",
    name: "The year",
    help: `Month 0 is the release test: the same number of clips of each place. Then the model of each replica is tested on ${clipsAMonth} clips of every month’s traffic. ${changes(values) ? "All three responses are tried on the same clips. " : ""}A line is the median of all replicas. The band belongs to ${changes(values) ? "the response you chose" : "the released model"}; 80 of 100 replicas lie inside it.`,
    unit: `% · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits: 0,
    x: { label: "months since release", min: 0, max: months, ticks: [0, 3, 6, 9, 12] },
    y: { min: 0, max: 100, ticks: [0, 25, 50, 75, 100] },
    series: results
      ? (changes(values) ? responseOptions : [chosen]).map(({ id, role, label }) => ({
          ...bandSeries(
            id,
            role!,
            changes(values) ? label : "Released model",
            results.accuracy[responseNames.indexOf(id)]!.map(([month, shares]) => [month, percent(shares)]),
            true,
          ),
          bandHidden: id !== chosen.id,
        }))
      : [],
    marks: [
      { kind: "level", at: values.targetAccuracy, role: "truth", label: `target: ${values.targetAccuracy} %` },
      ...(changes(values)
        ? ([
            {
              kind: "change",
              x: arrivalMonth - 0.5,
              label: `month ${arrivalMonth}: ${newShare} % from a new place`,
              short: "new place",
            },
            {
              kind: "field",
              from: replyMonth - 0.5,
              to: months,
              label: `your response: ${lower(chosen.label)}`,
            },
          ] as const)
        : []),
    ],
    timeline: true,
  };
}

function placesChart(results: LifecycleResults | undefined, values: LifecycleValues): IntervalChart {
  return {
    kind: "intervals",
    id: "places",
    title: "Error analysis: commands understood in each place",
    name: "By place",
    help: "The release test has the same number of clips of each place. The mark is the median of all replicas; 80 of 100 replicas lie on the line.",
    unit: "% of the release test",
    digits: 0,
    x: { label: "", min: 0, max: 100, ticks: [0, 25, 50, 75, 100] },
    rows: results
      ? [
          { role: "ink" as const, label: "All places", ...bandOf(percent(results.teams.accuracy)) },
          ...conditions.map((condition, c) => ({
            role: "blue" as const,
            label: conditionLabels[condition],
            ...bandOf(percent(results.teams.byCondition[c]!)),
          })),
        ]
      : [],
    marks: [{ kind: "level", at: values.targetAccuracy, role: "truth", label: `target: ${values.targetAccuracy} %` }],
  };
}

function answersChart(results: LifecycleResults | undefined, values: LifecycleValues): IntervalChart {
  const latency = results ? bandOf(results.teams.latencyMs) : undefined;
  return {
    kind: "intervals",
    id: "latency",
    title: "Latency on the target device",
    name: "Latency",
    help: "Computed, not measured: we assume that the target device, a slow chip, needs 0.5 ms for each 10 ms of sound and 0.02 ms for each multiplication in the network. In each replica, 95 of 100 answers come within its p95 latency. The mark is the median of all replicas; 80 of 100 replicas lie on the line.",
    unit: "ms, p95",
    digits: 0,
    x: { label: "", min: 0, max: roundUp(1.1 * Math.max(values.targetLatency, latency?.high ?? 0)) },
    rows: latency ? [{ role: "blue", label: `${formatNumber(values.hidden, 0)} hidden units`, ...latency }] : [],
    marks: [{ kind: "level", at: values.targetLatency, role: "truth", label: `target: ${values.targetLatency} ms` }],
  };
}

export const charts = (results: LifecycleResults | undefined, values: LifecycleValues): Chart[] => [
  yearChart(results, values),
  placesChart(results, values),
  answersChart(results, values),
];
