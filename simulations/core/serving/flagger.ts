/**
 * The other common way to walk a canary: Flagger's loop, one check per tick.
 *
 *   tick 0 sets the first weight without a check; a passed check raises the weight, a failed one only counts;
 *   failed checks add up and are never forgotten; the tick after they reach the threshold rolls back;
 *   a passed check at the last weight promotes: the old version is replaced by the new, then the canary is scaled down
 *
 * Source: Flagger, pkg/controller/scheduler.go (2026). With a step that does not divide maxWeight the weight overshoots
 * (step 20, max 50 reaches 60), but never 100.
 *
 * @example flaggerTimeline("F", { stepWeight: 30 }).at(-1)?.phase // "Failed"
 */
import { checkBetween, checkNotEmpty, checkWholeNumber } from "../check";

export interface FlaggerParams {
  readonly stepWeight?: number;
  readonly maxWeight?: number;
  /** Weights to walk instead of equal steps. */
  readonly stepWeights?: readonly number[];
  /** Failed checks at which the release is rolled back. */
  readonly threshold?: number;
  /** Moves the traffic back to the (now new) primary in steps of this size instead of at once. */
  readonly stepWeightPromotion?: number;
}

export interface FlaggerTick {
  readonly tick: number;
  readonly event:
    | "start"
    | "check pass"
    | "check fail"
    | "rollback"
    | "promotion step"
    | "route all to primary"
    | "scale down canary";
  readonly canaryWeight: number;
  readonly failedChecks: number;
  readonly phase: "Progressing" | "Promoting" | "Finalising" | "Succeeded" | "Failed";
}

/** `checks`: one letter per check, P passed, F failed; the timeline ends when they are used up. */
export function flaggerTimeline(checks: string, params: FlaggerParams): FlaggerTick[] {
  if (!/^[PF]*$/.test(checks)) throw new RangeError(`checks must be made of P and F, got "${checks}"`);
  const { threshold = 1, stepWeightPromotion = 0 } = params;
  checkWholeNumber("threshold", threshold, 1);
  const weights = weightLadder(params);
  const timeline: FlaggerTick[] = [];
  let weight = weights[0]!;
  let rung = 0;
  let failed = 0;
  let phase: FlaggerTick["phase"] = "Progressing";
  const record = (event: FlaggerTick["event"]) => {
    timeline.push({ tick: timeline.length, event, canaryWeight: weight, failedChecks: failed, phase });
  };
  record("start");
  for (const check of [...checks, ""]) {
    if (failed >= threshold) {
      weight = 0;
      phase = "Failed";
      record("rollback");
      return timeline;
    }
    if (check === "") return timeline;
    if (check === "F") {
      failed++;
      record("check fail");
      continue;
    }
    if (rung < weights.length - 1) {
      weight = weights[++rung]!;
      record("check pass");
      continue;
    }
    phase = "Promoting";
    record("check pass");
    break;
  }
  while (stepWeightPromotion > 0 && weight > stepWeightPromotion) {
    weight -= stepWeightPromotion;
    record("promotion step");
  }
  weight = 0;
  phase = "Finalising";
  record(stepWeightPromotion > 0 ? "promotion step" : "route all to primary");
  phase = "Succeeded";
  record("scale down canary");
  return timeline;
}

function weightLadder({ stepWeight, maxWeight = 100, stepWeights }: FlaggerParams): readonly number[] {
  if (stepWeights) {
    checkNotEmpty("stepWeights", stepWeights);
    return stepWeights;
  }
  if (stepWeight === undefined) throw new RangeError("stepWeight must be given when stepWeights is not, got neither");
  checkBetween("stepWeight", stepWeight, 1, 100);
  checkBetween("maxWeight", maxWeight, 1, 100);
  const ladder = [Math.min(stepWeight, 100)];
  while (ladder.at(-1)! < maxWeight) ladder.push(Math.min(ladder.at(-1)! + stepWeight, 100));
  return ladder;
}
