/** What the drift injector draws: error, who rang, distances of the inputs, and one model beside its world. */
import { quantile } from "../core/statistics/quantile";
import { measureOf } from "../core/worlds/measures";
import type { Chart, IntervalChart, LineChart, Series, StripChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/format";
import { changes, type DriftRun } from "./evidence";
import { type DriftFrame, type InputDistances, ksLevel } from "./frames";
import type { DriftValues } from "./knobs";
import { changeMonth } from "./summary";
import { worldChart } from "./world-chart";

export const lastMonth = (values: DriftValues): number => values.months - 1;

const monthTicks = (months: number): number[] => {
  const step = months > 14 ? 6 : 3;
  return Array.from({ length: Math.floor((months - 1) / step) + 1 }, (_, i) => i * step);
};

const timeAxis = (values: DriftValues) => ({
  label: "months since release",
  // Half a month on both sides, so that the bars of the first and last month have room.
  min: -0.5,
  max: lastMonth(values) + 0.5,
  ticks: monthTicks(values.months),
});

/** What happens to the world, as the learner reads it. */
export function changeText({ world, kind, strength }: DriftValues): string {
  if (world === "weather") {
    const share = Math.min(1, strength / 2);
    return share === 1
      ? "the station moves to New York"
      : `${formatNumber(share * 100, 0)} % of days come from New York`;
  }
  const concept =
    world === "houses"
      ? `prices move by ${formatNumber(strength * 20, 0)} thousand €`
      : `what people mean turns by ${formatNumber(strength * 17, 0)}°`;
  const share = formatNumber(Math.min(100, strength * 20), 0);
  const data = world === "houses" ? `${share} % of sales are villas` : `an actor becomes famous: ${share} % of queries`;
  return kind === "both" ? `${concept}; ${data}` : kind === "data" ? data : concept;
}

const changeLine = (values: DriftValues): Pick<LineChart, "changes"> =>
  changes(values)
    ? {
        changes: [
          {
            x: values.onset - 0.5,
            label: `month ${values.onset}: ${values.shape === "sudden" ? "" : "from here "}${changeText(values)}`,
            short: `month ${values.onset}: change`,
          },
        ],
      }
    : {};

/** One figure of every replica, by month: [month, values], months in order. */
function byMonth(
  frames: readonly DriftFrame[],
  figure: (frame: DriftFrame) => ArrayLike<number>,
): [number, number[]][] {
  const months = new Map<number, number[]>();
  for (const frame of frames)
    months.set(frame.moment, [...(months.get(frame.moment) ?? []), ...Array.from(figure(frame))]);
  return [...months].sort(([a], [b]) => a - b);
}

function seriesOf(id: string, role: Series["role"], label: string, months: readonly [number, number[]][]): Series {
  const at = (q: number) => months.map(([, values]) => quantile(values, q));
  return { id, role, label, x: months.map(([month]) => month), y: at(0.5), low: at(0.1), high: at(0.9) };
}

const highestOf = (series: readonly Series[]): number => Math.max(1e-6, ...series.flatMap(({ high, y }) => high ?? y));

export function errorChart(run: DriftRun | undefined, values: DriftValues): LineChart {
  const { title, unit, what, digits, examples } = measureOf(values);
  const series = run
    ? [
        seriesOf(
          "error",
          "never",
          "Never retrained",
          byMonth(run.frames, (frame) => frame.errors),
        ),
      ]
    : [];
  const expected = values.world === "houses" ? 40 : values.world === "queries" ? 20 : 8;
  const floor = run?.frames[0]?.noiseFloor;
  return {
    kind: "lines",
    id: "error",
    title,
    help: `The model was trained before month 0 and is left alone. Each month it answers fresh ${examples} of that month; the line is the median of the replicas’ errors (${what}), the band holds the middle 80 %.`,
    unit: `${unit} (${what}) · line: median of ${run?.replicasDone ?? values.replicas} replicas, band: 10–90 %`,
    digits,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(expected, highestOf(series) * 1.05)) },
    series,
    ...changeLine(values),
    ...(floor === undefined
      ? {}
      : {
          limits: [
            {
              y: floor,
              role: "truth" as const,
              label: `${formatNumber(floor, digits)}: the noise, out of reach for any model`,
            },
          ],
        }),
    timeline: true,
  };
}

/** Above this the index is usually said to show a major shift (Siddiqi 2006). */
export const psiLimit = 0.25;

