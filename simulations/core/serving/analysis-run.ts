/**
 * An analysis: several metrics measured in time until all have ended or one has failed.
 *
 *   measurement k of a metric is due at start + initialDelay + k · interval
 *   phase = the worst of the metrics: Successful < Inconclusive < Error < Failed; anything worse than Successful ends it
 *
 * Source: Argo Rollouts, AnalysisRun (2026). A metric without an interval whose value could not be had is tried again
 * after ten seconds.
 *
 * @example nextMeasurementAt(startAnalysis({ metrics: [{ name: "errors", interval: 60, initialDelay: 60 }] }, 0)) // 60
 */
import {
  judgeMeasurement,
  type MeasurementPhase,
  type MetricPhase,
  type MetricRun,
  type MetricSpec,
  recordMeasurement,
  startMetric,
} from "./analysis";

const ERROR_RETRY_SECONDS = 10;
const ORDER: readonly MetricPhase[] = ["Running", "Successful", "Inconclusive", "Error", "Failed"];

export interface AnalysisSpec {
  readonly metrics: readonly MetricSpec[];
}

export interface MeasureContext {
  readonly at: number;
  /** When the metric was measured before, or the analysis began. */
  readonly since: number;
  /** Percent of the traffic answered by the new version, and copied to it. */
  readonly weight: number;
  readonly mirror: number;
}

/** Reads a metric; null when its value cannot be had (no requests yet, say). */
export type Measure = (metric: MetricSpec, context: MeasureContext) => number | null;

export interface MetricProgress {
  readonly spec: MetricSpec;
  readonly run: MetricRun;
  readonly since: number;
  /** When it is measured next; Infinity once it has ended. */
  readonly nextAt: number;
}

export interface AnalysisRun {
  readonly phase: MetricPhase;
  readonly metrics: readonly MetricProgress[];
}

export interface Measurement {
  readonly metric: string;
  readonly value: number | null;
  readonly phase: MeasurementPhase;
}

export function startAnalysis(spec: AnalysisSpec, at: number): AnalysisRun {
  const metrics = spec.metrics.map((metric) => ({
    spec: metric,
    run: startMetric(),
    since: at,
    nextAt: at + (metric.initialDelay ?? 0),
  }));
  return { phase: "Running", metrics };
}

/** Infinity when the analysis has ended. */
export function nextMeasurementAt(analysis: AnalysisRun): number {
  if (analysis.phase !== "Running") return Number.POSITIVE_INFINITY;
  return Math.min(...analysis.metrics.map((metric) => metric.nextAt));
}

/** Takes every measurement that is due at `at`, in the order of the metrics. */
export function measureDue(
  analysis: AnalysisRun,
  at: number,
  traffic: { readonly weight: number; readonly mirror: number },
  measure: Measure,
): { readonly analysis: AnalysisRun; readonly measurements: readonly Measurement[] } {
  const measurements: Measurement[] = [];
  if (analysis.phase !== "Running") return { analysis, measurements };
  const metrics = analysis.metrics.map((progress) => {
    if (progress.nextAt > at) return progress;
    const { spec, since } = progress;
    const value = measure(spec, { at, since, weight: traffic.weight, mirror: traffic.mirror });
    const phase = judgeMeasurement(spec, value);
    measurements.push({ metric: spec.name, value, phase });
    const run = recordMeasurement(spec, progress.run, phase);
    const nextAt = run.phase === "Running" ? at + (spec.interval ?? ERROR_RETRY_SECONDS) : Number.POSITIVE_INFINITY;
    return { spec, run, since: at, nextAt };
  });
  return { analysis: { phase: worstPhase(metrics), metrics }, measurements };
}

function worstPhase(metrics: readonly MetricProgress[]): MetricPhase {
  const phases = metrics.map((metric) => metric.run.phase);
  const worst = phases.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), "Running");
  // Success has to wait for the metrics that still run; trouble does not.
  return worst === "Successful" && phases.includes("Running") ? "Running" : worst;
}
