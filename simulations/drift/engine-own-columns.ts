/** A reader's columns in two groups of rows: numbers and categories told apart, and each compared. */
import { categoryDistance, numberDistance } from "../core/statistics/column-distance";
import { quantileSorted } from "../core/statistics/quantile";
import { cellValue, numbersOf } from "../core/tables/cells";
import { quoted } from "../core/tables/problem";
import type { TextTable } from "../core/tables/read-table";
import type { ColumnShape, ComparedColumn } from "./own-data";

/** A column with more different texts names single rows. */
const mostTexts = 1000;
/** So many categories are compared one by one; all others are one more. */
const mostCategories = 20;
const others = "all others";
const drawnBins = 20;
const fewestValues = 2;

/** Reference and current rows. */
export type Groups = readonly [reference: Int32Array, current: Int32Array];

/** A column compared, or why it is not; what the reader should know of how it was read. */
export interface ComparedOrLeft {
  readonly compared?: ComparedColumn;
  readonly left?: string;
  readonly note?: string;
}

export function compareColumn(table: TextTable, column: number, groups: Groups): ComparedOrLeft {
  const { name, cells } = table.columns[column]!;
  const numbers = numbersOf(table, column);
  const given = cells.length - numbers.missing;
  if (given === 0) return { left: `${quoted(name)}: every value is missing.` };
  if (numbers.other === 0) return compareNumbers(name, numbers.values, groups);
  const { firstOther, other } = numbers;
  // A single word among numbers is most often a mistake, and would be looked for.
  const note =
    other < given / 2
      ? `Column ${quoted(name)} is read as text, because line ${firstOther!.line.toLocaleString("en-GB")} holds ${quoted(firstOther!.cell)}.`
      : undefined;
  return { ...compareTexts(name, table, column, groups), ...(note !== undefined && { note }) };
}

const tooFew = (name: string) => `${quoted(name)}: fewer than ${fewestValues} values in one of the periods.`;

function compareNumbers(name: string, values: Float64Array, groups: Groups): ComparedOrLeft {
  const [reference, current] = groups.map((rows) =>
    Float64Array.from(rows, (row) => values[row]!).filter((value) => !Number.isNaN(value)),
  ) as [Float64Array, Float64Array];
  if (Math.min(reference.length, current.length) < fewestValues) return { left: tooFew(name) };
  return {
    compared: {
      name,
      reference: { count: reference.length, missing: groups[0].length - reference.length },
      current: { count: current.length, missing: groups[1].length - current.length },
      ...numberDistance(reference, current),
      shape: histogramsOf(reference, current),
    },
  };
}

/** Bins of equal width over what nearly all values of both lie in. */
function histogramsOf(reference: Float64Array, current: Float64Array): ColumnShape {
  const all = new Float64Array(reference.length + current.length);
  all.set(reference);
  all.set(current, reference.length);
  all.sort();
  let [low, high] = [quantileSorted(all, 0.005), quantileSorted(all, 0.995)];
  if (!(high > low)) [low, high] = [all[0]!, all.at(-1)!];
  if (!(high > low)) [low, high] = [low - 0.5, low + 0.5];
  const width = (high - low) / drawnBins;
  const sharesOf = (values: Float64Array) => {
    const counts = new Array<number>(drawnBins).fill(0);
    for (const value of values) counts[Math.min(drawnBins - 1, Math.max(0, Math.floor((value - low) / width)))]! += 1;
    return counts.map((count) => count / values.length);
  };
  return {
    kind: "numbers",
    edges: Array.from({ length: drawnBins + 1 }, (_, i) => low + i * width),
    reference: sharesOf(reference),
    current: sharesOf(current),
  };
}

function compareTexts(name: string, { columns, delimiter }: TextTable, column: number, groups: Groups): ComparedOrLeft {
  const { cells } = columns[column]!;
  const counts = new Map<string, [number, number]>();
  groups.forEach((rows, side) => {
    for (const row of rows) {
      const value = cellValue(cells[row]!, delimiter);
      if (value === "") continue;
      const found = counts.get(value) ?? [0, 0];
      found[side]! += 1;
      counts.set(value, found);
    }
  });
  if (counts.size > mostTexts)
    return {
      left: `${quoted(name)}: ${counts.size.toLocaleString("en-GB")} different texts. At most ${mostTexts.toLocaleString("en-GB")} can be compared.`,
    };
  const sorted = [...counts].sort(([, a], [, b]) => b[0] + b[1] - a[0] - a[1]);
  const rest = sorted.slice(mostCategories);
  const categories = [
    ...sorted.slice(0, mostCategories),
    ...(rest.length > 0
      ? [[others, rest.reduce((sum, [, [a, b]]) => [sum[0]! + a, sum[1]! + b], [0, 0])] as [string, [number, number]]]
      : []),
  ];
  const total = (side: 0 | 1) => categories.reduce((sum, [, count]) => sum + count[side], 0);
  const [n, m] = [total(0), total(1)];
  if (Math.min(n, m) < fewestValues) return { left: tooFew(name) };
  const { psi, psiByChance, shares } = categoryDistance(
    categories.map(([, [before]]) => before),
    categories.map(([, [, now]]) => now),
  );
  return {
    compared: {
      name,
      reference: { count: n, missing: groups[0].length - n },
      current: { count: m, missing: groups[1].length - m },
      psi,
      psiByChance,
      shape: {
        kind: "categories",
        labels: categories.map(([label]) => label),
        reference: shares.map(([before]) => before),
        current: shares.map(([, now]) => now),
      },
    },
  };
}
