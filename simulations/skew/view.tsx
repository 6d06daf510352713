"use client";
import type { ConfusionCounts } from "../core/metrics/confusion";
import { experimentView } from "../experiment-view";
import type { Table } from "../ui/chart/model";
import { formatNumber } from "../ui/ink/format";
import type { Presentation } from "../ui/shell/presentation";
import { Board, KindsTable } from "./board";
import { caseWords, oneIn, thresholdText } from "./cases";
import { charts } from "./chart";
import type { SkewFrame } from "./frames";
import { knobs, presets, type SkewValues } from "./knobs";
import { ownCode } from "./own-code";
import { resultsOf, type SkewResults } from "./results";
import { skew } from "./simulation";
import { thresholdInTheory } from "./theory";
import { options, outcome, question, words } from "./words";

/** The tables of the board, with the values that are shown. */
function tables({ values, board, kinds }: SkewResults): Table[] {
  const { positives, negative, many } = caseWords(values);
  const { replica, counts, constant, own, rows } = board;
  const model = `model, replica ${replica}`;
  // A further column in each table, where the reader's code has answered.
  const ownName = own ? ["your code"] : [];
  const ownCount = (which: keyof ConfusionCounts) => (own ? [own[which]] : []);
  return [
    {
      caption: `Confusion matrix of replica ${replica}`,
      columns: ["cases", "answer", model, 'print("0")', ...ownName],
      rows: [
        [positives, "alarm (TP)", counts.tp, constant.tp, ...ownCount("tp")],
        [positives, "no alarm (FN)", counts.fn, constant.fn, ...ownCount("fn")],
        [`${negative} ${many}`, "alarm (FP)", counts.fp, constant.fp, ...ownCount("fp")],
        [`${negative} ${many}`, "no alarm (TN)", counts.tn, constant.tn, ...ownCount("tn")],
      ],
    },
    {
      caption: "Metrics",
      columns: ["metric", "formula", model, 'print("0")', ...ownName, "median (10–90 %)"],
      rows: rows.map((row) => [
        row.label,
        row.formula,
        row.model,
        row.constant,
        ...(row.own === undefined ? [] : [row.own]),
        row.all,
      ]),
    },
    {
      caption: "Answered correctly, by kind of case",
      columns: [
        "kind",
        `cases, replica ${replica}`,
        `correct, replica ${replica}`,
        'print("0"), correct',
        ...(own ? ["your code, correct"] : []),
        "10 %",
        "median",
        "90 %",
      ],
      rows: kinds.map(({ name, positive, cases, right, ownRight, recall }) => [
        name,
        cases,
        right,
        positive ? 0 : cases,
        ...(ownRight === undefined ? [] : [ownRight]),
        ...(recall ? [recall.low, recall.middle, recall.high].map((share) => Number(share.toFixed(3))) : ["", "", ""]),
      ]),
    },
  ];
}

const presentation: Presentation<SkewFrame, SkewValues, SkewResults> = {
  simulation: skew,
  knobs,
  presets,
  question,
  options,
  results: resultsOf,
  outcome,
  charts,
  words,
  tables,
  code: ownCode,
  slots: {
    below: ({ results }) => <Board results={results} />,
    beside: ({ results }) => results && <KindsTable results={results} />,
  },
  meaning(knob, values) {
    const { prevalence, classWeight } = values;
    if (knob === "prevalence") return oneIn(prevalence);
    if (knob === "missCost") return `threshold in theory: ${thresholdText(thresholdInTheory(values))}`;
    if (knob === "classWeight") {
      const balance = (1 - prevalence) / prevalence;
      return `${formatNumber(balance, balance < 10 ? 1 : 0)} would balance the classes${classWeight === 1 ? "; 1 is no weight" : ""}`;
    }
    return undefined;
  },
};

export default experimentView(presentation);
