/**
 * Chi-square test of independence on a table of counts (Pearson 1900).
 *
 *   χ² = Σ (observed − expected)² / expected,  expected = row total · column total / total
 *
 * With one degree of freedom Yates (1934) moves each observed count by at most ½ towards the expected one.
 *
 * @example chiSquareContingency([[30, 0], [0, 30]], { yates: false }).statistic // 60
 */
import gammainc from "@stdlib/math-base-special-gammainc";
import { checkEach, checkNotEmpty, checkNotNegative, checkPositive, checkSameLength } from "../check";

export interface ChiSquareResult {
  statistic: number;
  pValue: number;
  /** (rows − 1)(columns − 1). */
  degreesOfFreedom: number;
  expected: number[][];
}

/** P(χ² ≥ statistic). */
function chiSquareSurvival(statistic: number, degreesOfFreedom: number): number {
  checkNotNegative("statistic", statistic);
  checkPositive("degreesOfFreedom", degreesOfFreedom);
  return gammainc(statistic / 2, degreesOfFreedom / 2, true, true);
}

/** @throws RangeError for fewer than two rows or columns, negative counts, or a row or column that is all 0. */
export function chiSquareContingency(
  table: readonly (readonly number[])[],
  { yates = true }: { yates?: boolean } = {},
): ChiSquareResult {
  checkNotEmpty("table", table);
  const columns = table[0]!.length;
  table.forEach((row, i) => {
    checkSameLength("table[0]", table[0]!, `table[${i}]`, row);
    checkEach(`table[${i}]`, row, checkNotNegative);
  });
  if (table.length < 2 || columns < 2) {
    throw new RangeError(`table must have at least two rows and two columns, got ${table.length} by ${columns}`);
  }
  const rowTotals = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = table[0]!.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  rowTotals.forEach((total, i) => {
    checkPositive(`the total of row ${i} of table`, total);
  });
  columnTotals.forEach((total, j) => {
    checkPositive(`the total of column ${j} of table`, total);
  });
  const total = rowTotals.reduce((sum, count) => sum + count, 0);
  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / total));
  const degreesOfFreedom = (table.length - 1) * (columns - 1);
  const correction = yates && degreesOfFreedom === 1 ? 0.5 : 0;
  let statistic = 0;
  table.forEach((row, i) => {
    row.forEach((observed, j) => {
      const gap = Math.abs(observed - expected[i]![j]!);
      statistic += (gap - Math.min(correction, gap)) ** 2 / expected[i]![j]!;
    });
  });
  return { statistic, pValue: chiSquareSurvival(statistic, degreesOfFreedom), degreesOfFreedom, expected };
}
