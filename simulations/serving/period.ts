/** The period as charts and words see it: its parts, its axis, and lines of one value per part. */
import { seriesOf } from "../course/band-series";
import type { FieldMark, Role, Series } from "../ui/chart/model";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { outageFrom, periodParts } from "./frames";
import type { ServingValues } from "./knobs";
import type { ServingResults } from "./results";
import type { Figure } from "./results-part";

export const unitOfTime = ({ arrivals }: ServingValues): string => (arrivals === "day" ? "hour" : "part");

function durationText(seconds: number): string {
  if (seconds < 10) return `${formatNumber(seconds, 1)} s`;
  if (seconds < 120) return `${formatNumber(seconds, 0)} s`;
  return seconds < 7200 ? `${formatNumber(seconds / 60, 0)} min` : `${formatNumber(seconds / 3600, 0)} h`;
}

/** A share as a percentage. */
export const percentText = (share: number, digits = 0): string => `${formatNumber(share, digits, "percent")}\u00a0%`;

const periodSeconds = ({ requests, qps }: ServingValues): number => requests / qps;

/** Latencies in ms, with a digit after the point only where it says something; in seconds from ten on. */
export const msText = (ms: number): string =>
  ms >= 10_000 ? `${formatNumber(ms / 1000, 0)}\u00a0s` : `${formatNumber(ms, ms < 10 ? 1 : 0)}\u00a0ms`;

export const isOut = ({ place, outageShare }: ServingValues): boolean => place === "cloud" && outageShare > 0;

export const timeAxis = (values: ServingValues) => ({
  label:
    values.arrivals === "day" ? "hour of the day" : `parts of ${durationText(periodSeconds(values) / periodParts)}`,
  min: 0,
  max: periodParts,
  ticks: [0, 6, 12, 18, 24],
});

/** The outage as a grey field; named on the first chart only. */
export const outage = (values: ServingValues, quiet = true): FieldMark[] =>
  isOut(values)
    ? [
        {
          kind: "field",
          from: outageFrom * periodParts,
          to: (outageFrom + values.outageShare) * periodParts,
          label: "connection down",
          quiet,
        },
      ]
    : [];

/** What a line and its band are, over the replicas that have come. */
export const lineText = (results: ServingResults | undefined, values: ServingValues): string =>
  lineMeaning(results?.run.replicasDone ?? values.replicas);

/** A line over the period: the band of a figure in each part, drawn at the part's end. */
export const overTime = (
  { parts }: ServingResults,
  line: { readonly id: string; readonly role: Role; readonly label: string },
  figure: Figure,
): Series =>
  seriesOf(
    line,
    parts.flatMap((part, i) => (part.replicas > 0 ? [[i + 1, part.band(figure)] as const] : [])),
  );
