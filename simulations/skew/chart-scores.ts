/** The scores of both classes as two histograms, divided by the threshold: four areas, four counts. The lesson's main picture. */
import type { Area, HistogramChart, HistogramGroup } from "../ui/chart/kinds/histograms/model";
import type { ChartHandle } from "../ui/chart/model";
import { formatNumber } from "../ui/ink/format";
import { caseWords, thresholdText } from "./cases";
import { scoreBins } from "./frames";
import type { SkewValues } from "./knobs";
import type { SkewResults } from "./results";
import { scoreCounts } from "./scores";

export const thresholdHandle: ChartHandle = { knob: "threshold", label: "Threshold" };

const probabilityAt = (bin: number): number => 1 / (1 + Math.exp(-(scoreBins.from + scoreBins.width * bin)));
const edges = Array.from({ length: scoreBins.count + 1 }, (_, bin) => probabilityAt(bin));
const ticks = [0.00001, 0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999];

const sharesOf = (counts: readonly number[]): number[] => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (all > 0 ? count / all : 0));
};

const area = (count: number, name: string, told: string, short: string): Area => ({
  count,
  label: `${told} (${name})`,
  short: `${name}: ${formatNumber(count, 0)} ${short}`,
});

function groupsOf({ run, values, metrics }: SkewResults): HistogramGroup[] {
  const { positive, positives, negative, many } = caseWords(values);
  const named = (count: number) => (count === 1 ? positive : positives);
  const { tp, fp, fn, tn } = metrics[0]!;
  return [
    {
      id: "negatives",
      label: `${negative} ${many}`,
      filling: "plain",
      shares: sharesOf(scoreCounts(run.frames, false)[0]!),
      below: area(tn, "TN", `${negative} left alone`, negative),
      above: area(fp, "FP", fp === 1 ? "false alarm" : "false alarms", negative),
    },
    {
      id: "positives",
      label: positives,
      filling: "hatched",
      shares: sharesOf(scoreCounts(run.frames, true)[0]!),
      below: area(fn, "FN", `${named(fn)} missed`, named(fn)),
      above: area(tp, "TP", `${named(tp)} caught`, named(tp)),
    },
  ];
}

/** The next 5 % above. */
const twentieth = (share: number): number => Math.min(1, Math.ceil(share * 20 - 1e-9) / 20);

export function scoresChart(results: SkewResults | undefined, values: SkewValues): HistogramChart {
  const { one, many, positive, positives, negative } = caseWords(values);
  const groups = results ? groupsOf(results) : [];
  // Very sure models pile up at both ends; those bars are cut, so that the rest can be seen.
  const inner = groups.flatMap(({ shares }) => shares.slice(1, -1));
  return {
    kind: "histograms",
    id: "scores",
    title: "Scores of both classes",
    help: `The model gives every ${one} a probability of ${positive}. Plain: ${negative} ${many}. Hatched: ${positives}. From the threshold on (to the right) the model raises an alarm. Drag the threshold, here or with its slider, and watch cases change sides. The bars of each class add up to 100 %: otherwise the rare class could not be seen. The counts say how many cases there are in each area. The axis is spread by the odds p / (1 − p), and the outer bars hold everything beyond them.`,
    unit: `% of each class · ${results ? `replica ${results.replica} of ${formatNumber(values.replicas, 0)}` : "one replica"}`,
    digits: 3,
    x: { label: `probability of ${positive}, by its odds`, min: edges[0]!, max: edges.at(-1)!, ticks, logit: true },
    y: { max: twentieth(Math.max(0.1, ...inner)) },
    edges,
    groups,
    split: values.threshold,
    splitText: `threshold ${thresholdText(values.threshold)}`,
    handle: thresholdHandle,
  };
}
