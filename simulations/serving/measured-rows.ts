/** One server of the bench beside the timings of a real model: latency of a batch, answers a second, share of the set-up. */
import type { BatchTiming, Timing } from "../runtime/timing";
import { formatNumber, shortMs } from "../ui/ink/format";
import type { ServingValues } from "./knobs";
import { batchCosts } from "./load";

export interface MeasuredRow {
  readonly label: string;
  readonly help: string;
  readonly cells: readonly [simulated: string, measured: string];
}

const rate = (perSecond: number): string => `${formatNumber(perSecond, perSecond < 10 ? 1 : 0)}/s`;

/**
 * Share of a lone request's time that a batch pays once: base + n · rest takes t₁ for one and tₙ for n, so
 * base = t₁ − (tₙ − t₁) / (n − 1). Between 0 and 1, whatever the noise.
 *
 * @example setupShareOf(10, 72, 32) // 0.8
 */
export function setupShareOf(one: number, many: number, size: number): number {
  const base = one - (many - one) / (size - 1);
  return Math.min(1, Math.max(0, base / one));
}

const timed = ({ medianMs, p95Ms }: BatchTiming): string => `${shortMs(medianMs)}, p95 ${shortMs(p95Ms)}`;

export function measuredRows(values: ServingValues, timing: Timing | undefined): MeasuredRow[] {
  const { base, perItem } = batchCosts(values);
  const [one, many] = timing?.batches ?? [];
  const size = many?.size ?? 32;
  const measured = (text: (one: BatchTiming, many: BatchTiming) => string) => (one && many ? text(one, many) : "–");
  const batchMs = base + perItem * size;
  return [
    {
      label: "One request, latency",
      help: "Time for one request that comes alone. Simulated: the setting “Time for one request”, on average. Measured: median and 95th percentile.",
      cells: [shortMs(base + perItem), measured((first) => timed(first))],
    },
    {
      label: `Batch of ${size}, latency`,
      help: "All requests of a batch are answered when the whole batch is ready.",
      cells: [shortMs(batchMs), measured((_, second) => timed(second))],
    },
    {
      label: "Throughput, one by one",
      help: "Answers a second when each request starts as soon as the one before is done.",
      cells: [rate(1000 / (base + perItem)), measured((first) => rate(first.perSecond))],
    },
    {
      label: `Throughput, batches of ${size}`,
      help: "Answers a second when every batch is full.",
      cells: [rate((1000 * size) / batchMs), measured((_, second) => rate(second.perSecond))],
    },
    {
      label: "Set-up share",
      help: "The part of a single request’s time that a batch needs only once. Measured: computed from the two latencies, assuming that a batch takes a fixed time plus an equal time for each request.",
      cells: [
        `${formatNumber(values.setupShare, 0)} %`,
        measured((a, b) => `${formatNumber(setupShareOf(a.medianMs, b.medianMs, b.size), 0, "percent")} %`),
      ],
    },
  ];
}
