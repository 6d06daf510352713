/** Retraining by hand: the months come one by one, and the future is hidden until the last one. */
import type { PaceFrame } from "./frames";
import type { PaceValues } from "./knobs";
import { months, policyNames } from "./plan";
import { isByHand } from "./policies";
import type { PaceResults } from "./results";

export const lastMonth = months - 1;

/** Four years take three quarters of a minute at speed 1. */
export const playMs = 45_000;

export const isOver = (moment: number): boolean => moment >= lastMonth;

/** Who does not decide may see everything. */
export const revealed = ({ run, values }: PaceResults, moment: number): boolean =>
  run.replicasDone > 0 && (!isByHand(values) || isOver(moment));

export const awaiting = () => "The answer comes after the last month.";

/** The last month whose true demand is known at a moment; negative: none. */
export const knownMonth = ({ labelDelay }: Pick<PaceValues, "labelDelay">, moment: number): number =>
  isOver(moment) ? lastMonth : Math.floor(moment) - labelDelay;

/**
 * What a download may hold while the future is hidden: the learner's own policy, up to the last month whose error is known. Costs
 * are left out: staleness is measured against an expected demand that nobody knows.
 */
export function knownFrames({ run, values }: PaceResults, moment: number): PaceFrame[] {
  const hand = policyNames.indexOf("hand");
  return run.frames
    .filter((frame) => frame.moment <= knownMonth(values, moment))
    .map(({ moment: at, replicas, error, retrained }) => {
      const size = replicas.to - replicas.from;
      const own = <T extends { subarray(from: number, to: number): T }>(all: T) =>
        all.subarray(hand * size, (hand + 1) * size);
      return { moment: at, replicas, error: own(error), retrained: own(retrained) } as unknown as PaceFrame;
    });
}
