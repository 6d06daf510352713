/**
 * The four ways to release a new version, as plans.
 *
 *   replace     switch everything, keep nothing: rolling back means bringing the old version up again
 *   blue-green  switch everything at once, keep the old version running beside it for a while
 *   canary      a small share of the traffic first, then more, looking in between
 *   shadow      copy the traffic, throw the new answers away, switch once they were good enough
 *
 * Source: Fowler (2010), Blue-green deployment; Sato (2014), Canary release; Argo Rollouts (2026) for the words.
 *
 * @example planRollout("blue-green").steps // [{ setWeight: 100 }, { pause: { duration: 600 } }]
 */
import { checkPositive, checkWholeNumber } from "../check";
import type { MetricSpec } from "./analysis";
import type { AnalysisSpec } from "./analysis-run";
import { checkPlan, type Pattern, type RolloutPlan, type RolloutStep } from "./rollout-plan";

export interface PatternOptions {
  /** Percent of the traffic at each canary step, [5, 20, 50] when left out. */
  readonly weights?: readonly number[];
  /** How long each stage lasts when nobody measures, in seconds. */
  readonly stageSeconds?: number;
  /** Measured at each stage instead of only waiting. */
  readonly analysis?: AnalysisSpec;
  /** Wait at each stage until somebody promotes. */
  readonly manual?: boolean;
  /** Seconds to bring the old version up again after `replace`. */
  readonly restoreSeconds?: number;
}

/** @throws RangeError when an option is out of range. */
export function planRollout(pattern: Pattern, options: PatternOptions = {}): RolloutPlan {
  const { weights = [5, 20, 50], stageSeconds = 600, analysis, manual = false, restoreSeconds = 900 } = options;
  checkPositive("stageSeconds", stageSeconds);
  const pause: RolloutStep = { pause: manual ? {} : { duration: stageSeconds } };
  const stage: readonly RolloutStep[] = analysis ? (manual ? [{ analysis }, pause] : [{ analysis }]) : [pause];
  const steps: Record<Pattern, readonly RolloutStep[]> = {
    replace: [{ setWeight: 100 }, ...(analysis ? stage : [])],
    "blue-green": [{ setWeight: 100 }, ...stage],
    canary: weights.flatMap((weight) => [{ setWeight: weight }, ...stage]),
    shadow: [
      { setMirrorRoute: { percentage: 100 } },
      ...stage,
      { setMirrorRoute: { percentage: 0 } },
      { setWeight: 100 },
    ],
  };
  if (!(pattern in steps))
    throw new RangeError(`pattern must be one of ${Object.keys(steps).join(", ")}, got ${pattern}`);
  const plan: RolloutPlan = {
    pattern,
    steps: steps[pattern],
    restoreSeconds: pattern === "replace" ? restoreSeconds : 0,
  };
  checkPlan(plan);
  return plan;
}

/** Metrics measured `looks` times, evenly over `seconds`; the last look is at the end. */
export function spreadLooks(
  metrics: readonly Omit<MetricSpec, "interval" | "count" | "initialDelay">[],
  seconds: number,
  looks: number,
): AnalysisSpec {
  checkPositive("seconds", seconds);
  checkWholeNumber("looks", looks, 1);
  const interval = seconds / looks;
  return { metrics: metrics.map((metric) => ({ ...metric, interval, count: looks, initialDelay: interval })) };
}
