/**
 * Dates as ISO 8601 writes them: a year with its month, a day, or a day with a time; and days with points, as many spreadsheets in
 * Europe write them: 31.3.2024. Days with strokes are none, because 3/4/2024 is another day in another country. The day is the
 * one that is written, whatever the time zone.
 *
 * @example dateOf("2024-02-29T10:30Z") // { year: 2024, month: 2, day: 29 }
 */
const pattern =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?$/;

const withPoints = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? \d{1,2}:\d{2}(?::\d{2})?)?$/;

export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  /** Left out where only the month is written. */
  readonly day: number | undefined;
}

/** @param month from 1 */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** undefined where the text is no date, or one that no calendar has */
export function dateOf(text: string): WrittenDate | undefined {
  const trimmed = text.trim();
  const points = withPoints.exec(trimmed);
  const found = points ? [points[3], points[2], points[1]] : pattern.exec(trimmed)?.slice(1);
  if (!found) return undefined;
  const [year, month] = [Number(found[0]), Number(found[1])];
  const day = found[2] === undefined ? undefined : Number(found[2]);
  if (month < 1 || month > 12 || day === 0 || (day ?? 1) > daysIn(year, month)) return undefined;
  return { year, month, day };
}
