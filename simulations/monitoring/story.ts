/** How the six weeks are told: when the answer may be told, and what a download may hold before. */
import { type Act, actsOf } from "../runtime/acts";
import type { MonitoringFrame } from "./frames";
import type { Diagnosis, MonitoringValues } from "./knobs";
import { dayOf, watchedDays } from "./plan";
import type { MonitoringResults } from "./results";

/** What the learner said had happened, and on which day; of hidden events only. */
export const diagnosisOf = ({ fault, diagnosis }: MonitoringValues): Act<Diagnosis> | undefined =>
  fault === "hidden" ? actsOf<Diagnosis>(diagnosis)[0] : undefined;

/** Hidden events: once the learner has said what happened. A named one: once the first of the three is over. Else at the end. */
export function revealed({ run, values, ownEvents }: MonitoringResults, moment: number): boolean {
  if (run.replicasDone === 0) return false;
  if (moment >= watchedDays) return true;
  if (values.fault === "hidden") return moment >= (diagnosisOf(values)?.time ?? watchedDays);
  const first = ownEvents[0];
  return first !== undefined && moment >= dayOf(first.to);
}

/** When the answer comes, as the end of a sentence. */
const answerTime = ({ fault }: MonitoringValues): string => {
  if (fault === "hidden") return "when you say what happened, or on day 42";
  return fault === "none" ? "on day 42" : "when the first event is over";
};

export const awaiting = (values: MonitoringValues): string => `The answer comes ${answerTime(values)}.`;

/** In the place of a chart that would give the answer away. */
export const untold = (values: MonitoringValues): string => `This chart is shown ${answerTime(values)}.`;

/** Days up to the moment, without what the rules were judged by. */
export const knownFrames = ({ run }: MonitoringResults, moment: number): MonitoringFrame[] =>
  run.frames.filter((frame) => frame.moment <= moment).map(({ judged, ...known }) => known);
