"use client";
/** "Your own columns": a reader's table with a column of periods, compared between two of them. */
import { useCallback } from "react";
import { limitsText, sizeProblem } from "../core/tables/limits";
import { pagePool } from "../pool";
import { ColumnChoice } from "../ui/own-data/column-choice";
import { Notes, OwnDataPanel } from "../ui/own-data/own-data";
import { useOwnData } from "../ui/own-data/use-own-data";
import { useCell } from "../ui/shell/cell-context";
import { OwnCompared } from "./own-compared";
import type { PeriodRange, PeriodsAnswer, PeriodsChoice } from "./own-data";
import { drift } from "./simulation";

/** The largest file takes a second or two. */
const timeLimitMs = 60_000;

const ask = (bytes: Uint8Array, choice: PeriodsChoice, signal: AbortSignal) =>
  pagePool().ask(drift, "periods", { bytes, choice }, { timeLimitMs, signal });

const example = {
  name: "example-weather",
  holds: "four years of real days in Seattle, 2012 to 2015 (NOAA, from vega-datasets)",
  text: () => pagePool().ask(drift, "examplePeriods", undefined, { timeLimitMs }),
};

interface ChoicesProps {
  readonly answer: PeriodsAnswer;
  readonly onChoose: (choice: PeriodsChoice) => void;
}

function Choices({ answer: { columns, choice, periods }, onChoose }: ChoicesProps) {
  const { reference, current } = choice;
  const named = periods.labels.map((label, value) => ({
    value,
    text: `${label} (${periods.counts[value]!.toLocaleString("en-GB")} rows)`,
  }));
  const ends = (what: string, range: PeriodRange, put: (range: PeriodRange) => void) => (
    <>
      <ColumnChoice
        label={`${what} from`}
        value={range[0]}
        options={named}
        onChoose={(from) => put([from, Math.max(from, range[1])])}
      />
      <ColumnChoice
        label={`${what} to`}
        value={range[1]}
        options={named}
        onChoose={(to) => put([Math.min(to, range[0]), to])}
      />
    </>
  );
  return (
    <div className="dl-own-choices">
      <ColumnChoice
        label="Column with the period"
        value={choice.period}
        options={columns.map((text, value) => ({ value, text }))}
        // Other periods: ranges of the ones before mean nothing.
        onChoose={(period) => onChoose({ period, reference: undefined, current: undefined })}
      />
      {reference && ends("Reference", reference, (range) => onChoose({ reference: range }))}
      {current && ends("Current", current, (range) => onChoose({ current: range }))}
    </div>
  );
}

const counted = (count: number, one: string) => `${count.toLocaleString("en-GB")} ${one}${count === 1 ? "" : "s"}`;

export default function OwnPeriods() {
  const { complete } = useCell();
  const { name, busy, answer, problem, take, choose } = useOwnData<PeriodsChoice, PeriodsAnswer>({
    ask,
    sizeProblem,
    onRead: useCallback(() => complete(), [complete]),
  });
  return (
    <OwnDataPanel
      title="Your own columns"
      intro="Bring a table with one row for each case and a column that says when the case is from: a date, a month, or any name of a period. The page compares all other columns between two periods."
      limits={limitsText}
      example={example}
      name={name}
      busy={busy}
      problem={problem ?? answer?.problem}
      told={answer && `${name} was read: ${counted(answer.rows, "row")}, ${counted(answer.columns.length, "column")}.`}
      onFile={take}
    >
      {answer && <Choices answer={answer} onChoose={choose} />}
      {answer && <Notes notes={answer.notes} />}
      {answer?.compared && <OwnCompared answer={answer} compared={answer.compared} />}
    </OwnDataPanel>
  );
}
