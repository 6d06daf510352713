/** What a dashboard would show beside the error: which metric raised an alarm when, and how far the inputs have moved. */
import { bandSeries, highestOf } from "../course/band-series";
import type { LevelMark, LineChart, StripChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { changeLine, timeAxis } from "./change";
import type { DriftValues } from "./knobs";
import { type DriftResults, psiLimit } from "./results";

/** The share of replicas with an alarm, month by month: tests on the inputs, on the predictions, on the errors. */
export function alarmStrips(results: DriftResults | undefined, values: DriftValues): StripChart {
  return {
    kind: "strips",
    id: "alarms",
    title: "Which metrics raised an alarm",
    name: "Alarms",
    help: `Height of a bar: the share of replicas with an alarm in that month. Inputs: the two-sample Kolmogorov–Smirnov (KS) test at 5 %, with Bonferroni’s correction for the number of features, and the population stability index (PSI) above ${psiLimit}. Predictions: the PSI of what the model answers, above the same limit. These three need no true answers. The other rows read the stream of errors and need them: Page–Hinkley (Page 1954), DDM (Gama et al. 2004), ADWIN (Bifet and Gavaldà 2007).`,
    unit: "share of replicas with an alarm in that month · full height: all of them",
    digits: 2,
    x: timeAxis(values),
    ...changeLine(values),
    rows: (results?.alarms ?? []).map(({ label, months, shares }) => ({
      role: "alarm" as const,
      label,
      x: months,
      height: shares,
    })),
  };
}

const distances = {
  psi: {
    title: "How far the inputs moved: PSI",
    name: "PSI",
    help: "Population stability index (PSI) between this month’s inputs and the training inputs: up to ten bins for each feature, and the largest PSI of all features. The grey band shows the PSI of months without drift. This band becomes lower with more examples: for one feature and ten bins PSI is about 9 · (1/n + 1/m) by chance (Yurdakul and Naranjo 2020).",
    unit: "PSI",
  },
  wasserstein: {
    title: "How far the inputs moved: Wasserstein",
    name: "Wasserstein",
    help: "Wasserstein distance between this month’s inputs and the training inputs: how far, on average, values would have to move to turn one distribution into the other. It is given in standard deviations of the training inputs, for the feature with the largest distance. The grey band shows the distance of months without drift.",
    unit: "standard deviations",
  },
} as const;

/** The axis shows at least the usual limit of the index. */
const lowestTop = 0.3;

const limit: LevelMark = { kind: "level", at: psiLimit, role: "alarm", label: `limit ${psiLimit}` };

export function distanceChart(
  results: DriftResults | undefined,
  values: DriftValues,
  metric: keyof typeof distances,
): LineChart {
  const { title, name, help, unit } = distances[metric];
  const change = changeLine(values);
  const found = results?.distances[metric];
  const series = found
    ? [
        bandSeries(`${metric}-calm`, "grey", "No drift", found.calm),
        bandSeries(metric, "truth", "This month", found.now),
      ]
    : [];
  return {
    kind: "lines",
    id: metric,
    title,
    name,
    help,
    unit: `${unit}, largest over the features · line: median, band: 10–90 %`,
    digits: 2,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(lowestTop, highestOf(series) * 1.05)) },
    series,
    ...change,
    marks: [...change.marks, ...(metric === "psi" ? [limit] : [])],
    timeline: true,
    height: "low",
  };
}
