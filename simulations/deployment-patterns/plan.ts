/**
 * The release as a plan in the words of Argo Rollouts, and what its analysis measures.
 *
 * The checks are spread evenly over the time until green would have all phones for good; a canary's step gets those that fall
 * into it and is a mere pause when none does. Without a judge a shadow waits for somebody to promote it.
 */
import type { MetricSpec } from "../core/serving/analysis";
import { planRollout, spreadLooks } from "../core/serving/patterns";
import { checkPlan, type RolloutPlan, type RolloutStep } from "../core/serving/rollout-plan";
import { checkLevel, deadlineMs, type PlannedStep, type ReleasePlan, releaseMinutes, rowNames } from "./frames";
import type { ReleaseValues } from "./knobs";

export const latencyMetric = "latency-p95-ms";
/** Row of the [5, replica] arrays by metric name. */
export const metricRows: ReadonlyMap<string, number> = new Map(
  rowNames.map((name, row) => [`misjudged-${name.replaceAll(" ", "-").toLowerCase()}-p`, row]),
);

export function planOf(values: ReleaseValues): RolloutPlan {
  const { pattern, firstStep, stageMinutes, judge, looks } = values;
  const metrics = metricsOf(values);
  const analysed = judge === "analysis";
  const stageSeconds = 60 * stageMinutes;
  const releaseSeconds = 60 * releaseMinutes(values);
  if (pattern !== "canary") {
    return planRollout(pattern, {
      stageSeconds: releaseSeconds,
      ...(analysed ? { analysis: spreadLooks(metrics, releaseSeconds, looks) } : { manual: pattern === "shadow" }),
    });
  }
  const weights = [firstStep, ...[25, 50].filter((weight) => weight > firstStep)];
  const steps = weights.flatMap((weight, stage): RolloutStep[] => {
    const upTo = (count: number) => Math.floor((count * looks) / weights.length);
    const stageLooks = upTo(stage + 1) - upTo(stage);
    const watch: RolloutStep =
      analysed && stageLooks > 0
        ? { analysis: spreadLooks(metrics, stageSeconds, stageLooks) }
        : { pause: { duration: stageSeconds } };
    return [{ setWeight: weight }, watch];
  });
  const plan: RolloutPlan = { pattern, steps, restoreSeconds: 0 };
  checkPlan(plan);
  return plan;
}

function metricsOf({ slices, latency }: ReleaseValues): Pick<MetricSpec, "name" | "successCondition">[] {
  const names = [...metricRows.keys()].slice(0, slices === "on" ? rowNames.length : 1);
  return [
    ...names.map((name) => ({ name, successCondition: `> ${checkLevel / names.length}` })),
    ...(latency === "on" ? [{ name: latencyMetric, successCondition: `<= ${deadlineMs}` }] : []),
  ];
}

/** The plan as the page shows it. */
export function describePlan(values: ReleaseValues): ReleasePlan {
  const plan = planOf(values);
  const steps: PlannedStep[] = [];
  const looks: number[] = [];
  let [minute, weight, mirror] = [0, 0, 0];
  const add = (label: string) => steps.push({ minute, label, weight, mirror });
  for (const step of plan.steps) {
    if ("setWeight" in step) {
      weight = step.setWeight;
      add(`setWeight ${weight}`);
    } else if ("setMirrorRoute" in step) {
      mirror = step.setMirrorRoute.percentage;
      add(`setMirrorRoute ${mirror}`);
    } else if ("pause" in step) {
      add("pause");
      // A pause without an end waits for a decision: what follows it has no time.
      if (step.pause.duration === undefined) break;
      minute += step.pause.duration / 60;
    } else {
      add("analysis");
      const { interval = 0, count = 1 } = step.analysis.metrics[0]!;
      for (let look = 1; look <= count; look++) looks.push(minute + (look * interval) / 60);
      minute += (count * interval) / 60;
    }
  }
  if (weight < 100 && plan.pattern === "canary") {
    weight = 100;
    add("setWeight 100");
  }
  const conditions =
    values.judge === "analysis"
      ? metricsOf(values).map(({ name, successCondition }) => `${name} ${successCondition}`)
      : [];
  return { steps, looks, conditions };
}
