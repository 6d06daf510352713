/** Which column of a reader's table holds scores and which labels: guessed from names and values, and read. */
import { cellValue, numbersOf, valueCounts } from "../core/tables/cells";
import { problemAt, quoted, TableProblem } from "../core/tables/problem";
import type { TextTable } from "../core/tables/read-table";
import { mostLabels, type OwnChoice } from "./own-data";

const labelName = /label|target|truth|actual|class|outcome|fraud|spam|^y(_?true)?$/i;
const scoreName = /score|prob|pred|logit|risk|confidence|^p$|^y_?(hat|pred|score)$/i;
const positiveName = /^(1|true|t|yes|y|pos|positive|\+|fraud|spam|bad|defect)$/i;

/** What the reader chose, and a guess at the rest. */
export function chosenColumns(table: TextTable, choice: OwnChoice): OwnChoice & { labels: readonly string[] } {
  const places = table.columns.map((_, column) => column);
  const named = (pattern: RegExp) => (column: number) => pattern.test(table.columns[column]!.name);
  const twoValued = places.filter((column) => valueCounts(table, column, 2)?.size === 2);
  const fewValued = places.filter((column) => valueCounts(table, column, mostLabels) !== undefined);
  const label =
    choice.label ??
    fewValued.findLast(named(labelName)) ??
    twoValued.findLast((column) => !named(scoreName)(column)) ??
    twoValued.at(-1) ??
    places.at(-1)!;
  const numeric = places.filter((column) => {
    const { other, missing, values } = numbersOf(table, column);
    return column !== label && other === 0 && missing < values.length;
  });
  const score =
    choice.score ??
    numeric.find(named(scoreName)) ??
    numeric.find((column) => !twoValued.includes(column)) ??
    numeric[0] ??
    (label === 0 ? 1 : 0);
  const counts = valueCounts(table, label, mostLabels);
  const labels = counts ? [...counts.keys()] : [];
  const rarest = [...labels].sort((a, b) => counts!.get(a)! - counts!.get(b)!)[0];
  const guessed = labels.find((value) => positiveName.test(value)) ?? rarest;
  const positive = choice.positive !== undefined && labels.includes(choice.positive) ? choice.positive : guessed;
  return { score, label, labels, ...(positive !== undefined && { positive }) };
}

export interface LabelledScores {
  readonly labels: Uint8Array;
  readonly scores: Float64Array;
  readonly notes: readonly string[];
}

const rowsText = (rows: number) => `${rows.toLocaleString("en-GB")} row${rows === 1 ? "" : "s"}`;

/** @throws TableProblem that names line and column and says what is allowed */
export function readScores(table: TextTable, { score, label, positive }: OwnChoice): LabelledScores {
  const scoreColumn = table.columns[score!];
  const labelColumn = table.columns[label!]!;
  if (!scoreColumn || score === label)
    throw new TableProblem(
      `Column ${quoted(labelColumn.name)} cannot be both score and label. The file needs one column with scores and another with labels.`,
    );
  const { values, firstOther } = numbersOf(table, score!);
  if (firstOther)
    throw problemAt(
      firstOther.line,
      scoreColumn.name,
      `${quoted(firstOther.cell)} is not a number. Allowed are numbers such as ${table.delimiter === "," ? "0.25" : "0.25 or 0,25"} and 1e-3; an empty cell or NA is a missing value.`,
    );
  if (!valueCounts(table, label!, mostLabels)) {
    const seen = new Set<string>();
    const row = labelColumn.cells.findIndex((cell) => seen.add(cellValue(cell, table.delimiter)).size > mostLabels);
    throw problemAt(
      table.lines[row]!,
      labelColumn.name,
      `by this line the column has more than ${mostLabels} different values. Allowed are at most ${mostLabels}, usually two, such as 0 and 1.`,
    );
  }
  let noScore = 0;
  let noLabel = 0;
  const rows: number[] = [];
  labelColumn.cells.forEach((cell, row) => {
    if (Number.isNaN(values[row]!)) noScore++;
    else if (cellValue(cell, table.delimiter) === "") noLabel++;
    else rows.push(row);
  });
  const labels = Uint8Array.from(rows, (row) =>
    cellValue(labelColumn.cells[row]!, table.delimiter) === positive ? 1 : 0,
  );
  const only = labels[0];
  if (labels.every((each) => each === only)) {
    const where = `Lines ${table.lines[0]!.toLocaleString("en-GB")} to ${table.lines.at(-1)!.toLocaleString("en-GB")}, column ${quoted(labelColumn.name)}: `;
    throw new TableProblem(
      rows.length === 0
        ? `${where}no row has both a score and a label.`
        : `${where}${only === 1 ? `every label is ${quoted(positive ?? "")}` : `no row with a score is ${quoted(positive ?? "")}`}. Both kinds must occur, such as 0 and 1.`,
    );
  }
  const notes = [
    ...(noScore > 0 ? [`${rowsText(noScore)} without a score (empty, NaN, infinite or beyond 1e100) left out.`] : []),
    ...(noLabel > 0 ? [`${rowsText(noLabel)} without a label left out.`] : []),
  ];
  return { labels, scores: Float64Array.from(rows, (row) => values[row]!), notes };
}
