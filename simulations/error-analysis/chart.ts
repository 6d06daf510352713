/** The charts of the bench: promise and gain of each purchase, one mark a replica, changes by tag, rounds, and the optimism of dev. */
import { type Band, bandOf, bandOfKnown } from "../core/statistics/band";
import { seriesOf } from "../course/band-series";
import { cast } from "../course/cast";
import type { Chart, IntervalChart, LineChart, ScatterChart } from "../ui/chart/model";
import { lineMeaning } from "../ui/ink/format";
import { tags } from "./frames";
import type { AnalysisValues } from "./knobs";
import type { AnalysisResults, Deal } from "./results";
import { lower, purchaseText, roleOf, tagText } from "./texts";

const inPoints = ({ low, middle, high }: Band): Band => ({ low: 100 * low, middle: 100 * middle, high: 100 * high });

/** Whole fives that hold all of it. */
const fives = (numbers: readonly number[]) => ({
  min: Math.min(-5, 5 * Math.floor(Math.min(0, ...numbers) / 5)),
  max: Math.max(15, 5 * Math.ceil(Math.max(0, ...numbers) / 5)),
});

const promiseMark = (promised: readonly number[]) => ({
  role: cast.human,
  label: "promised",
  at: 100 * bandOfKnown(promised).middle,
});

const meaning = (results: AnalysisResults | undefined, values: AnalysisValues) => {
  const replicas = results?.run.replicasDone ?? values.replicas;
  return replicas === 1 ? "1 replica" : `median of ${replicas} replicas, line: 10–90 %`;
};

function purchasesChart(results: AnalysisResults | undefined, values: AnalysisValues): IntervalChart {
  const rows = [
    ...(results?.rounds ?? []).map((deal) => ({
      deal,
      role: cast.you,
      label: `You, round ${deal.round}: ${lower(purchaseText(deal.purchase))}`,
    })),
    // The first purchase is one of those alone: it stands once.
    ...(results?.alone ?? [])
      .filter(({ purchase }) => purchase !== results?.bought[0])
      .map((deal) => ({
        deal,
        role: roleOf(deal.purchase),
        label: purchaseText(deal.purchase),
      })),
  ].map(({ deal: { gained, promised }, role, label }) => ({
    role,
    label,
    ...inPoints(bandOf(gained)),
    ...(promised && { beside: promiseMark(promised) }),
  }));
  return {
    kind: "intervals",
    id: "purchases",
    title: "Promise and gain",
    name: "Purchases",
    help: "Diamond: the gain promised by error analysis of the dev set, gap × share. Other marks: the gain realised, the change of accuracy on fresh clips when only this purchase was made. Rows that begin with “You” are your own purchases, one after the other. Clips at random and a wider model are not meant for one tag, so error analysis promised nothing for them.",
    unit: `diamond: promised, other marks: realised, in points of accuracy · ${meaning(results, values)}`,
    digits: 1,
    x: { label: "points of accuracy", ...fives(rows.flatMap(({ low, high, beside }) => [low, high, beside?.at ?? 0])) },
    rows,
  };
}

const kindsOfDeals = [
  { label: "Data for a tag", role: cast.data, marker: "circle", has: (deal: Deal) => deal.purchase.startsWith("data") },
  {
    label: "Volume normalisation",
    role: cast.code,
    marker: "triangle",
    has: (deal: Deal) => deal.purchase === "code-normalise",
  },
] as const;

function marksChart(results: AnalysisResults | undefined): ScatterChart {
  const deals = results?.alone ?? [];
  const own = results?.rounds ?? [];
  const pairs = (of: readonly Deal[]) => {
    const known = of.flatMap(
      ({ promised, gained }) => promised?.map((each, r) => [100 * each, 100 * gained[r]!] as const) ?? [],
    );
    return { x: known.map(([x]) => x), y: known.map(([, y]) => y) };
  };
  const points = [
    ...kindsOfDeals.map(({ has, ...drawn }) => ({ ...drawn, ...pairs(deals.filter(has)) })),
    ...(own.length > 0
      ? [{ label: "Your purchases", role: cast.you, marker: "open-circle" as const, ...pairs(own) }]
      : []),
  ];
  const x = {
    min: Math.min(0, ...points.flatMap((group) => group.x.map((value) => 5 * Math.floor(value / 5)))),
    max: Math.max(15, ...points.flatMap((group) => group.x.map((value) => 5 * Math.ceil(value / 5)))),
  };
  const y = fives(points.flatMap((group) => group.y));
  return {
    kind: "scatter",
    id: "marks",
    title: "Promise against gain, one mark for each replica and purchase",
    name: "Promise against gain",
    help: "Across: what error analysis of the dev set promised (gap × share). Up: what the purchase alone brought on fresh clips. On the line, the gain was exactly as promised. That would happen if the whole gap of the tag closed and nothing else changed.",
    unit: "points of accuracy",
    digits: 1,
    x: { label: "gain promised, points", ...x },
    y: { label: "gain realised, points", ...y },
    points: results ? points : [],
    lines: [
      {
        role: cast.truth,
        label: "realised as promised",
        x: [0, Math.min(x.max, y.max)],
        y: [0, Math.min(x.max, y.max)],
      },
    ],
  };
}

