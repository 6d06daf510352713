/**
 * Judging one metric of a release, by the rules of Argo Rollouts.
 *
 *   measurement: failureCondition true → Failed; no condition at all → Successful; else successCondition decides;
 *                with both conditions and neither true → Inconclusive; a value that cannot be had → Error
 *   metric:      Failed when failures > failureLimit (so a limit of 3 tolerates three), Inconclusive when
 *                inconclusive > inconclusiveLimit, Error when errors in a row > consecutiveErrorLimit,
 *                Successful when count measurements other than errors were taken
 *   analysis:    fails with its first metric that fails; succeeds when all have
 *
 * Source: Argo Rollouts, analysis/analysis.go and utils/evaluate/evaluate.go (2026). A failureLimit of −1 tolerates any
 * number. With a consecutiveSuccessLimit the metric succeeds at that many successes in a row, and reaching count without
 * them is Failed, or Inconclusive when a failureLimit was in force too.
 *
 * @example judgeMeasurement({ successCondition: ">= 0.95" }, 0.93) // "Failed"
 */
import { checkWholeNumber } from "../check";

export type MeasurementPhase = "Successful" | "Failed" | "Inconclusive" | "Error";
export type MetricPhase = "Running" | MeasurementPhase;

export interface Conditions {
  /** A comparison with a number, such as ">= 0.95". */
  readonly successCondition?: string;
  readonly failureCondition?: string;
}

export interface MetricSpec extends Conditions {
  readonly name: string;
  /** Seconds between measurements. Without interval and count a metric is measured once. */
  readonly interval?: number;
  /** Measurements to take; without it a metric with an interval runs until the rollout ends. */
  readonly count?: number;
  /** Seconds before the first measurement, 0 when left out. */
  readonly initialDelay?: number;
  readonly failureLimit?: number;
  readonly inconclusiveLimit?: number;
  readonly consecutiveErrorLimit?: number;
  readonly consecutiveSuccessLimit?: number;
  /** PromQL for the manifest. */
  readonly query?: string;
}

export interface MetricRun {
  readonly phase: MetricPhase;
  readonly successful: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly errors: number;
  readonly consecutiveErrors: number;
  readonly consecutiveSuccesses: number;
}

const COMPARISON = /^\s*(<=|>=|==|!=|<|>)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*$/;

/** The comparison that a condition text stands for. @throws RangeError when the text is not one. */
export function parseCondition(text: string): (value: number) => boolean {
  const [, comparison, number] = COMPARISON.exec(text) ?? [];
  if (comparison === undefined || number === undefined) {
    throw new RangeError(`condition must be a comparison with a number such as ">= 0.95", got "${text}"`);
  }
  const bound = Number(number);
  switch (comparison) {
    case "<=":
      return (value) => value <= bound;
    case ">=":
      return (value) => value >= bound;
    case "<":
      return (value) => value < bound;
    case ">":
      return (value) => value > bound;
    case "==":
      return (value) => value === bound;
    default:
      return (value) => value !== bound;
  }
}

/** What one value means; null is a value that could not be had. */
export function judgeMeasurement(conditions: Conditions, value: number | null): MeasurementPhase {
  if (value === null || Number.isNaN(value)) return "Error";
  const { successCondition, failureCondition } = conditions;
  if (failureCondition !== undefined && parseCondition(failureCondition)(value)) return "Failed";
  if (successCondition === undefined) return "Successful";
  if (parseCondition(successCondition)(value)) return "Successful";
  return failureCondition === undefined ? "Failed" : "Inconclusive";
}

export function startMetric(): MetricRun {
  return {
    phase: "Running",
    successful: 0,
    failed: 0,
    inconclusive: 0,
    errors: 0,
    consecutiveErrors: 0,
    consecutiveSuccesses: 0,
  };
}

/** The run after one more measurement; a run that has ended stays as it is. */
export function recordMeasurement(spec: MetricSpec, run: MetricRun, measurement: MeasurementPhase): MetricRun {
  if (run.phase !== "Running") return run;
  const next = {
    successful: run.successful + Number(measurement === "Successful"),
    failed: run.failed + Number(measurement === "Failed"),
    inconclusive: run.inconclusive + Number(measurement === "Inconclusive"),
    errors: run.errors + Number(measurement === "Error"),
    consecutiveErrors: measurement === "Error" ? run.consecutiveErrors + 1 : 0,
    consecutiveSuccesses: measurement === "Successful" ? run.consecutiveSuccesses + 1 : 0,
  };
  return { ...next, phase: assessMetric(spec, next) };
}

function assessMetric(spec: MetricSpec, run: Omit<MetricRun, "phase">): MetricPhase {
  const { failureLimit = 0, inconclusiveLimit = 0, consecutiveErrorLimit = 4, consecutiveSuccessLimit = 0 } = spec;
  if (run.consecutiveErrors > consecutiveErrorLimit) return "Error";
  if (run.inconclusive > inconclusiveLimit) return "Inconclusive";
  if (failureLimit >= 0 && run.failed > failureLimit) return "Failed";
  if (consecutiveSuccessLimit > 0 && run.consecutiveSuccesses >= consecutiveSuccessLimit) return "Successful";
  const count = measurementsWanted(spec);
  if (run.successful + run.failed + run.inconclusive < count) return "Running";
  if (consecutiveSuccessLimit <= 0) return "Successful";
  return failureLimit >= 0 ? "Inconclusive" : "Failed";
}

/** How many measurements (errors apart) a metric takes; Infinity when it runs until the rollout ends. */
function measurementsWanted({ count, interval }: MetricSpec): number {
  if (count !== undefined && count > 0) return count;
  return interval === undefined ? 1 : Number.POSITIVE_INFINITY;
}

/** @throws RangeError when a metric could never be measured as it says. */
export function checkMetric(name: string, spec: MetricSpec): void {
  const { interval, count, initialDelay = 0, failureLimit = 0 } = spec;
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(spec.name)) {
    throw new RangeError(`${name}.name must be lower-case words joined by hyphens, got "${spec.name}"`);
  }
  if (interval !== undefined && !(interval > 0)) {
    throw new RangeError(`${name}.interval must be above 0 seconds, got ${interval}`);
  }
  if (count !== undefined) checkWholeNumber(`${name}.count`, count, 1);
  if (count !== undefined && count > 1 && interval === undefined) {
    throw new RangeError(`${name}.interval must be given when count is above 1 (count is ${count}), got none`);
  }
  if (!(initialDelay >= 0))
    throw new RangeError(`${name}.initialDelay must be at least 0 seconds, got ${initialDelay}`);
  checkWholeNumber(`${name}.failureLimit`, failureLimit, -1);
  for (const condition of [spec.successCondition, spec.failureCondition])
    if (condition !== undefined) parseCondition(condition);
}
