/** What the learner decided, and from which minute it acts. */
import { type Act, actsOf } from "../runtime/acts";
import { lastMinute } from "./frames";
import type { ReleaseAct, ReleaseValues } from "./knobs";

/** A decision taken at the moment shown acts from the next minute on, so that what was seen stays as it was. */
export const decisionMinute = (values: ReleaseValues, moment: number): number =>
  Math.min(moment + 1, lastMinute(values));
/**
 * What the learner decided, at the minute from which it acts, the only one that is named. A link may hold a decision for a
 * minute after the last one: it never acts, so it was never taken.
 */
export const decisionsOf = (values: ReleaseValues): Act<ReleaseAct>[] =>
  values.judge === "none" ? actsOf<ReleaseAct>(values.decisions).filter(({ time }) => time <= lastMinute(values)) : [];
/** The minute of the first decision; undefined without one. */
export const decidedAt = (values: ReleaseValues): number | undefined => decisionsOf(values)[0]?.time;
