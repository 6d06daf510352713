/** What is read from a run of the bench: every part of the period, what came true of the answers, and the summary. */
import { type Band, bandOfKnown } from "../core/statistics/band";
import { type Lead, leadOf, type Tally, tallyWinners } from "../core/statistics/lead";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { Option } from "../ui/results/verdict";
import { partAt, periodParts, type ServingFrame } from "./frames";
import { identifiedBy, logOptionOf, logOptions } from "./identified";
import type { ServingValues } from "./knobs";
import { type PartResults, partOf } from "./results-part";
import { type ServingSummary, summarize, summaryOf } from "./summary";
import { optionOf, options } from "./waits";

/** Servers that rest less than this share of a part are busy almost all the time. */
const almostAll = 0.99;

/** One chunk: enough for a median, and the other places come at once. */
export const replicasOfOthers = 8;

export interface ServingResults extends Results<ServingFrame, ServingValues> {
  /** At the end of every part of the period, in order; a part that has not come yet has no replicas. */
  readonly parts: readonly PartResults[];
  /** The whole period: the last part. */
  readonly end: PartResults;
  /** The part whose end is the moment shown. */
  readonly at: (moment: number) => PartResults;
  /** The replicas in which there is a time within which 99 of 100 requests are answered, and that time in ms. */
  readonly reached: { readonly replicas: number; readonly wait: Band };
  /** Which of the times to choose from came true, replica by replica, and which most often. */
  readonly standing: Tally & Lead;
  /** The same of how many users the log identifies. */
  readonly logStanding: Tally & Lead;
  /** In how many parts the servers are busy almost all the time. */
  readonly fullParts: number;
  readonly summary: ServingSummary;
  /** The summary of as many replicas as the other places are computed with; undefined before they have come. */
  readonly firstReplicas: ServingSummary | undefined;
}

function standingOf(came: readonly Option[], all: readonly Option[]): Tally & Lead {
  const counted = tallyWinners(
    came.map((option) => [all.indexOf(option)]),
    all.length,
  );
  return { ...counted, ...leadOf(counted) };
}

function partsOf(frames: readonly ServingFrame[]): PartResults[] {
  const byPart: ServingFrame[][] = Array.from({ length: periodParts }, () => []);
  for (const frame of frames) byPart[frame.moment]!.push(frame);
  const parts: PartResults[] = [];
  for (const own of byPart) parts.push(partOf(own, parts.at(-1)));
  return parts;
}

export function resultsOf(run: Run<ServingFrame>): ServingResults {
  const { frames } = run;
  const values = run.values as ServingValues;
  const results: ServingResults = readRun<ServingResults>(run, values, {
    parts: () => partsOf(frames),
    end: () => results.parts.at(-1)!,
    at: () => (moment) => results.parts[partAt(moment)]!,
    reached() {
      const waits = results.end.waits.filter(Number.isFinite);
      return { replicas: waits.length, wait: bandOfKnown(waits) };
    },
    standing: () => standingOf(results.end.waits.map(optionOf), options),
    logStanding: () => standingOf(results.end.figures(identifiedBy(values)).map(logOptionOf), logOptions),
    fullParts: () => results.parts.filter((part) => part.band("partUtilisation").middle > almostAll).length,
    summary: () => summaryOf(results.parts.findLast(({ replicas }) => replicas > 0)!, values),
    firstReplicas() {
      const first = frames.filter(({ replicas }) => replicas.from < replicasOfOthers);
      return first.length > 0 ? summarize(first, values) : undefined;
    },
  });
  return results;
}
