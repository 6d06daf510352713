"use client";
import { experimentView } from "../experiment-view";
import type { Table } from "../ui/chart/model";
import { formatNumber } from "../ui/ink/format";
import type { EmbeddedExperiment } from "../ui/shell/embedded";
import type { Presentation } from "../ui/shell/presentation";
import { Boards } from "./boards";
import { chartsOf } from "./chart";
import { type FocusName, partsOf } from "./focus";
import type { GoalsFrame } from "./frames";
import type { GoalsValues } from "./knobs";
import { type GoalsResults, resultsOf } from "./results";
import { goals } from "./simulation";
import { options, outcome, question, words } from "./words";
import { triesOptions, triesOutcome, triesQuestion, triesWords } from "./words-tries";

const share = (of: number) => Math.round(1000 * of) / 10;

const tables = ({ models, networks }: GoalsResults): Table[] => [
  {
    caption: "Places on the scoreboards, 1 for the best",
    columns: ["features", "by training error", "by dev error", "by test error", "by value"],
    rows: models.map(({ capacity, rank }) => [capacity, rank.train, rank.dev, rank.test, rank.lost]),
  },
  {
    caption: "Networks on the same examples, % wrong (medians)",
    columns: ["parameters", "training set", "test set"],
    rows: networks.map(({ parameters, train, test }) => [parameters, share(train.middle), share(test.middle)]),
  },
];

const presentationOf = (focus: FocusName): Presentation<GoalsFrame, GoalsValues, GoalsResults> => ({
  simulation: goals,
  ...partsOf(focus),
  ...(focus === "tries"
    ? { question: triesQuestion, options: triesOptions, outcome: triesOutcome, words: triesWords }
    : { question, options, outcome, words, slots: { below: ({ results }) => <Boards results={results} /> } }),
  results: resultsOf,
  charts: chartsOf(focus),
  tables,
  meaning(knob, { examples, capacity }) {
    if (knob === "capacity") {
      const ratio = capacity / examples;
      return `${formatNumber(ratio, ratio < 10 ? 2 : 0)} features for each example`;
    }
    return undefined;
  },
});

export interface ScoreboardsProps extends EmbeddedExperiment {
  readonly focus?: FocusName;
}

export default experimentView(({ focus = "capacity" }: ScoreboardsProps) => presentationOf(focus));
