/**
 * A release as a list of steps, in the vocabulary of Argo Rollouts.
 *
 *   setWeight       percent of the traffic that the new version answers from here on
 *   setMirrorRoute  percent of the traffic that is also copied to it, its answers being thrown away
 *   pause           wait `duration` seconds, or until someone promotes when there is none
 *   analysis        measure until the metrics have succeeded (go on) or failed (roll back)
 *
 * When the list is done the new version answers everything. Source: Argo Rollouts, canary strategy (2026).
 *
 * @example checkPlan({ pattern: "canary", steps: [{ setWeight: 120 }], restoreSeconds: 0 }) // RangeError
 */
import { checkBetween, checkNotEmpty, checkNotNegative, checkWholeNumber } from "../check";
import { checkMetric } from "./analysis";
import type { AnalysisSpec } from "./analysis-run";

export const PATTERNS = ["replace", "blue-green", "canary", "shadow"] as const;
export type Pattern = (typeof PATTERNS)[number];

export type RolloutStep =
  | { readonly setWeight: number }
  | { readonly setMirrorRoute: { readonly percentage: number } }
  | { readonly pause: { readonly duration?: number } }
  | { readonly analysis: AnalysisSpec };

export interface RolloutPlan {
  readonly pattern: Pattern;
  readonly steps: readonly RolloutStep[];
  /** Measured beside the steps, from step `startingStep` (0 when left out) until the rollout ends. */
  readonly backgroundAnalysis?: AnalysisSpec & { readonly startingStep?: number };
  /** Seconds it takes to bring the old version back once the new one has replaced it; 0 when the old one is kept running. */
  readonly restoreSeconds: number;
}

/** @throws RangeError naming the first step or metric that is out of range. */
export function checkPlan(plan: RolloutPlan): void {
  checkNotNegative("restoreSeconds", plan.restoreSeconds);
  plan.steps.forEach((step, i) => {
    const name = `steps[${i}]`;
    if ("setWeight" in step) checkBetween(`${name}.setWeight`, step.setWeight, 0, 100);
    else if ("setMirrorRoute" in step)
      checkBetween(`${name}.setMirrorRoute.percentage`, step.setMirrorRoute.percentage, 0, 100);
    else if ("pause" in step) checkNotNegative(`${name}.pause.duration`, step.pause.duration ?? 0);
    else {
      checkAnalysis(`${name}.analysis`, step.analysis);
      for (const metric of step.analysis.metrics) {
        if (metric.interval !== undefined && metric.count === undefined) {
          throw new RangeError(
            `${name}.analysis: metric ${metric.name} must have a count, or the step would never end`,
          );
        }
      }
    }
  });
  if (plan.backgroundAnalysis) {
    checkAnalysis("backgroundAnalysis", plan.backgroundAnalysis);
    checkWholeNumber(
      "backgroundAnalysis.startingStep",
      plan.backgroundAnalysis.startingStep ?? 0,
      0,
      plan.steps.length,
    );
  }
}

function checkAnalysis(name: string, analysis: AnalysisSpec): void {
  checkNotEmpty(`${name}.metrics`, analysis.metrics);
  analysis.metrics.forEach((metric, i) => {
    checkMetric(`${name}.metrics[${i}]`, metric);
  });
}
