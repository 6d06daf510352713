/** The groups with their rates and intervals, the gaps between them, and the scan of slices that mean nothing. */
import { bandOf } from "../core/statistics/band";
import { wilsonInterval } from "../core/statistics/wilson";
import { sliceCount } from "../core/worlds/applicants";
import { cast } from "../course/cast";
import type { BarChart, Chart, IntervalChart, RankedChart } from "../ui/chart/model";
import { scanned } from "./finder";
import { type GapName, gapNames, rateNames } from "./rates";
import type { SlicesResults } from "./results";
import { intervalOf, level, worstOf } from "./summary";

const rateLabels = {
  accuracy: "accuracy",
  selected: "accepted",
  tpr: "TPR",
  fpr: "FPR",
  ppv: "precision",
} as const;

export const gapLabels: Readonly<Record<GapName, string>> = {
  parity: "Demographic parity",
  opportunity: "Equal opportunity",
  odds: "Equalised odds",
  predictive: "Predictive parity",
};

/** The small group first. */
const order = [
  { g: 1, role: cast.maple, name: "Maple" },
  { g: 0, role: cast.larch, name: "Larch" },
] as const;

function rates(results: SlicesResults | undefined): IntervalChart {
  return {
    kind: "intervals",
    id: "rates",
    title: "Rates of both groups",
    help: "Accuracy: share of correct decisions. Accepted: share of the applications that are accepted. TPR (true positive rate): share accepted of those who repay. FPR (false positive rate): share accepted of those who do not. Precision: share that repays of those who are accepted; where nobody is accepted it is drawn at 0. Marker: median of the replicas. Line: the 95 % interval that one test of this size has around it (Wilson). The cross on the rows of accuracy is the accuracy of all applications together.",
    unit: "share · line: 95 % interval of one test · cross: all applications",
    digits: 2,
    columns: ["median", "95 % interval, from", "to"],
    x: { label: "", min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
    rows: results
      ? rateNames.flatMap((name) =>
          order.map(({ g, role, name: group }) => ({
            role,
            label: `${group} ${rateLabels[name]}`,
            ...intervalOf(results.rates.groups[g], name),
            ...(name === "accuracy" && {
              beside: {
                role: cast.never,
                label: "all applications",
                at: bandOf(results.rates.accuracy).middle,
              },
            }),
          })),
        )
      : [],
  };
}

function gaps(results: SlicesResults | undefined): IntervalChart {
  const own = results?.values.policy !== "one";
  return {
    kind: "intervals",
    id: "gaps",
    title: "Gaps between the groups, by four measures",
    name: "Four gaps",
    help: "Demographic parity: difference of the shares accepted. Equal opportunity: difference of the true positive rates. Equalised odds: the larger difference of true positive rates and of false positive rates. Predictive parity: difference of precision. A measure is met where the gap is 0; with so few cases, a gap of a few hundredths is chance. Marker: median of the replicas; line: 10–90 %. The second mark is the gap with one threshold for both groups.",
    unit: `difference of two shares${own ? " · cross: one threshold" : ""}`,
    digits: 2,
    x: { label: "", min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
    rows: results
      ? gapNames.map((name) => ({
          role: cast.all,
          label: gapLabels[name],
          ...bandOf(results.rates.gaps[name]),
          ...(own && {
            beside: { role: cast.never, label: "one threshold", at: bandOf(results.one.gaps[name]).middle },
          }),
        }))
      : [],
  };
}

/** How many of the slices are listed. */
const listed = 10;

function scan(results: SlicesResults | undefined): RankedChart {
  return {
    kind: "ranked",
    id: "scan",
    title: "The finder’s list in replica 1: slices with the most errors",
    name: "Finder",
    help: `The finder compares ${sliceCount + 2} slices: Larch, Maple, and ${sliceCount} slices by month, branch, campaign, region and device. These ${sliceCount} have nothing to do with repayment or with the model: their differences are chance. The list shows the ${listed} slices with the largest share of wrong decisions. Line: 95 % interval. The sign says whether a slice is worse than the rest beyond chance when all comparisons are counted (p below 0.05 / ${sliceCount + 2}).`,
    unit: "share of wrong decisions · line: 95 % interval",
    digits: 2,
    columns: ["share", "95 % interval, from", "to"],
    x: { label: "share of wrong decisions", max: 0.6 },
    items: results
      ? scanned(results, 0)
          .slice(0, listed)
          .map(({ id, label, n, wrong, p }) => {
            const [low, high] = wilsonInterval(wrong, n);
            const chance = p >= level / (sliceCount + 2);
            return {
              id,
              label,
              value: wrong / n,
              low,
              high,
              role: id === "maple" ? cast.maple : id === "larch" ? cast.larch : cast.never,
              demand: { text: chance ? "may be chance" : "beyond chance", met: chance },
            };
          })
      : [],
  };
}

/** Bars of about equal width on the axis of ratios, whose edges are both limits: what lies left of a limit is read off whole bars. */
const corners = [
  { from: 1e-4, bars: 2 },
  { from: level / sliceCount, bars: 4 },
  { from: level, bars: 3 },
] as const;
const edges = [
  ...corners.flatMap(({ from, bars }, c) => {
    const to = corners[c + 1]?.from ?? 1;
    return Array.from({ length: bars }, (_, i) => from * (to / from) ** (i / bars));
  }),
  1,
];

function chance(results: SlicesResults | undefined): BarChart {
  const worst = results ? worstOf(results.slices) : [];
  const bars = edges.slice(0, -1).map((from, i) => {
    const inside = worst.filter((p) => (i === 0 || p >= from) && (p < edges[i + 1]! || i === edges.length - 2));
    return { from, to: edges[i + 1]!, height: worst.length === 0 ? 0 : inside.length / worst.length };
  });
  return {
    kind: "bars",
    id: "chance",
    title: `The worst of ${sliceCount} slices that mean nothing`,
    name: "Worst by chance",
    help: `In every replica we take the one of the ${sliceCount} slices that looks worst, and compute its p-value as if it were the only slice that we looked at. Left of 0.05 it would be called bad without a correction. Left of 0.05 / ${sliceCount} it is called bad with Bonferroni’s correction. All these slices are treated alike, so each alarm is a false one. Values below 0.0001 are in the first bar.`,
    unit: "% of the replicas",
    digits: 0,
    x: { label: "p-value of the worst slice", min: edges[0]!, max: 1, log: true },
    y: { max: Math.max(0.5, ...bars.map(({ height }) => height)), format: "percent" },
    role: cast.never,
    bars: results ? bars : [],
    marks: [
      { kind: "level", at: level, role: cast.truth, label: "0.05: no correction" },
      { kind: "level", at: level / sliceCount, role: cast.alarm, label: `0.05 / ${sliceCount}: corrected` },
    ],
  };
}

export const charts = (results: SlicesResults | undefined): Chart[] => [
  rates(results),
  gaps(results),
  scan(results),
  chance(results),
];
