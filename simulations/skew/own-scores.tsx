"use client";
/** "Your own scores": a reader's file of scores and labels, judged as the experiment judges its model. */
import { useCallback } from "react";
import { limitsText, sizeProblem } from "../core/tables/limits";
import { pagePool } from "../pool";
import { ColumnChoice } from "../ui/own-data/column-choice";
import { Notes, OwnDataPanel } from "../ui/own-data/own-data";
import { useOwnData } from "../ui/own-data/use-own-data";
import { useCell } from "../ui/shell/cell-context";
import type { JudgedScores, OwnChoice, ScoresAnswer } from "./own-data";
import { OwnJudged } from "./own-judged";
import { skew } from "./simulation";

/** The largest file takes a second or two. */
const timeLimitMs = 60_000;

const ask = (bytes: Uint8Array, choice: OwnChoice, signal: AbortSignal) =>
  pagePool().ask(skew, "scores", { bytes, choice }, { timeLimitMs, signal });

const example = {
  name: "example-scores",
  holds: "2,000 simulated payments, one in twenty a fraud, with a probability of fraud for each",
  text: () => pagePool().ask(skew, "exampleScores", undefined, { timeLimitMs }),
};

const rowsText = ({ rows, columns }: ScoresAnswer) =>
  `${rows.toLocaleString("en-GB")} ${rows === 1 ? "row" : "rows"}, ${columns.length} ${columns.length === 1 ? "column" : "columns"}`;

function Choices({ answer, onChoose }: { answer: ScoresAnswer; onChoose: (choice: OwnChoice) => void }) {
  const { columns, labels, choice } = answer;
  const options = columns.map((text, value) => ({ value, text }));
  return (
    <div className="dl-own-choices">
      <ColumnChoice
        label="Column with the score"
        value={choice.score}
        options={options}
        onChoose={(score) => onChoose({ score })}
      />
      <ColumnChoice
        label="Column with the label"
        value={choice.label}
        options={options}
        onChoose={(label) => onChoose({ label })}
      />
      {labels.length > 0 && (
        <ColumnChoice
          label="Counts as positive"
          value={choice.positive}
          options={labels.map((text) => ({ value: text, text }))}
          onChoose={(positive) => onChoose({ positive })}
        />
      )}
    </div>
  );
}

/** Other cases begin with their own threshold. */
const keyOf = ({ range, positives, negatives }: JudgedScores) => JSON.stringify([range, positives[0], negatives[0]]);

export default function OwnScores() {
  const { complete } = useCell();
  const { name, busy, answer, problem, take, choose } = useOwnData<OwnChoice, ScoresAnswer>({
    ask,
    sizeProblem,
    onRead: useCallback(() => complete(), [complete]),
  });
  return (
    <OwnDataPanel
      title="Your own scores"
      intro="Bring a file with one row for each case: a score that a model gave, and a label that says whether the case was positive. The page shows what the experiment shows, for your scores."
      limits={limitsText}
      example={example}
      name={name}
      busy={busy}
      problem={problem ?? answer?.problem}
      told={answer && `${name} was read: ${rowsText(answer)}.`}
      onFile={take}
    >
      {answer && <Choices answer={answer} onChoose={choose} />}
      {answer && <Notes notes={answer.notes} />}
      {answer?.judged && <OwnJudged key={keyOf(answer.judged)} judged={answer.judged} />}
    </OwnDataPanel>
  );
}
