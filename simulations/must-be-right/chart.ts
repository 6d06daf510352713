/** What weighting costs and wins, and the list of one query before and after it. */
import { bandOf } from "../core/statistics/band";
import { seriesOf } from "../course/band-series";
import { cast } from "../course/cast";
import type { Chart, LineChart, RankedChart } from "../ui/chart/model";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { curveWeights } from "./frames";
import type { MustBeRightValues } from "./knobs";
import type { MustBeRightResults } from "./results";

type Figure = "quality" | "success" | "lost";

const lines = [
  { id: "success", role: cast.navigational, label: "Navigational success" },
  { id: "quality", role: cast.average, label: "Average quality" },
  { id: "lost", role: cast.never, label: "Users lost" },
] as const satisfies readonly { id: Figure; role: string; label: string }[];

function weights(results: MustBeRightResults | undefined, values: MustBeRightValues): LineChart {
  const series = results
    ? lines.map((line) => {
        const [own, ...curve] = results.ranked;
        const points = curve.map((each) => [each.weight, bandOf(each[line.id])] as const);
        const here = bandOf(own!.quality.length > 0 ? own![line.id] : [0]);
        if (!curve.some(({ weight }) => weight === own!.weight)) points.push([own!.weight, here]);
        points.sort(([a], [b]) => a - b);
        return { ...seriesOf(line, points), figure: formatNumber(here.middle, 1, "percent") };
      })
    : [];
  return {
    kind: "lines",
    id: "weights",
    title: "What the weight wins and costs",
    help: "Navigational success: share of the navigational queries whose own site is in the first place. Average quality: mean NDCG of the first five places over all queries; 100 is the best possible order. Users lost: share of the users who are gone after a month of 50 queries. The number beside a name is the value at the chosen weight.",
    unit: `% · ${lineMeaning(results?.run.replicasDone ?? values.replicas)} · numbers: weight ${values.weight}`,
    digits: 1,
    x: { label: "weight of a navigational query", min: 0.5, max: 72, ticks: curveWeights, log: true },
    y: { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], format: "percent" },
    series,
    marks: [{ kind: "change", x: values.weight, label: `weight ${values.weight}`, short: `${values.weight}` }],
    handle: { knob: "weight", label: "Weight in training", role: "truth" },
    timeline: false,
  };
}

const own = "its own site";
const others = [
  "encyclopedia article",
  "ranking of universities",
  "news about it",
  "student forum",
  "city guide",
  "job offers",
  "course reviews",
  "bookshop nearby",
  "sports club",
] as const;

/** The ten sites of replica 1's query in the order of one of the rankers. */
function list(results: MustBeRightResults | undefined, values: MustBeRightValues, after: boolean): RankedChart {
  const weight = after ? values.weight : 1;
  const shown = results?.shown;
  let other = 0;
  const items = shown
    ? (after ? shown.chosen : shown.plain)
        .map((value, s) => ({ value, label: s === shown.official ? own : others[other++]! }))
        .sort((a, b) => b.value - a.value)
    : [];
  return {
    kind: "ranked",
    id: after ? "after" : "before",
    title: `One university’s name as a query, weight ${weight}${after ? " (chosen)" : ""}`,
    name: after ? "List, chosen weight" : "List, weight 1",
    help: "The ten sites of one navigational query of replica 1: the first one that the ranker with weight 1 gets wrong, if there is one. The bar is the share that the ranker gives to a site (softmax of the scores). The names of the sites are examples; the signals behind them are drawn.",
    unit: "share of the ten sites · replica 1",
    digits: 2,
    x: { label: "share", max: 1 },
    items: items.map(({ label, value }, place) => ({
      id: label,
      label,
      value,
      role: label === own ? cast.navigational : cast.never,
      ...(label === own && { demand: { text: "must be first", met: place === 0 } }),
    })),
  };
}

export const charts = (results: MustBeRightResults | undefined, values: MustBeRightValues): Chart[] => [
  weights(results, values),
  list(results, values, false),
  list(results, values, true),
];
