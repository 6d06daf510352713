/** What is read from a run: accuracy before and after, through what words were lost, where the metrics point, and the summary. */
import { type Band, bandOf } from "../core/statistics/band";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import { accuracyIn, byReplica, type Loss, lossesOf } from "./attribution";
import { changedStage, culpritsOf, shareOf } from "./culprit";
import { type Cell, cells, metrics, type PipelinesFrame, type Stage } from "./frames";
import type { PipelinesValues } from "./knobs";
import { type FrontierPoint, frontierOf, type PipelinesSummary, summarize } from "./summary";

export interface PipelinesResults extends Results<PipelinesFrame, PipelinesValues> {
  readonly accuracy: Readonly<Record<Cell, Band>>;
  /** Share of the frames not sent. */
  readonly saved: { readonly before: Band; readonly after: Band };
  readonly lost: { readonly before: Band; readonly after: Band };
  readonly losses: readonly Loss[];
  /** Of each metric, in the order of `metrics`. */
  readonly metrics: readonly { readonly reference: Band; readonly current: Band; readonly moved: Band }[];
  readonly culprits: readonly (Stage | "none")[];
  /** Share of the replicas whose metrics point to the stage that was changed. */
  readonly culpritShare: number;
  readonly frontier: { readonly before: readonly FrontierPoint[]; readonly after: readonly FrontierPoint[] };
  readonly summary: PipelinesSummary;
}

export function resultsOf(run: Run<PipelinesFrame>): PipelinesResults {
  const { frames } = run;
  const values = run.values as PipelinesValues;
  const band = (figure: (frame: PipelinesFrame) => Float32Array, part: number) =>
    bandOf(byReplica(frames, figure, part));
  const twice = (figure: (frame: PipelinesFrame) => Float32Array) => ({
    before: band(figure, 0),
    after: band(figure, 1),
  });
  const results: PipelinesResults = readRun<PipelinesResults>(run, values, {
    accuracy: () =>
      Object.fromEntries(cells.map((cell) => [cell, bandOf(accuracyIn(frames, cell))])) as Record<Cell, Band>,
    saved: () => twice(({ saved }) => saved),
    lost: () => twice(({ lost }) => lost),
    losses: () => lossesOf(frames),
    metrics: () =>
      metrics.map((_, m) => ({
        reference: band((frame) => frame.metrics.reference, m),
        current: band((frame) => frame.metrics.current, m),
        moved: band((frame) => frame.metrics.moved, m),
      })),
    culprits: () => culpritsOf(frames),
    culpritShare: () => shareOf(results.culprits, changedStage[values.change]),
    frontier: () => ({ before: frontierOf(frames, "before"), after: frontierOf(frames, "after") }),
    summary: () => summarize(frames, values),
  });
  return results;
}
