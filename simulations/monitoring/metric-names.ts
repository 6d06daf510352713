/** What the nine metrics are called, in which unit they are read, and which of the three kinds they belong to. */
import { inputMetrics, type MetricName, outputMetrics, softwareMetrics } from "../core/worlds/service";

export const kinds = ["software", "input", "output"] as const;
export type MetricKind = (typeof kinds)[number];

export function kindOf(metric: MetricName): MetricKind {
  if (softwareMetrics.some((one) => one === metric)) return "software";
  return inputMetrics.some((one) => one === metric) ? "input" : "output";
}

export const ofKind: Readonly<Record<MetricKind, readonly MetricName[]>> = {
  software: softwareMetrics,
  input: inputMetrics,
  output: outputMetrics,
};

interface Named {
  readonly label: string;
  /** In little room. */
  readonly short: string;
  readonly unit: string;
  readonly digits: number;
  /** From the world's unit to the one shown. */
  readonly factor: number;
  /** A level in dB may be below 0; shares, times and counts are not. */
  readonly signed?: true;
}

export const metricText: Readonly<Record<MetricName, Named>> = {
  load: { label: "Server load", short: "Load", unit: "% of capacity", digits: 0, factor: 100 },
  latency: { label: "Latency, p95", short: "Latency", unit: "ms", digits: 0, factor: 1 },
  memory: { label: "Memory", short: "Memory", unit: "% used", digits: 0, factor: 1 },
  throughput: { label: "Throughput", short: "Answers", unit: "answers/h", digits: 0, factor: 1 },
  length: { label: "Input length", short: "Length", unit: "s", digits: 2, factor: 1 },
  volume: { label: "Input volume", short: "Volume", unit: "dB", digits: 1, factor: 1, signed: true },
  missing: { label: "Missing clips", short: "Missing", unit: "%", digits: 1, factor: 100 },
  nulls: { label: "Null answers", short: "Nulls", unit: "%", digits: 1, factor: 100 },
  repeats: { label: "Repeated searches", short: "Repeats", unit: "%", digits: 1, factor: 100 },
};
