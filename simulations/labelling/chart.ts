/** The learning curves, and what stands behind them: people, words, suspects, purchases, volume. */
import type { Band } from "../core/statistics/band";
import { seriesOf } from "../course/band-series";
import { cast } from "../course/cast";
import type { Chart, IntervalChart, LineChart } from "../ui/chart/model";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { equalChart, purchaseChart } from "./chart-purchases";
import { checkedSizes, curveSizes, levelGroups, tenths, wordNames } from "./frames";
import type { LabellingValues } from "./knobs";
import type { LabellingResults } from "./results";

type Point = readonly [at: number, band: Band];

export const percentText = (share: number) => `${formatNumber(share, 0, "percent")} %`;
const meaningOf = (results: LabellingResults | undefined, { replicas }: LabellingValues) =>
  lineMeaning(results?.run.replicasDone ?? replicas);
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

/** A curve with its point at the chosen number of clips. */
function curveOf({ band, values }: LabellingResults, kind: "checked" | "given"): Point[] {
  const sizes: readonly number[] = kind === "checked" ? curveSizes.slice(0, checkedSizes) : curveSizes;
  const points: Point[] = sizes.map((clips, s) => [clips, band(kind, s)]);
  if (!sizes.includes(values.clips)) points.push([values.clips, band(`${kind}Here`)]);
  return points.sort(([a], [b]) => a - b);
}

function curves(results: LabellingResults | undefined, values: LabellingValues): LineChart {
  const series = results
    ? (["checked", "given"] as const).map((kind) => {
        const label = kind === "checked" ? "Checked labels" : "Labels as given";
        const line = seriesOf({ id: kind, role: cast[kind], label }, curveOf(results, kind));
        return { ...line, figure: formatNumber(results.band(`${kind}Here`).middle, 0, "percent") };
      })
    : [];
  return {
    kind: "lines",
    id: "curves",
    title: "Learning curves",
    help: "Vertical: the share of test clips in which the recogniser hears the word that was spoken. Horizontal: how many clips it has learned from. Both recognisers learn from the same clips. Checked labels are the words that were really spoken; labels as given are what the annotators wrote. The number beside a name is the accuracy at the chosen number of clips. The thin line is human level: how often a careful person who follows the guide is right.",
    unit: `accuracy in % · ${meaningOf(results, values)} · numbers: ${values.clips} clips`,
    digits: 0,
    x: { label: "clips for training", min: 50, max: 1800, ticks: curveSizes, log: true },
    y: { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], format: "percent" },
    series,
    marks: [
      { kind: "change", x: values.clips, label: `${values.clips} clips`, short: `${values.clips}` },
      ...(results
        ? [
            {
              kind: "level" as const,
              at: results.band("human").middle,
              role: cast.truth,
              label: `human level ${percentText(results.band("human").middle)}`,
            },
          ]
        : []),
    ],
    handle: { knob: "clips", label: "Clips collected", role: "truth" },
    timeline: false,
  };
}

/** People and the model, each measured against the truth and against labels. */
function baselines(results: LabellingResults | undefined): IntervalChart {
  const row = (role: IntervalChart["rows"][number]["role"], label: string, of: Band) => ({ role, label, ...of });
  return {
    kind: "intervals",
    id: "baselines",
    title: "Human level and agreement",
    name: "Agreement",
    help: "Human level: how often a careful annotator who follows the guide writes the word that was spoken. Two annotators: share of test clips to which two of them gave the same label. Ceiling for a model: its accuracy against these labels if it heard every word and gave each word its most frequent label. Model: trained on labels as given, measured against what was spoken and against labels of the same annotators. Marker: median of the replicas; line: 10–90 %.",
    unit: "% of the test clips",
    digits: 2,
    x: { label: "", min: 0, max: 1 },
    rows: results
      ? [
          row(cast.human, "Human level", results.band("human")),
          row(cast.human, "Two annotators agree", results.band("agreement")),
          row(cast.never, "Ceiling for a model", results.band("ceiling")),
          row(cast.given, "Model, against labels", results.band("measured")),
          row(cast.given, "Model, against the truth", results.band("givenHere")),
        ]
      : [],
  };
}

