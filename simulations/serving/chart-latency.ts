/** Latencies so far as a histogram, and the percentiles of the whole period. */
import type { BarChart, IntervalChart, LevelMark, Role } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/ink/format";
import { binFromMs, latencyBins, limitMs } from "./frames";
import type { ServingValues } from "./knobs";
import { isUnstable } from "./load";
import { msText } from "./period";
import type { ServingResults } from "./results";

const percentiles = [
  { name: "p50Ms", role: "ink", label: "p50" },
  { name: "p95Ms", role: "ink-dash-dotted", label: "p95" },
  { name: "p99Ms", role: "ink-dashed", label: "p99" },
] as const;

/** Bars at the ends that are lower than this are left out: they would be a tenth of a pixel high. */
const leastShown = 0.0005;

export function histogramChart(results: ServingResults | undefined, values: ServingValues, moment: number): BarChart {
  const part = results?.at(moment);
  const now = part?.latencies ?? [];
  // The axis holds the whole period, so that it stands still while the reader scrubs.
  const ever = results?.end.latencies ?? [];
  const seen = Array.from(
    { length: latencyBins },
    (_, bin) => Math.max(now[bin]?.high ?? 0, ever[bin]?.high ?? 0) >= leastShown,
  );
  const first = Math.max(0, seen.indexOf(true));
  const last = seen.lastIndexOf(true) + 1;
  const bars = now
    .map(({ middle, low, high }, bin) => ({ from: binFromMs(bin), to: binFromMs(bin + 1), height: middle, low, high }))
    .slice(first, last);
  const min = results ? Math.min(limitMs / 10, 10 ** (Math.floor(first / 10 + 1e-9) - 1)) : 1;
  const max = results ? Math.max(limitMs * 10, 10 ** (Math.ceil(last / 10 - 1e-9) - 1)) : 1000;
  const unstable = isUnstable(values);
  const level = (at: number, role: Role, label: string): LevelMark => ({ kind: "level", at, role, label });
  const marks = [
    level(limitMs, "alarm", `limit ${limitMs} ms`),
    ...(unstable || !part
      ? []
      : percentiles.flatMap(({ name, role, label }) => {
          const at = part.band(name).middle;
          return Number.isNaN(at) ? [] : [level(at, role, `${label} ${msText(at)}`)];
        })),
  ].sort((a, b) => a.at - b.at);
  return {
    kind: "bars",
    id: "histogram",
    title: "Latency so far",
    help: `How often each latency occurs among the requests answered so far. The axis is logarithmic: each step from one tick to the next is a factor of ten and has ten bars. Bar: median over the replicas; thin line: the middle 80 % of the replicas. Bars below ${formatNumber(leastShown, 2, "percent")} % at both ends are left out. The vertical lines are the percentiles (medians over the replicas) and the limit for real time, ${limitMs} ms.`,
    unit: `% of the answered requests${unstable ? " · no steady state: latency keeps growing, so there are no percentiles" : ""}`,
    digits: 1,
    x: { label: "latency, ms", min, max, log: true },
    y: { max: roundUp(Math.max(0.05, ...bars.map(({ high }) => high))), format: "percent" },
    role: "ink",
    bars,
    marks,
  };
}

/** Percentiles at the end of the period; none where there is no steady state to have them. */
export function latencyIntervals({ end, values }: ServingResults): IntervalChart | undefined {
  if (isUnstable(values)) return undefined;
  const rows = percentiles
    .map(({ name, role, label }) => ({ role, label, ...end.band(name) }))
    .filter(({ middle }) => !Number.isNaN(middle));
  if (rows.length === 0) return undefined;
  return {
    kind: "intervals",
    id: "percentiles",
    title: "Percentiles of latency",
    help: `Latency of the answered requests in the whole period. Marker: median of the replicas; line: the middle 80 % of them. The limit is the one for real time, ${limitMs} ms.`,
    unit: "ms, of the answered requests",
    digits: rows.every(({ high }) => high < 10) ? 1 : 0,
    x: { label: "", min: 0, max: roundUp(Math.max(1.2 * limitMs, ...rows.map(({ high }) => high))) },
    rows,
    marks: [{ kind: "level", at: limitMs, role: "alarm", label: `${limitMs} ms` }],
  };
}
