/** What a reader's own columns show in two periods: sentences, and the rows of the table. */
import type { Table } from "../ui/chart/model";
import { formatNumber, listText } from "../ui/ink/format";
import type { ComparedColumn, ComparedPeriods, PeriodRange, PeriodsAnswer } from "./own-data";

const whole = (count: number) => formatNumber(count, 0);
const level = 0.05;

/** As many digits as say something, whatever the size. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1e7 || (size > 0 && size < 1e-4)) return value.toExponential(2).replace("-", "−");
  return formatNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4);
}

const pText = (p: number) => (p < 0.0001 ? "< 0.0001" : formatNumber(p, 4));

const sideText = ({ count, missing }: ComparedColumn["reference"]) =>
  missing > 0 ? `${whole(count)} (${whole(missing)} missing)` : whole(count);

export function rangeText(labels: readonly string[], [from, to]: PeriodRange): string {
  return from === to ? labels[from]! : `${labels[from]!} to ${labels[to]!}`;
}

export function comparedTable({ columns }: ComparedPeriods): Table {
  return {
    caption: "Your columns, largest PSI first",
    columns: [
      "column",
      "reference, values",
      "current, values",
      "PSI",
      "PSI without drift, about",
      "KS distance",
      "KS, p-value",
      "Wasserstein",
      "Wasserstein, standard deviations",
    ],
    rows: columns.map((one) => [
      one.name,
      sideText(one.reference),
      sideText(one.current),
      formatNumber(one.psi, 3),
      formatNumber(one.psiByChance, 3),
      one.ks === undefined ? "–" : formatNumber(one.ks, 3),
      one.ksPValue === undefined ? "–" : pText(one.ksPValue),
      one.wasserstein === undefined ? "–" : shortNumber(one.wasserstein),
      one.wassersteinSd === undefined ? "–" : formatNumber(one.wassersteinSd, 2),
    ]),
  };
}

/** What was compared with what, and which column moved most. */
export function comparedWords({ choice, periods, compared }: PeriodsAnswer): string {
  const { referenceRows, currentRows, columns } = compared!;
  const range = (of: PeriodRange | undefined) => rangeText(periods.labels, of!);
  const [first] = columns;
  const most =
    first && !Number.isNaN(first.psi) ? ` The largest PSI is ${formatNumber(first.psi, 3)}, of ${first.name}.` : "";
  return `Reference: ${range(choice.reference)}, ${whole(referenceRows)} rows. Current: ${range(choice.current)}, ${whole(currentRows)} rows.${most}`;
}

const tests = (count: number) => `${whole(count)} ${count === 1 ? "column" : "columns"}`;

/** The lesson's warning: who tests many columns is alarmed by chance. */
export function manyTestsWords({ columns }: ComparedPeriods): string | undefined {
  const tested = columns.filter(({ ksPValue }) => ksPValue !== undefined);
  if (tested.length === 0) return undefined;
  const below = (limit: number) => tested.filter(({ ksPValue }) => ksPValue! < limit);
  const alarms = below(level);
  const strict = below(level / tested.length);
  const names = strict.length > 0 && strict.length <= 5 ? `: ${listText(strict.map(({ name }) => name))}` : "";
  return `The KS test was made for ${tests(tested.length)} of numbers. Even if nothing has changed, at 5 % it raises an alarm for about ${formatNumber(level * tested.length, tested.length * level < 1 ? 2 : 1)} of them. Here it raises ${whole(alarms.length)}; with each p-value multiplied by the number of tests, ${whole(strict.length)}${names}. With many rows, also a harmless difference raises an alarm: look at the distances too.`;
}
