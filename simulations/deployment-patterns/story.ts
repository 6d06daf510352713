/** How a release is told: what the learner decided, when the outcome may be told, and what a download may hold before. */
import { type Act, actsOf } from "../runtime/acts";
import { lastMinute, type ReleaseFrame } from "./frames";
import type { ReleaseAct, ReleaseValues } from "./knobs";
import type { ReleaseResults } from "./results";

/** A decision taken at the moment shown acts from the next minute on, so that what was seen stays as it was. */
export const decisionMinute = (values: ReleaseValues, moment: number): number =>
  Math.min(moment + 1, lastMinute(values));
/** What the learner decided, at the minute from which it acts, the only one that is named. */
export const decisionsOf = ({ judge, decisions }: ReleaseValues): Act<ReleaseAct>[] =>
  judge === "none" ? actsOf<ReleaseAct>(decisions) : [];
/** The minute of the first decision; undefined without one. */
export const decidedAt = (values: ReleaseValues): number | undefined => decisionsOf(values)[0]?.time;

/** From the minute in which the learner's decision acts, or once the release is over. */
export function revealed({ run, values }: ReleaseResults, moment: number): boolean {
  return run.replicasDone > 0 && moment >= (decidedAt(values) ?? lastMinute(values));
}

export const awaiting = "The answer comes when you have promoted or rolled back, or when the release is over.";

/**
 * What a download may hold before the outcome is told: the frames up to the moment, without what only the truth knows. Zeros
 * would be read as counts: the arrays are left out.
 */
export const knownFrames = ({ run }: ReleaseResults, moment: number): ReleaseFrame[] =>
  run.frames
    .filter((frame) => frame.moment <= moment)
    .map(({ harmed, saved, missed, candidates, ...known }) => known as ReleaseFrame);
