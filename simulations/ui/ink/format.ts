/** The one way a figure becomes text: labels, words, tables and downloads all round here, so that they agree. */

const formats = new Map<number, Intl.NumberFormat>();

function formatOf(digits: number): Intl.NumberFormat {
  let format = formats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format;
}

/** The figure rounded to `digits` after the point (of the percentage, when it is one); NaN stays NaN, −0 becomes 0. */
export function roundTo(value: number, digits: number, format?: "percent"): number {
  const scaled = format === "percent" ? value * 100 : value;
  return Number.isFinite(scaled) ? Number(scaled.toFixed(digits)) + 0 : Number.NaN;
}

/** A figure as it is read: "1,240", "−3.5", "62" of a percentage; "–" when there is none. */
export function formatNumber(value: number, digits: number, format?: "percent"): string {
  const rounded = roundTo(value, digits, format);
  if (Number.isNaN(rounded)) return "–";
  return formatOf(digits).format(rounded).replace("-", "−");
}

/**
 * A figure with as many digits as tell it from the bounds it is not: at two digits 0.999 reads "0.999" beside 1, not "1.00".
 * At least `digits`, at most ten.
 *
 * @example formatApart(0.999, 2, [0, 1]) // "0.999"
 */
export function formatApart(value: number, digits: number, bounds: readonly number[], format?: "percent"): string {
  for (let more = digits; more < 10; more++)
    if (bounds.every((bound) => value === bound || roundTo(value, more, format) !== roundTo(bound, more, format)))
      return formatNumber(value, more, format);
  return formatNumber(value, 10, format);
}

/** The fewest digits (at most four) that tell neighbouring ticks apart. */
export function digitsOfStep(step: number): number {
  for (let digits = 0; digits < 4; digits++) if (Math.abs(step - Number(step.toFixed(digits))) < 1e-9) return digits;
  return 4;
}

/** A duration with two digits that say something, whatever its size: "0.023 ms", "72 ms". */
export function shortMs(ms: number): string {
  const digits = ms >= 10 ? 0 : Math.min(4, Math.max(1, 1 - Math.floor(Math.log10(ms))));
  return `${formatNumber(ms, digits)} ms`;
}

/** "a, b and c". */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** What line and band of a chart are; a single replica has no band. */
export const lineMeaning = (replicas: number): string =>
  replicas === 1 ? "line: 1 replica" : `line: median of ${replicas} replicas, band: 10–90 %`;

/** Widths of letters in Inter at weight 600, in em, each about the widest of its class: a label takes no more than is thought. */
const letterWidths: ReadonlyMap<string, number> = new Map(
  (
    [
      [" ijlI", 0.28],
      [".,:;·’‘'|", 0.33],
      ["t", 0.36],
      ["fr()/1[]", 0.42],
      ["-–", 0.5],
      ["acekvxyzs", 0.59],
      ["mw", 0.91],
      ["MW%—@→", 1.02],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

/** The width a text in Inter takes, near enough to place labels, in px. */
export function estimateWidth(text: string, size: number, weight = 400): number {
  let em = 0;
  for (const letter of text) em += letterWidths.get(letter) ?? (letter >= "A" && letter <= "Z" ? 0.75 : 0.65);
  return em * size * (weight >= 600 ? 1 : 0.98);
}
