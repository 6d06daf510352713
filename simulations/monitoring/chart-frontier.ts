/** How good the alarms were: false alarms against days, help under fatigue, and what each metric is worth. Told once the answer is. */
import { bandOfKnown } from "../core/statistics/band";
import { seriesOf } from "../course/band-series";
import { cast } from "../course/cast";
import type { LineChart, RankedChart, Role, ScatterChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { ruleText } from "./event-names";
import { type Raced, type ScoreName, scoreNames } from "./frames";
import type { MonitoringValues } from "./knobs";
import { metricText } from "./metric-names";
import { thresholds } from "./plan";
import type { MonitoringResults } from "./results";

/** A metric that alerted first alone in a smaller share of the faults is not missed: it is drawn in grey. */
export const greyBelow = 0.03;

const signs: Readonly<
  Record<Raced, { readonly role: Role; readonly marker: ScatterChart["points"][number]["marker"] }>
> = {
  own: { role: cast.you, marker: "open-circle" },
  yours: { role: cast.you, marker: "cross" },
  always: { role: "ink", marker: "square" },
  never: { role: "ink", marker: "triangle" },
  "burn-rate": { role: "amber", marker: "square" },
  psi: { role: "green", marker: "triangle" },
  ks: { role: "green", marker: "cross" },
  "page-hinkley": { role: "muted", marker: "circle" },
  ddm: { role: "muted", marker: "square" },
  eddm: { role: "muted", marker: "triangle" },
  adwin: { role: "muted", marker: "cross" },
  kswin: { role: "muted", marker: "open-circle" },
};

const middle = (scores: readonly (readonly number[])[], name: ScoreName) =>
  bandOfKnown(scores[scoreNames.indexOf(name)] ?? []).middle;

export function frontierChart(results: MonitoringResults | undefined): ScatterChart {
  const { raced = [], rules = [], frontier = [] } = results?.scores ?? {};
  const at = (scores: readonly (readonly number[])[]) =>
    [middle(scores, "falseAlarmsPerWeek"), middle(scores, "daysToDetect")] as const;
  const judged = rules.map(at);
  const line = frontier.map(at).filter(([, days]) => !Number.isNaN(days));
  const days = [...judged, ...line].map(([, y]) => y).filter((y) => !Number.isNaN(y));
  return {
    kind: "scatter",
    id: "frontier",
    title: "False alarms and days to detect",
    name: "Frontier",
    help: `Lower left is better: few false alarms, and faults detected soon. The line has your window and metrics at thresholds from 1.5 to 10.${raced.includes("yours") ? " “Your rule” is the one that is set, “Your code” the one that you wrote." : ""} All rules saw the same hours. A fault that a rule never detects counts with its whole length. Medians of the replicas.`,
    unit: "medians · line: your window and metrics, other thresholds",
    digits: 2,
    x: { label: "false alarms a week", min: -0.4, max: 14, ticks: [0, 2, 4, 6, 8, 10, 12, 14] },
    y: { label: "days to detect", min: -0.2, max: Math.max(6, roundUp(1.1 * Math.max(0, ...days))) },
    points: raced.flatMap((rule, i) => {
      const [x, y] = judged[i] ?? [Number.NaN, Number.NaN];
      return Number.isNaN(y) ? [] : [{ ...signs[rule], large: true as const, label: ruleText[rule], x: [x], y: [y] }];
    }),
    lines:
      line.length === 0
        ? []
        : [{ role: "blue", label: "Other thresholds", x: line.map(([x]) => x), y: line.map(([, y]) => y) }],
  };
}

export function helpChart(results: MonitoringResults | undefined, values: MonitoringValues): LineChart {
  const bands = (name: ScoreName) =>
    (results?.scores.frontier ?? [])
      .map((scores, t) => [thresholds[t]!, bandOfKnown(scores[scoreNames.indexOf(name)]!)] as const)
      .filter(([, band]) => !Number.isNaN(band.middle));
  const yours = results?.summary.yours?.helpDelay ?? undefined;
  const series = [
    seriesOf({ id: "detect", role: "blue", label: "first alarm" }, bands("daysToDetect")),
    seriesOf({ id: "help", role: "amber", label: "first alert read" }, bands("helpDelay")),
  ];
  return {
    kind: "lines",
    id: "help",
    title: "Days until somebody helps",
    name: "Help",
    help: `From the beginning of a fault to the first alarm, and to the first alert that somebody reads. Alarm fatigue is ${values.fatigue}. ${values.fatigue === "on" ? "The chance that an alert is read is 1 / (1 + f / 4), f being the false alarms a week. This is our assumption." : "Every alert is read."} The lines are the threshold rule, with your window and metrics.${yours === undefined ? "" : " “Your code”: the median of its days to the first alert that somebody reads."}`,
    unit: `days · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits: 1,
    x: { label: "threshold, standard deviations", min: 1.5, max: 10, ticks: [2, 4, 6, 8, 10] },
    y: { min: 0, max: 6 },
    series: results && series[0]!.x.length > 0 ? series : [],
    ...(yours !== undefined && {
      marks: [
        {
          kind: "level",
          at: yours,
          role: cast.you,
          label: `${ruleText.yours} ${formatNumber(yours, 1)}`,
        },
      ],
    }),
    handle: { knob: "threshold", label: "Threshold" },
    timeline: false,
  };
}

export function pruningChart(results: MonitoringResults | undefined): RankedChart {
  const rows = (results?.scores.pruning ?? []).flatMap(({ metric, firstAlone }) =>
    firstAlone === null ? [] : [{ metric, share: firstAlone }],
  );
  const ranked = rows.sort((a, b) => b.share - a.share);
  return {
    kind: "ranked",
    id: "pruning",
    title: "Which metrics would be missed",
    name: "Pruning",
    help: "Each metric is left out in turn, of all nine, with your threshold and window. Bar: of 100 faults, those that are then detected later or never, because this metric alerted first and alone. Grey: fewer than 3 of 100. Two metrics that show the same fault can both be grey: leave out one, then compute again.",
    unit: "% of the faults · detected later or never without it",
    digits: 1,
    x: { label: "% of the faults", max: Math.max(10, roundUp(100 * Math.max(0, ...ranked.map(({ share }) => share)))) },
    items: ranked.map(({ metric, share }) => ({
      id: metric,
      label: metricText[metric].label,
      value: 100 * share,
      role: share < greyBelow ? ("grey" as const) : ("blue" as const),
    })),
  };
}
