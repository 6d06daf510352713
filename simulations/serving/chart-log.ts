/** The log's two sides on one axis: what it can find, and whom it gives away. */
import type { Band } from "../core/statistics/band";
import { seriesOf } from "../course/band-series";
import type { LineChart, Role, Series } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/ink/format";
import { driftLevel, partAt, trainingRows } from "./frames";
import type { ServingValues } from "./knobs";
import { lineText } from "./period";
import type { ServingResults } from "./results";
import type { PartResults } from "./results-part";

/** Rows in the log, the same axis for what they find and whom they give away. */
function rowsAxis(results: ServingResults | undefined) {
  const rows = results?.parts.map((part) => part.band("logRows").middle) ?? [];
  const most = Math.max(0, ...rows.filter(Number.isFinite));
  return { label: "rows in the log", min: 0, max: Math.max(10, most) };
}

/** A line over the rows in the log, up to the moment shown. */
const overRows = (
  results: ServingResults,
  moment: number,
  line: { readonly id: string; readonly role: Role; readonly label: string },
  bandIn: (part: PartResults) => Band,
): Series =>
  seriesOf(
    line,
    results.parts
      .slice(0, partAt(moment) + 1)
      .filter(({ replicas }) => replicas > 0)
      .map((part) => [part.band("logRows").middle, bandIn(part)] as const),
  );

const wasLogged = ({ logForm, logRate }: ServingValues): boolean => logForm !== "nothing" && logRate > 0;

const nothingLogged = "nothing is logged";

export function powerChart(results: ServingResults | undefined, values: ServingValues, moment: number): LineChart {
  const found = (id: "driftP" | "calmP", role: Role, label: string) =>
    results && wasLogged(values) ? [overRows(results, moment, { id, role, label }, (part) => part.found(id).band)] : [];
  const test = values.logForm === "hashed" ? "the chi-square test on tenths" : "the Kolmogorov–Smirnov test";
  return {
    kind: "lines",
    id: "power",
    title: "Drift found in the log",
    help: `After each part of the period, ${test} compares the logged inputs with ${formatNumber(trainingRows, 0)} inputs of training, at the ${formatNumber(driftLevel, 0, "percent")} % level. Drift found: the share of replicas in which the test finds the drift of ${formatNumber(values.driftSize, 2)} standard deviations. False alarm: the share in which it raises an alarm on the same rows without drift.`,
    unit: wasLogged(values) ? "% of replicas · band: 95 % interval (Wilson 1927)" : nothingLogged,
    digits: 0,
    x: rowsAxis(results),
    y: { min: 0, max: 1, ticks: [0, 0.5, 1], format: "percent" },
    columns: ["share of replicas", "95 % interval, from", "95 % interval, to"],
    series: [...found("driftP", "ink", "Drift found"), ...found("calmP", "ink-dashed", "False alarm")],
    timeline: false,
    height: "low",
  };
}

export function peopleChart(results: ServingResults | undefined, values: ServingValues, moment: number): LineChart {
  const line = (id: "namedShare" | "singledOutShare", role: Role, label: string) =>
    results && wasLogged(values) ? [overRows(results, moment, { id, role, label }, (part) => part.band(id))] : [];
  // The axis holds the whole period, so that it stands still while the reader scrubs.
  const shares = (["namedShare", "singledOutShare"] as const).flatMap((name) => results?.end.figures(name) ?? []);
  const most = Math.max(0, ...shares.filter(Number.isFinite));
  return {
    kind: "lines",
    id: "people",
    title: "Users identified by the log",
    help: `Share of all ${formatNumber(values.users, 0)} users. Named: a raw row holds the user’s name. Singled out: a row holds an age, region and device that no other user has (k-anonymity with k = 1, Sweeney 2002). Equal values have equal hashes, so a hash hides the name but not the combination.`,
    unit: wasLogged(values) ? `% of all users · ${lineText(results, values)}` : nothingLogged,
    digits: 1,
    x: rowsAxis(results),
    y: { min: 0, max: Math.min(1, roundUp(Math.max(0.05, most))), format: "percent" },
    series: [...line("namedShare", "ink", "Named"), ...line("singledOutShare", "ink-dashed", "Singled out")],
    timeline: false,
    height: "low",
  };
}