/** Who rang in which month: the share of replicas, for tests on the inputs and detectors on the errors. */
export function alarmStrips(run: DriftRun | undefined, values: DriftValues): StripChart {
  const share = (months: readonly [number, number[]][], rings: (value: number) => boolean) =>
    months.map(([, figures]) => figures.filter(rings).length / figures.length);
  const rows: StripChart["rows"][number][] = [];
  if (run) {
    const inputsRow = (
      label: string,
      figure: (inputs: InputDistances) => Float32Array,
      rings: (value: number) => boolean,
    ) => {
      const months = byMonth(run.frames, ({ inputs }) => figure(inputs));
      rows.push({ role: "alarm", label, x: months.map(([month]) => month), height: share(months, rings) });
    };
    inputsRow(
      "inputs: KS test",
      (inputs) => inputs.ksPValue,
      (p) => p <= ksLevel,
    );
    inputsRow(
      `inputs: PSI over ${psiLimit}`,
      (inputs) => inputs.psi,
      (psi) => psi > psiLimit,
    );
    for (const [i, { name }] of (run.frames[0]?.alarms ?? []).entries()) {
      const months = byMonth(run.frames, ({ alarms }) => alarms[i]!.rangAt);
      rows.push({
        role: "alarm",
        label: `errors: ${name}`,
        x: months.map(([month]) => month),
        height: share(months, (at) => at >= 0),
      });
    }
  }
  return {
    kind: "strips",
    id: "alarms",
    title: "Who rang",
    help: "Height of a bar: share of replicas in which the alarm rang in that month. The upper two look at the inputs alone: the two-sample Kolmogorov–Smirnov test at 5 % with Bonferroni’s correction, and the population stability index against its usual limit. The others read the stream of errors and need the true answers: Page–Hinkley (Page 1954), DDM (Gama et al. 2004), ADWIN (Bifet and Gavaldà 2007).",
    unit: "share of replicas, full height: all of them",
    digits: 2,
    x: timeAxis(values),
    rows,
  };
}

const distances = {
  psi: {
    title: "Distance of the inputs: PSI",
    help: "Population stability index between this month’s inputs and the training inputs, ten quantile bins, the largest over the features. The grey band is the same figure for months in which nothing drifted; it shrinks as samples grow (about 9 · (1/n + 1/m), Yurdakul and Naranjo 2020).",
    digits: 2,
  },
  wasserstein: {
    title: "Distance of the inputs: Wasserstein",
    help: "How far the inputs would have to be carried to become the training inputs, in standard deviations of the training inputs, the largest over the features. The grey band is the same figure for months in which nothing drifted.",
    digits: 2,
  },
} as const;

function distanceChart(run: DriftRun | undefined, values: DriftValues, figure: keyof typeof distances): LineChart {
  const { title, help, digits } = distances[figure];
  const series = run
    ? [
        seriesOf(
          `${figure}-calm`,
          "never",
          "No drift",
          byMonth(run.frames, ({ noDrift }) => noDrift[figure]),
        ),
        seriesOf(
          figure,
          "truth",
          "This month",
          byMonth(run.frames, ({ inputs }) => inputs[figure]),
        ),
      ]
    : [];
  return {
    kind: "lines",
    id: figure,
    title,
    help,
    unit: `${figure === "psi" ? "index" : "standard deviations"}, largest over the features · line: median, band: 10–90 %`,
    digits,
    x: timeAxis(values),
    y: { min: 0, max: roundUp(Math.max(figure === "psi" ? 0.3 : 0.3, highestOf(series) * 1.05)) },
    series,
    ...changeLine(values),
    ...(figure === "psi" ? { limits: [{ y: psiLimit, role: "alarm" as const, label: `limit ${psiLimit}` }] } : {}),
    timeline: true,
    height: "low",
  };
}

/** Mean error of every replica before the change and since. */
export function errorIntervals(run: DriftRun, values: DriftValues): IntervalChart | undefined {
  const change = changeMonth(values);
  const { unit, what } = measureOf(values);
  const months = byMonth(run.frames, (frame) => frame.errors);
  const row = (role: "truth" | "never", label: string, part: readonly [number, number[]][]) => {
    const replicas = part[0]?.[1].length ?? 0;
    const means = Array.from(
      { length: replicas },
      (_, r) => part.reduce((sum, [, errors]) => sum + errors[r]!, 0) / part.length,
    );
    return { role, label, low: quantile(means, 0.1), middle: quantile(means, 0.5), high: quantile(means, 0.9) };
  };
  const before = months.filter(([month]) => month < change);
  const after = months.filter(([month]) => month >= change);
  if (before.length === 0 || after.length === 0) return undefined;
  const rows = [row("truth", "Before", before), row("never", changes(values) ? "Since" : "Later", after)];
  return {
    kind: "intervals",
    id: "before-after",
    title: "Error before and since",
    help: `Each replica’s error (${what}), averaged over the months before month ${change} and from it on. Marker: median of the replicas; line: 10–90 %.`,
    unit: `${unit}, mean of the months`,
    digits: 1,
    x: { label: "", min: 0, max: roundUp(Math.max(...rows.map(({ high }) => high)) * 1.05) },
    rows,
  };
}

export function charts(run: DriftRun | undefined, values: DriftValues, moment: number): Chart[] {
  const world = worldChart(run, values, moment);
  return [
    errorChart(run, values),
    alarmStrips(run, values),
    distanceChart(run, values, "psi"),
    distanceChart(run, values, "wasserstein"),
    ...(world ? [world] : []),
  ];
}