/** What the recognisers mishear, word by word. */
function byWord(results: LabellingResults | undefined, values: LabellingValues): IntervalChart {
  return {
    kind: "intervals",
    id: "words",
    title: "Errors by spoken word",
    name: "By word",
    help: "Share of the test clips of each word that the recogniser hears wrongly, trained on labels as given. The second mark shows a recogniser trained on checked labels. Annotators who follow the habit label “right” as “yes” and “stop” as “no”. Marker: median of the replicas; line: 10–90 %.",
    unit: `share of wrong answers, ${values.clips} clips`,
    digits: 2,
    x: { label: "", min: 0, max: 1 },
    rows: results
      ? wordNames.map((word, w) => ({
          role: cast.given,
          label: word,
          ...results.band("wordsGiven", w),
          beside: { role: cast.checked, label: "checked labels", at: results.band("wordsChecked", w).middle },
        }))
      : [],
  };
}

/** How many wrong labels are found by reading down the list. */
function finder(results: LabellingResults | undefined, values: LabellingValues): LineChart {
  const percent = range(tenths).map((t) => (100 * t) / (tenths - 1));
  return {
    kind: "lines",
    id: "finder",
    title: "Wrong labels found by a check from the top of the list",
    name: "Finder",
    help: "Three models are trained, each on two thirds of the clips. Each model judges the third it has not seen. The list begins with labels that, for the model, are much less probable than another word. The thin line is a list in random order.",
    unit: `% of all wrong labels · ${meaningOf(results, values)}`,
    digits: 0,
    x: { label: "% of the labels checked", min: 0, max: 100, ticks: [0, 20, 40, 60, 80, 100] },
    y: { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], format: "percent" },
    series: [
      ...(results
        ? [
            seriesOf(
              { id: "finder", role: cast.checked, label: "Finder" },
              percent.map((at, t) => [at, results.band("found", t)] as const),
            ),
          ]
        : []),
      { id: "random", role: cast.truth, label: "Random order", x: percent, y: percent.map((at) => at / 100) },
    ],
    timeline: false,
  };
}

/** Errors from the quietest to the loudest test clips, with and without volume normalisation. */
function quiet(results: LabellingResults | undefined, values: LabellingValues): LineChart {
  const lineOf = (name: "levelsNormalised" | "levelsRaw", { band }: LabellingResults): Point[] =>
    range(levelGroups).map((g) => [band("levels", g).middle, band(name, g)]);
  return {
    kind: "lines",
    id: "volume",
    title: "Errors by volume of the clip",
    name: "Quiet clips",
    help: "The test clips are ordered by their volume and divided into five groups of equal size. A recogniser with volume normalisation and one without are trained on the same clips with checked labels. Training clips were recorded at about 0 dB; users speak less loudly on average, and from different distances.",
    unit: `% of the clips wrong · ${meaningOf(results, values)}`,
    digits: 0,
    x: { label: "mean volume of the group, dB", min: -16, max: 8, ticks: [-15, -10, -5, 0, 5] },
    y: { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], format: "percent" },
    series: results
      ? [
          seriesOf({ id: "raw", role: cast.never, label: "Volume as recorded" }, lineOf("levelsRaw", results)),
          seriesOf({ id: "normalised", role: cast.checked, label: "Normalised" }, lineOf("levelsNormalised", results)),
        ]
      : [],
    timeline: false,
  };
}

export const charts = (results: LabellingResults | undefined, values: LabellingValues): Chart[] => [
  curves(results, values),
  baselines(results),
  byWord(results, values),
  finder(results, values),
  purchaseChart(results, values),
  equalChart(results, values),
  quiet(results, values),
];
