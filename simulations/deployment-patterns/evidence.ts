/** What the learner may know while deciding: the release of replica 1, and of it only the phones that inspectors looked at. */
import { wilsonInterval } from "../core/statistics/wilson";
import { type Act, actsOf } from "../runtime/acts";
import type { Run } from "../runtime/experiment-state";
import { lastMinute, type PlannedStep, phaseNames, type ReleaseFrame, type ReleasePlan } from "./frames";
import type { ReleaseAct, ReleaseValues } from "./knobs";
import { describePlan } from "./plan";
import type { ReleaseResults } from "./results";

export type ReleaseRun = Run<ReleaseFrame>;
export type Version = "blue" | "green";

/** A decision taken at the moment shown acts from the next minute on, so that what was seen stays as it was. */
export const decisionMinute = (values: ReleaseValues, moment: number): number =>
  Math.min(moment + 1, lastMinute(values));
/** What the learner decided, at the minute from which it acts, the only one that is named. */
export const decisionsOf = ({ judge, decisions }: ReleaseValues): Act<ReleaseAct>[] =>
  judge === "none" ? actsOf<ReleaseAct>(decisions) : [];
/** The minute of the first decision; undefined without one. */
export const decidedAt = (values: ReleaseValues): number | undefined => decisionsOf(values)[0]?.time;

/** The learner's own release, minute by minute. */
export const ownFrames = (run: ReleaseRun): ReleaseFrame[] => run.frames.filter(({ replicas }) => replicas.from === 0);

export function ownFrame(run: ReleaseRun, moment: number): ReleaseFrame | undefined {
  return run.frames.find((frame) => frame.replicas.from === 0 && frame.moment === moment);
}

export const planOf = (run: ReleaseRun): ReleasePlan => describePlan(run.values as unknown as ReleaseValues);

/** Misjudged phones in 1,000 of those audited, with the 95 % interval of Wilson (1927). */
export interface Rate {
  readonly wrong: number;
  readonly audited: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

function rateOf(wrong: number, audited: number): Rate {
  if (audited === 0) return { wrong, audited, rate: Number.NaN, low: Number.NaN, high: Number.NaN };
  const [low, high] = wilsonInterval(wrong, audited);
  return { wrong, audited, rate: (1000 * wrong) / audited, low: 1000 * low, high: 1000 * high };
}

/** Since the release; `row` as in `rowNames`, 0 for all phones. */
export function knownRate(frame: ReleaseFrame, version: Version, row = 0): Rate {
  // Replica 0 is the first of its range.
  const at = row * (frame.replicas.to - frame.replicas.from);
  return version === "blue"
    ? rateOf(frame.blueWrong[at]!, frame.blueAudited[at]!)
    : rateOf(frame.greenWrong[at]!, frame.greenAudited[at]!);
}

/** Half as much again as blue misjudged in the hour before the release, in 1,000, to the nearest five. */
export function limitOf(run: ReleaseRun): number | undefined {
  const frame = ownFrame(run, 0);
  if (!frame?.beforeAudited[0]) return undefined;
  return Math.max(5, 5 * Math.round((1.5 * 1000 * frame.beforeWrong[0]!) / frame.beforeAudited[0] / 5));
}

/** The next planned step after the moment; none once somebody has interfered. */
export function nextStep(run: ReleaseRun, values: ReleaseValues, moment: number): PlannedStep | undefined {
  const decided = decidedAt(values);
  if (decided !== undefined && moment >= decided) return undefined;
  if (isRolledBack(run, moment)) return undefined;
  return planOf(run).steps.find(({ minute, label }) => minute > moment && label !== "pause" && label !== "analysis");
}

/** Green has been called back, or is being called back, and was not promoted since. */
export function isRolledBack(run: ReleaseRun, moment: number): boolean {
  const phase = phaseNames[ownFrame(run, moment)?.phase[0] ?? -1];
  return phase === "RollingBack" || phase === "Degraded";
}

/**
 * What a download may hold before the outcome is told: the frames up to the moment, without what only the truth knows. Zeros
 * would be read as counts: the arrays are left out.
 */
export const knownFrames = ({ run }: ReleaseResults, moment: number): ReleaseFrame[] =>
  run.frames
    .filter((frame) => frame.moment <= moment)
    .map(({ harmed, saved, missed, candidates, ...known }) => known as ReleaseFrame);

/** Percent of the phones whose verdict is the inspectors', blue's, green's; and how many green judges in shadow. */
export function sharesAt(frame: ReleaseFrame, { auditShare }: ReleaseValues) {
  const [weight, mirror] = [frame.weight[0]!, frame.mirror[0]!];
  const rest = 100 - auditShare;
  return { human: auditShare, blue: (rest * (100 - weight)) / 100, green: (rest * weight) / 100, weight, mirror };
}
