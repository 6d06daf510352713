/** The calibration plot: of the cases that were given a probability of 0.1, how many turned out positive? */
import { quantile } from "../core/statistics/quantile";
import type { LineChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { caseWords } from "./cases";
import type { SkewValues } from "./knobs";
import type { SkewRun } from "./results";
import { probabilitySums, scoreCounts } from "./scores";
import { lineMeaning, modelSeries } from "./series";

/** A share of fewer cases says little: bins with fewer in half of the replicas are left out. */
const fewestCases = 50;

export interface CalibrationBin {
  /** Mean probability of its cases in all replicas together. */
  readonly predicted: number;
  /** Share of positives among its cases, by replica; NaN where there is no case. */
  readonly shares: readonly number[];
}

/** Bins of equal width in log-odds that hold enough cases, from low probabilities to high. */
export function calibrationBins({ frames }: Pick<SkewRun, "frames">): CalibrationBin[] {
  const negatives = scoreCounts(frames, false);
  const positives = scoreCounts(frames, true);
  const sums = probabilitySums(frames);
  const total = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
  return (negatives[0] ?? []).flatMap((_, bin) => {
    const cases = negatives.map((counts, r) => counts[bin]! + positives[r]![bin]!);
    if (quantile(cases, 0.5) < fewestCases) return [];
    return [
      {
        predicted: total(sums.map((sum) => sum[bin]!)) / total(cases),
        shares: positives.map((counts, r) => (cases[r]! > 0 ? counts[bin]! / cases[r]! : Number.NaN)),
      },
    ];
  });
}

export function calibrationChart(run: SkewRun | undefined, values: SkewValues): LineChart {
  const { one, many, positives } = caseWords(values);
  const bins = run ? calibrationBins(run) : [];
  const x = bins.map(({ predicted }) => predicted);
  const replicas = (bins[0]?.shares ?? []).map((_, r) => bins.map(({ shares }) => shares[r]!));
  const series = bins.length > 0 ? [modelSeries(x, replicas, undefined)] : [];
  const top = run ? Math.min(1, roundUp(Math.max(0.01, ...x, ...series.flatMap(({ y }) => y)) * 1.02)) : 1;
  return {
    kind: "lines",
    id: "calibration",
    title: "Calibration",
    help: `Also called a reliability diagram. To the right: the probability that the model gave. Upwards: the share of ${positives} among the ${many} that were given it. On the thin line both are equal: the probability agrees with what happened. Below the thin line the probabilities are too high. Each point is a group of ${many} with similar probabilities; groups with fewer than ${fewestCases} cases are left out.`,
    unit: `share of ${positives} · ${lineMeaning(run, values)}`,
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
