/** What is read from a run of the labelling desk. */
import { type Band, bandOfKnown } from "../core/statistics/band";
import { leadOf, tally } from "../core/statistics/lead";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { Standing } from "../ui/results/lead-words";
import { accuracyAt, clipsFor } from "./curve";
import { curveSizes, type FigureName, type FlaggedClip, type LabellingFrame, prices } from "./frames";
import type { LabellingValues } from "./knobs";
import { type LabellingSummary, summarize } from "./summary";

/** One number a replica. */
type Each = readonly number[];

export interface LabellingResults extends Results<LabellingFrame, LabellingValues> {
  /** One figure of all replicas; `row` counts sizes, words, groups or tenths. */
  readonly each: (name: FigureName, row?: number) => Each;
  readonly band: (name: FigureName, row?: number) => Band;
  /** Accuracy after twice as many clips were collected, and after more clips were bought for the price of checking every label. */
  readonly doubled: Each;
  readonly moreClips: Each;
  /** Clips as given that reach the accuracy of a number of checked ones, in each replica; Infinity where 1,600 do not. */
  readonly equal: (size: number) => Each;
  readonly clipsWorth: Each;
  /** Checked labels against twice as many clips, replica by replica. */
  readonly standing: Standing;
  readonly flagged: readonly FlaggedClip[];
  readonly summary: LabellingSummary;
}

export function resultsOf(run: Run<LabellingFrame>): LabellingResults {
  const values = run.values as LabellingValues;
  const frames = run.frames;
  const each = (name: FigureName, row = 0): Each =>
    frames.flatMap((frame) => {
      const size = frame.replicas.to - frame.replicas.from;
      return Array.from(frame[name].subarray(row * size, (row + 1) * size));
    });
  const curves = () => {
    const rows = curveSizes.map((_, s) => each("given", s));
    return each("given").map((_, r) => rows.map((row) => row[r]!));
  };
  const given = curves();
  const atSize = (clips: number): Each => given.map((curve) => accuracyAt(curve, clips));
  const reaching = (accuracies: Each): Each => given.map((curve, r) => clipsFor(curve, accuracies[r]!));
  const results: LabellingResults = readRun<LabellingResults>(run, values, {
    each: () => each,
    band: () => (name, row) => bandOfKnown(each(name, row)),
    doubled: () => atSize(2 * values.clips),
    moreClips: () => atSize(values.clips * (1 + prices.check / prices.clip)),
    equal: () => (size) => reaching(each("checked", size)),
    clipsWorth: () => reaching(each("checkedHere")).map((clips) => clips / values.clips),
    standing() {
      const counted = tally([each("checkedHere"), results.doubled].map((share) => share.map((right) => 1 - right)));
      return { ...counted, ...leadOf(counted) };
    },
    flagged: () => frames.find(({ replicas }) => replicas.from === 0)?.flagged ?? [],
    summary: () => summarize(results),
  });
  return results;
}
