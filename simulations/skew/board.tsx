/** One replica's confusion matrix, the metrics that follow from it, and the kinds of cases: the constant answer in each, and the reader's code. */

import { cast } from "../course/cast";
import { formatNumber } from "../ui/ink/format";
import { ConfusionMatrix } from "../ui/results/confusion-matrix";
import { ScoreTable } from "../ui/results/score-table";
import { caseWords } from "./cases";
import type { SkewResults } from "./results";

const CONSTANT = 'print("0")';
const OWN = { label: "Your code", role: cast.you } as const;

interface Props {
  readonly results: SkewResults;
}

export function Board({ results: { run, values, board } }: Props) {
  const { positives, negative, many } = caseWords(values);
  const { replica, counts, constant, own, rows } = board;
  const all = counts.tp + counts.fp + counts.fn + counts.tn;
  return (
    <div className="dl-score-board">
      <ConfusionMatrix
        caption={`Replica ${replica}: ${formatNumber(all, 0)} ${many}`}
        positives={positives}
        negatives={`${negative} ${many}`}
        model={counts}
        constant={constant}
        constantName={CONSTANT}
        {...(own && { own })}
      />
      <ScoreTable
        caption={`Metrics of these counts, and of ${run.replicasDone === 1 ? "1 replica" : `all ${run.replicasDone} replicas`}`}
        columns={[
          { label: "" },
          { label: `Model, replica ${replica}`, role: "blue" },
          { label: CONSTANT, role: "grey" },
          ...(own ? [OWN] : []),
          { label: "Model, median (10–90 %)", role: "blue" },
        ]}
        rows={rows.map(({ label, formula, help, model, constant: zero, own: mine, all: every }) => ({
          label,
          detail: formula,
          help,
          cells: [model, zero, ...(mine === undefined ? [] : [mine]), every],
        }))}
        note={`Replica ${replica} is one repetition of the experiment and stays the same while you move the threshold. The last column summarises all repetitions; there 0/0 counts as 0.`}
      />
    </div>
  );
}

export function KindsTable({ results: { replica, kinds } }: Props) {
  const share = (value: number) => formatNumber(value, 2);
  const hasOwn = kinds.some(({ ownRight }) => ownRight !== undefined);
  return (
    <ScoreTable
      caption="Answered correctly, by kind of case"
      columns={[
        { label: "" },
        { label: `Model, replica ${replica}`, role: "blue" },
        { label: CONSTANT, role: "grey" },
        ...(hasOwn ? [OWN] : []),
        { label: "Model, median (10–90 %)", role: "blue" },
      ]}
      rows={kinds.map(({ name, positive, cases, right, ownRight, recall }) => ({
        label: name,
        cells: [
          `${formatNumber(right, 0)} of ${formatNumber(cases, 0)}`,
          positive ? "0" : formatNumber(cases, 0),
          ...(ownRight === undefined ? [] : [formatNumber(ownRight, 0)]),
          recall ? `${share(recall.middle)} (${share(recall.low)}–${share(recall.high)})` : "–",
        ],
      }))}
      note="The rarest kind has the fewest cases. Look at the width of its range before you trust its median."
    />
  );
}
