/** The period as charts and words see it: its parts, its axis, and lines of one value per part. */
import type { FieldMark, Role, Series } from "../ui/chart/model";
import { formatNumber, lineMeaning } from "../ui/ink/format";
import { limitMs, outageFrom, periodParts, type ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";
import { isUnstable } from "./summary";
import { type ServingRun, spreadOf } from "./waits";

export { isUnstable, limitMs };

/** The part whose end is the moment shown. */
export const partAt = (moment: number): number => Math.min(periodParts, Math.max(1, Math.floor(moment))) - 1;

export const unitOfTime = ({ arrivals }: ServingValues): string => (arrivals === "day" ? "hour" : "part");

export function durationText(seconds: number): string {
  if (seconds < 10) return `${formatNumber(seconds, 1)} s`;
  if (seconds < 120) return `${formatNumber(seconds, 0)} s`;
  return seconds < 7200 ? `${formatNumber(seconds / 60, 0)} min` : `${formatNumber(seconds / 3600, 0)} h`;
}

/** A share as a percentage. */
export const percentText = (share: number, digits = 0): string => `${formatNumber(share, digits, "percent")}\u00a0%`;

export const periodSeconds = ({ requests, qps }: ServingValues): number => requests / qps;

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

export const meaning = (run: ServingRun | undefined, values: ServingValues): string =>
  lineMeaning(run?.replicasDone ?? values.replicas);

export type Parts = readonly (readonly ServingFrame[])[];

/** A line over the period: one value of every replica for each part, drawn at the part's end. */
export function overTime(
  parts: Parts,
  line: { id: string; role: Role; label: string },
  valuesOf: (frames: readonly ServingFrame[], part: number) => number[],
): Series {
  const there = parts.flatMap((frames, part) =>
    frames.length > 0 ? [{ part, spread: spreadOf(valuesOf(frames, part)) }] : [],
  );
  return {
    ...line,
    x: there.map(({ part }) => part + 1),
    y: there.map(({ spread }) => spread.middle),
    low: there.map(({ spread }) => spread.low),
    high: there.map(({ spread }) => spread.high),
  };
}

export const highestOf = (series: readonly Series[]): number =>
  Math.max(0, ...series.flatMap(({ high, y }) => high ?? y).filter(Number.isFinite));
