/** How large a reader's table may be. A page states these before a file is chosen, and every error names the one it is about. */
export const tableLimits = {
  bytes: 5_000_000,
  rows: 100_000,
  columns: 50,
  /** Numbers further from 0 than this count as missing: their squares and sums must stay finite. */
  magnitude: 1e100,
} as const;

const megabytes = (bytes: number) => `${(Math.ceil(bytes / 100_000) / 10).toLocaleString("en-GB")} MB`;

/** @example "at most 5 MB, 100,000 rows and 50 columns" */
export const limitsText = `at most ${megabytes(tableLimits.bytes)}, ${tableLimits.rows.toLocaleString("en-GB")} rows and ${tableLimits.columns} columns`;

/** What is wrong with a file of this size, before anything of it is read; undefined where nothing is. */
export function sizeProblem(bytes: number): string | undefined {
  if (bytes > tableLimits.bytes)
    return `The file has ${megabytes(bytes)}. At most ${megabytes(tableLimits.bytes)} are allowed. Take fewer rows or columns.`;
  if (bytes === 0)
    return "The file is empty. Line 1 must hold the names of the columns, and each following line one row.";
  return undefined;
}
