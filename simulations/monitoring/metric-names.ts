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
  readonly unit: string;
  readonly digits: number;
  /** From the world's unit to the one shown. */
  readonly factor: number;
}

export const metricText: Readonly<Record<MetricName, Named>> = {
  load: { label: "Server load", unit: "% of capacity", digits: 0, factor: 100 },
  latency: { label: "Latency, p95", unit: "ms", digits: 0, factor: 1 },
  memory: { label: "Memory", unit: "% used", digits: 0, factor: 1 },
  throughput: { label: "Throughput", unit: "answers/h", digits: 0, factor: 1 },
  length: { label: "Input length", unit: "s", digits: 2, factor: 1 },
  volume: { label: "Input volume", unit: "dB", digits: 1, factor: 1 },
  missing: { label: "Missing clips", unit: "%", digits: 1, factor: 100 },
  nulls: { label: "Null answers", unit: "%", digits: 1, factor: 100 },
  repeats: { label: "Repeated searches", unit: "%", digits: 1, factor: 100 },
};
