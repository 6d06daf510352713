/** A reader's columns compared: the table of distances, a warning about many tests, and one column drawn. */
import { useState } from "react";
import { ChartFigure } from "../ui/chart/chart-figure";
import { tablesOf } from "../ui/chart/table";
import { useBand, useTheme } from "../ui/design/screen";
import { Announce } from "../ui/ink/announce";
import { Said } from "../ui/ink/said";
import { ColumnChoice } from "../ui/own-data/column-choice";
import { TableView } from "../ui/results/table-view";
import { columnChart } from "./own-chart";
import type { ComparedPeriods, PeriodsAnswer } from "./own-data";
import { comparedTable, comparedWords, manyTestsWords } from "./own-words";
import "../ui/results/table.css";

const ALL = Number.POSITIVE_INFINITY;

export function OwnCompared({ answer, compared }: { answer: PeriodsAnswer; compared: ComparedPeriods }) {
  const theme = useTheme();
  const band = useBand();
  const [wanted, setWanted] = useState<string>();
  const [open, setOpen] = useState(false);
  const { columns, left } = compared;
  // The columns of a file have different names.
  const shown = columns.find(({ name }) => name === wanted) ?? columns[0]!;
  const chart = columnChart(shown);
  const words = comparedWords(answer);
  const warning = manyTestsWords(compared);
  return (
    <div className="dl-own-result dl-own-compared">
      <p className="dl-own-words">
        <Said text={words} />
      </p>
      <Announce text={words} quiet={false} />
      <TableView tables={[comparedTable(compared)]} />
      {left.length > 0 && <p className="dl-small dl-own-words">{`Not compared: ${left.join(" ")}`}</p>}
      {warning && (
        <p className="dl-own-words">
          <Said text={warning} />
        </p>
      )}
      <ColumnChoice
        label="Column in the chart"
        value={shown.name}
        options={columns.map(({ name }) => ({ value: name, text: name }))}
        onChoose={setWanted}
      />
      <ChartFigure chart={chart} theme={theme} band={band} moment={ALL} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Table of the chart</summary>
        {open && <TableView tables={tablesOf(chart)} />}
      </details>
    </div>
  );
}
