/** The swap of stages, metrics of all stages, and accuracy against saved bandwidth. */
import type { Chart, IntervalChart, LineChart } from "../ui/chart/model";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import type { Role } from "../ui/ink/roles";
import { type Cell, cells, emptyBelow, movedLimit, window } from "./frames";
import type { PipelinesValues } from "./knobs";
import { metricRows, stageNames, stageRoles } from "./metric-rows";
import type { PipelinesResults } from "./results";
import type { FrontierPoint } from "./summary";

const fifths = [0, 20, 40, 60, 80, 100];

const cellRows: Readonly<Record<Cell, { readonly role: Role; readonly label: string }>> = {
  oldOld: { role: "ink", label: "Before the change" },
  oldNew: { role: "blue", label: "Only the sound is new" },
  newOld: { role: "amber", label: "Only the stretches are new" },
  newNew: { role: "green", label: "After the change" },
};

function swapChart(results: PipelinesResults | undefined): IntervalChart {
  return {
    kind: "intervals",
    id: "swap",
    title: "Words recognised correctly, stages swapped",
    name: "Swap of stages",
    help: `The same recordings, ${window.recordings * window.words} words in each replica, answered four times. The stretches are those that the VAD sent before the change, or those that it sends after it. The sound inside the stretches is the sound from before the change, or the sound from after it. A word that is not sent counts as wrong. Circle: median of the replicas; line: 80 of 100 replicas.`,
    unit: "% of all words",
    digits: 0,
    x: { label: "words recognised correctly (%)", min: 0, max: 100, ticks: fifths },
    rows: results
      ? cells.map((cell) => {
          const { low, middle, high } = results.accuracy[cell];
          return { ...cellRows[cell], low: 100 * low, middle: 100 * middle, high: 100 * high };
        })
      : [],
  };
}

/** Further away than this is drawn at the edge. */
const farthest = 12;
const inside = (moved: number) => Math.min(farthest, Math.max(-farthest, moved));

function stagesChart(results: PipelinesResults | undefined): IntervalChart {
  return {
    kind: "intervals",
    id: "stages",
    title: "How far each metric has moved",
    name: "Metrics of the stages",
    help: `Each metric is computed for ${window.recordings} recordings before the change (the reference window) and for ${window.recordings} other recordings after it. The chart shows the difference of the two means, divided by its standard error. From ${movedLimit} standard errors on, we say that the metric has moved. Values beyond ${farthest} are drawn at ${farthest}. The swing of the background says how far the level of the background goes up and down. High tones minus low tones says how much louder the high frequencies are than the low ones. The recogniser gives an empty answer when no word has a probability of ${emptyBelow} or more. No metric needs to know which words were said.`,
    unit: `standard errors from the reference window, at most ${farthest}`,
    digits: 1,
    x: {
      label: "standard errors",
      min: -farthest,
      max: farthest,
      ticks: [-farthest, -8, -movedLimit, 0, movedLimit, 8, farthest],
    },
    rows: results
      ? metricRows.map(({ stage, label }, m) => {
          const { low, middle, high } = results.metrics[m]!.moved;
          return {
            role: stageRoles[stage],
            label: `${stageNames[stage]}: ${label}`,
            low: inside(low),
            middle: inside(middle),
            high: inside(high),
          };
        })
      : [],
    marks: [
      { kind: "level", at: -movedLimit, role: "alarm", label: `−${movedLimit}` },
      { kind: "level", at: movedLimit, role: "alarm", label: `${movedLimit}` },
    ],
  };
}

function frontierChart(results: PipelinesResults | undefined, values: PipelinesValues): LineChart {
  const line = (id: string, role: Role, label: string, points: readonly FrontierPoint[]) => ({
    id,
    role,
    label,
    x: points.map(({ bandwidthSaved }) => 100 * bandwidthSaved),
    y: points.map(({ accuracy }) => 100 * accuracy),
    low: points.map(({ accuracyP10 }) => 100 * accuracyP10),
    high: points.map(({ accuracyP90 }) => 100 * accuracyP90),
    figure: "",
  });
  const lines = results
    ? [
        line("before", "ink", "Before the change", results.frontier.before),
        ...(values.change === "none" ? [] : [line("after", "green", "After the change", results.frontier.after)]),
      ]
    : [];
  const saved = lines.flatMap(({ x }) => x);
  return {
    kind: "lines",
    id: "frontier",
    title: "Words recognised against bandwidth saved",
    name: "Accuracy and bandwidth",
    help: "Each line joins VAD thresholds from 0.5 (left) to 0.95 (right). To the right, less of the sound is sent. Upwards, more words are recognised correctly. The labelled mark is the threshold that you have set.",
    unit: `% of all words · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits: 0,
    x: {
      label: "bandwidth saved (%)",
      min: Math.floor(Math.min(40, ...saved) / 10) * 10,
      max: Math.ceil(Math.max(80, ...saved) / 10) * 10,
    },
    y: { min: 0, max: 100, ticks: fifths },
    series: lines,
    marks: results
      ? [
          {
            kind: "event",
            x: 100 * results.saved.after.middle,
            y: 100 * results.accuracy.newNew.middle,
            role: "you",
            label: `threshold ${formatNumber(values.vadThreshold, 2)}`,
          },
        ]
      : [],
    timeline: false,
  };
}

export const charts = (results: PipelinesResults | undefined, values: PipelinesValues): Chart[] => [
  swapChart(results),
  stagesChart(results),
  frontierChart(results, values),
];
