export interface FileTally {
  name: string;
  cases: number;
  passed: number;
  failed: number;
  /** Cases by the name of a function that has no adapter. */
  notCovered: Record<string, number>;
}

/** Table of passed, failed and not covered cases per file, the functions not covered by name, and the required ones absent. */
export function summary(folder: string, tallies: readonly FileTally[], absent: readonly string[]): string {
  const left = (tally: FileTally) => Object.values(tally.notCovered).reduce((sum, count) => sum + count, 0);
  const rows = tallies.map((tally) => [tally.name, tally.cases, tally.passed, tally.failed, left(tally)]);
  const total = (column: number) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  const table = [
    ["file", "cases", "passed", "failed", "not covered"],
    ...rows,
    ["total", total(1), total(2), total(3), total(4)],
  ].map((row) => row.map((cell, i) => (i === 0 ? String(cell).padEnd(36) : String(cell).padStart(12))).join(""));
  const missing = tallies.flatMap((tally) => {
    const names = Object.entries(tally.notCovered).map(([fn, count]) => `${fn} (${count})`);
    return names.length > 0 ? [`  ${tally.name}: ${names.join(", ")}`] : [];
  });
  const without = absent.length > 0 ? [`Required functions without a case: ${absent.join(", ")}`] : [];
  const notCovered = missing.length > 0 ? missing : ["  none"];
  return [`Golden files in ${folder}`, ...table, "Not covered:", ...notCovered, ...without].join("\n");
}
