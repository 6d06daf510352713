/** Errors by capacity, the scoreboards, and the optimism of choosing by the dev set. */
import { seriesOf } from "../course/band-series";
import { cast } from "../course/cast";
import type { Chart, LineChart, RankedChart, Role } from "../ui/chart/model";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { tryPoints } from "./frames";
import type { GoalsValues } from "./knobs";
import type { BoardName, Model } from "./models";
import type { GoalsResults } from "./results";

export const percent = (share: number): string => `${formatNumber(share, 0, "percent")} %`;

export function ordinal(rank: number): string {
  const ending = rank % 100 >= 11 && rank % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th");
  return `${rank}${ending}`;
}

const lines: readonly { readonly id: BoardName; readonly role: Role; readonly label: string }[] = [
  { id: "train", role: cast.training, label: "Training error" },
  { id: "dev", role: cast.dev, label: "Dev error" },
  { id: "test", role: cast.test, label: "Test error" },
  { id: "lost", role: cast.value, label: "Value lost" },
];

const meaningOf = (results: GoalsResults | undefined, { replicas }: GoalsValues) =>
  lineMeaning(results?.run.replicasDone ?? replicas);

function capacityChart(results: GoalsResults | undefined, values: GoalsValues): LineChart {
  const { examples } = values;
  const shown = results?.shown;
  return {
    kind: "lines",
    id: "capacity",
    title: "Errors by capacity",
    name: "Capacity",
    help: "Lines: models with 2 to 500 features. One coefficient is learned for each feature. The first 5 features are a constant and the four inputs, so the model with 5 features has a straight boundary. All further features are random. The coefficients are computed exactly. Up to the number of examples they have the smallest squared error; beyond it, of all coefficients that reproduce every label, those with the smallest norm. Diamonds: networks with one hidden layer on the same examples. All their weights are learned, step by step. The number beside the name of a line is the value at the chosen capacity. Errors are shares of wrong answers against the labels. Value lost is the share of the possible value that 800 live requests do not bring, judged by what is really relevant.",
    unit: `% wrong or lost · ${meaningOf(results, values)}${shown ? ` · numbers: ${shown.capacity} features` : ""}`,
    digits: 0,
    x: {
      label: "capacity: learned parameters",
      min: 2,
      max: 500,
      ticks: [2, 5, 10, 20, 50, 100, 200, 500],
      log: true,
    },
    y: { min: 0, max: 0.8, ticks: [0, 0.2, 0.4, 0.6, 0.8], format: "percent" },
    series: results
      ? [
          ...lines.map((line) => ({
            ...seriesOf(
              line,
              results.models.map((model) => [model.capacity, model.score[line.id]]),
            ),
            ...(line.id !== "test" && { bandHidden: true }),
            // The label says what holds at the chosen capacity, not at the line's end.
            ...(shown && { figure: formatNumber(shown.score[line.id].middle, 0, "percent") }),
          })),
          {
            ...seriesOf(
              { id: "networks", role: cast.networks, label: "Network test error" },
              results.networks.map(({ parameters, test }) => [parameters, test]),
            ),
            apart: true,
            bandHidden: true,
            figure: "",
          },
        ]
      : [],
    marks: [
      { kind: "change", x: examples, label: `capacity = ${examples} examples`, short: `${examples}` },
      ...(shown
        ? [
            {
              kind: "event" as const,
              x: shown.capacity,
              y: shown.score.test.middle,
              role: cast.you,
              label: `${formatNumber(shown.capacity, 0)} features`,
              quiet: true,
            },
          ]
        : []),
    ],
    handle: { knob: "capacity", label: "Model capacity" },
    timeline: false,
  };
}

/** As many as a phone shows together with a knob; the table under the bench has all of them. */
const ranked = 6;

/** The best models in the order of their value, each with its places on the other scoreboards. */
function boardChart(results: GoalsResults | undefined, values: GoalsValues): RankedChart {
  const { navigationalValue } = values;
  const items = [...(results?.models ?? [])].sort((a, b) => a.score.lost.middle - b.score.lost.middle).slice(0, ranked);
  const role = (model: Model) =>
    model === results?.best?.test ? cast.test : model === results?.best?.lost ? cast.value : undefined;
  return {
    kind: "ranked",
    id: "boards",
    title: "The six models with the highest value",
    name: "Scoreboards",
    help: "The six models that bring the most value; the table of the three scoreboards has all models. Beside each stand its places by training error and by test error. Equal medians share a place. Value is the share of what correct answers to all live requests would bring. Moving the value of a navigational request ranks the models again; no model changes.",
    unit: `% of the possible value; a navigational request counts ${navigationalValue} · bar: median, line: 10–90 %`,
    digits: 1,
    x: { label: "% of the value", max: 100 },
    items: items.map((model) => {
      const marked = role(model);
      return {
        id: `${model.capacity}`,
        label: `${formatNumber(model.capacity, 0)} features (training ${ordinal(model.rank.train)}, test ${ordinal(model.rank.test)})`,
        value: 100 * (1 - model.score.lost.middle),
        low: 100 * (1 - model.score.lost.high),
        high: 100 * (1 - model.score.lost.low),
        ...(marked && { role: marked }),
      };
    }),
  };
}

function optimismChart(results: GoalsResults | undefined, values: GoalsValues): LineChart {
  return {
    kind: "lines",
    id: "optimism",
    title: "Optimism of choosing by the dev set",
    name: "Optimism",
    help: "200 models, each with 16 random features of its own, are trained on the same examples. The axis says how many of them are tried; of these, the one with the best dev accuracy is chosen. Optimism: how much its dev accuracy is above its test accuracy, less what this difference is on average over all tries. The dev set has 200 requests.",
    unit: `points of accuracy, dev minus test · ${meaningOf(results, values)}`,
    digits: 1,
    x: { label: "models tried", min: 1, max: 200, ticks: [...tryPoints], log: true },
    y: { min: -5, max: 15, ticks: [-5, 0, 5, 10, 15] },
    series: results
      ? [
          seriesOf(
            { id: "optimism", role: cast.dev, label: "Dev minus test" },
            results.optimism.map(([tries, { low, middle, high }]) => [
              tries,
              { low: 100 * low, middle: 100 * middle, high: 100 * high },
            ]),
          ),
        ]
      : [],
    marks: [{ kind: "level", at: 0, role: cast.truth, label: "0: dev and test agree" }],
    handle: { knob: "tries", label: "Tries" },
    timeline: false,
  };
}

const all = { capacity: capacityChart, value: boardChart, tries: optimismChart };

type FocusedOn = keyof typeof all;

/** The main chart of a cell stands first. */
export const chartsOf =
  (focus: FocusedOn) =>
  (results: GoalsResults | undefined, values: GoalsValues): Chart[] => {
    const { [focus]: main, ...others } = all;
    return [main, ...Object.values<(typeof all)[FocusedOn]>(others)].map((draw) => draw(results, values));
  };

export const charts = chartsOf("capacity");
