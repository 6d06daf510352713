/** The calibration plot: of the cases that were given a probability of 0.1, how many turned out positive? */
import type { LineChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { fewestCases } from "./calibration";
import { caseWords } from "./cases";
import type { SkewValues } from "./knobs";
import type { SkewResults } from "./results";
import { lineMeaning, modelSeries } from "./series";

export function calibrationChart(results: SkewResults | undefined, values: SkewValues): LineChart {
  const { one, many, positives } = caseWords(values);
  const bins = results?.calibration ?? [];
  const x = bins.map(({ predicted }) => predicted);
  const replicas = (bins[0]?.shares ?? []).map((_, r) => bins.map(({ shares }) => shares[r]!));
  const series = bins.length > 0 ? [modelSeries(x, replicas, undefined)] : [];
  const top = results ? Math.min(1, roundUp(Math.max(0.01, ...x, ...series.flatMap(({ y }) => y)) * 1.02)) : 1;
  return {
    kind: "lines",
    id: "calibration",
    title: "Calibration",
    help: `Also called a reliability diagram. To the right: the probability that the model gave. Upwards: the share of ${positives} among the ${many} that were given it. On the thin line both are equal: the probability agrees with what happened. Below the thin line the probabilities are too high. Each point is a group of ${many} with similar probabilities; groups with fewer than ${fewestCases} cases are left out.`,
    unit: `share of ${positives} · ${lineMeaning(results, values)}`,
    digits: 3,
    x: { label: `probability given to a ${one}`, min: 0, max: top },
    y: { min: 0, max: top },
    series: [
      ...series,
      { id: "perfect", role: "truth", label: "Calibrated", x: [0, top], y: [0, top], figure: "both equal" },
    ],
    timeline: false,
  };
}
