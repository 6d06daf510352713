/** How a release is told: when the outcome may be told, and what a download may hold before. */
import { decidedAt } from "./decisions";
import { lastMinute, type ReleaseFrame } from "./frames";
import type { ReleaseResults } from "./results";

/** From the minute in which the learner's decision acts, or once the release is over. */
export function revealed({ run, values }: ReleaseResults, moment: number): boolean {
  return run.replicasDone > 0 && moment >= (decidedAt(values) ?? lastMinute(values));
}

export const awaiting = () => "The answer comes when you have promoted or rolled back, or when the release is over.";

/**
 * What a download may hold before the outcome is told: the frames up to the moment, without what only the truth knows. Zeros
 * would be read as counts: the arrays are left out.
 */
export const knownFrames = ({ run }: ReleaseResults, moment: number): ReleaseFrame[] =>
  run.frames
    .filter((frame) => frame.moment <= moment)
    .map(({ harmed, saved, missed, candidates, ...known }) => known as ReleaseFrame);
