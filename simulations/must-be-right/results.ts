/** What is read from a run of the queries that must be right. */
import { sitesAQuery } from "../core/worlds/documents";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { MustBeRightFrame } from "./frames";
import type { MustBeRightValues } from "./knobs";
import { type MustBeRightSummary, type Ranked, rankedOf, summarize } from "./summary";

/** One navigational query of replica 1: the share that two rankers give to each of its sites. */
export interface ShownQuery {
  readonly official: number;
  /** With the knob's weight. */
  readonly chosen: readonly number[];
  /** With weight 1. */
  readonly plain: readonly number[];
}

export interface MustBeRightResults extends Results<MustBeRightFrame, MustBeRightValues> {
  /** The knob's own weight, then the curve. */
  readonly ranked: readonly Ranked[];
  readonly shown: ShownQuery | undefined;
  readonly summary: MustBeRightSummary;
}

function shownIn(frames: readonly MustBeRightFrame[]): ShownQuery | undefined {
  const frame = frames.find(({ replicas }) => replicas.from === 0);
  if (!frame) return undefined;
  const count = frame.replicas.to;
  const shares = (k: number) =>
    Array.from({ length: sitesAQuery }, (_, s) => frame.shown[(k * sitesAQuery + s) * count]!);
  return { official: frame.official[0]!, chosen: shares(0), plain: shares(1) };
}

export function resultsOf(run: Run<MustBeRightFrame>): MustBeRightResults {
  const values = run.values as MustBeRightValues;
  const results: MustBeRightResults = readRun<MustBeRightResults>(run, values, {
    ranked: () => rankedOf(run.frames, values),
    shown: () => shownIn(run.frames),
    summary: () => summarize(results.ranked),
  });
  return results;
}