/** Of the latest purchase; before the first, of the one that brought most alone. */
export function lookedAt({ rounds, alone }: AnalysisResults): Deal {
  const latest = rounds.at(-1);
  if (latest) return latest;
  const middles = alone.map(({ gained }) => bandOf(gained).middle);
  return alone[middles.indexOf(Math.max(...middles))]!;
}

function changesChart(results: AnalysisResults | undefined, values: AnalysisValues): IntervalChart {
  const deal = results && lookedAt(results);
  const rows = deal
    ? tags.map((tag, t) => ({ role: cast.data, label: tagText[tag].name, ...inPoints(bandOfKnown(deal.byTag[t]!)) }))
    : [];
  return {
    kind: "intervals",
    id: "changes",
    title: deal ? `Change by tag: ${lower(purchaseText(deal.purchase))}` : "Change by tag",
    name: "Change by tag",
    help: "How accuracy on fresh clips of each tag changed with one purchase: your latest purchase or, before you buy anything, the purchase that brought most alone. Left of 0, the system got worse on this tag.",
    unit: `points of accuracy on fresh clips of the tag · ${meaning(results, values)}`,
    digits: 1,
    x: { label: "points of accuracy", ...fives(rows.flatMap(({ low, high }) => [low, high])) },
    rows,
  };
}

function roundsChart(results: AnalysisResults | undefined, values: AnalysisValues): LineChart {
  const lowest = results ? [...results.dev, ...results.fresh].map(({ low }) => low) : [];
  const over = (bands: readonly Band[]) => bands.map((band, round) => [round, band] as const);
  return {
    kind: "lines",
    id: "rounds",
    title: "Accuracy, round by round",
    name: "Rounds",
    help: "The first system, then the system after each of your purchases: the share of the clips that the system understands, on the dev set and on fresh clips. Nobody used the fresh clips to choose anything.",
    unit: `share of clips · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits: 3,
    x: {
      label: "purchases",
      min: 0,
      max: values.budget,
      ticks: Array.from({ length: values.budget + 1 }, (_, round) => round),
    },
    y: { min: Math.min(0.4, ...lowest.map((low) => 0.2 * Math.floor(5 * low))), max: 1 },
    series: results
      ? [
          seriesOf({ id: "dev", role: "ink-dashed", label: "Dev set" }, over(results.dev)),
          seriesOf({ id: "fresh", role: cast.data, label: "Fresh clips" }, over(results.fresh)),
        ]
      : [],
    timeline: false,
  };
}

function optimismChart(results: AnalysisResults | undefined, values: AnalysisValues): LineChart {
  const bands = results?.optimism ?? [];
  const most = Math.max(12, bands.length);
  return {
    kind: "lines",
    id: "optimism",
    title: "How much too good the chosen system looks on the dev set",
    name: "Optimism of dev",
    help: "From as many systems as the horizontal axis says, we choose the one that is best on the dev set. We take its lead over the mean of these systems on the dev set, and subtract the same lead on fresh clips. Each system that is tried uses the dev set once more. The result is a mean over all orders of the tries.",
    unit: `points of accuracy · ${lineMeaning(results?.run.replicasDone ?? values.replicas)}`,
    digits: 1,
    x: { label: "systems tried on the dev set", min: 1, max: most },
    y: { min: -3, max: 6 },
    series: results
      ? [
          seriesOf(
            { id: "optimism", role: cast.alarm, label: "Optimism" },
            bands.map((band, i) => [i + 1, inPoints(band)] as const),
          ),
        ]
      : [],
    timeline: false,
  };
}

export function charts(results: AnalysisResults | undefined, values: AnalysisValues): Chart[] {
  return [
    purchasesChart(results, values),
    marksChart(results),
    changesChart(results, values),
    roundsChart(results, values),
    optimismChart(results, values),
  ];
}
