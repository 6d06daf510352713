/** What is read from a run of the error-analysis bench. */
import { type Band, bandOf, bandOfKnown } from "../core/statistics/band";
import { leadOf, tally } from "../core/statistics/lead";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { Standing } from "../ui/results/lead-words";
import { type AnalysisFrame, type Purchase, purchases, type Tag, tags, type WrongClip } from "./frames";
import type { AnalysisValues } from "./knobs";
import {
  gainOf,
  gainsByTag,
  promiseOf,
  roundGain,
  roundGainsByTag,
  rowOf,
  type TagFigures,
  tagFigures,
  triesOf,
} from "./measures";
import { boughtBy } from "./plan";
import { type AnalysisSummary, optimismOf, summarize, worseOf } from "./summary";

/** The purchases that the question asks about: one of data for each way to choose it, one of each other kind. */
export const asked = ["data-car", "data-high", "model-wider", "code-normalise"] as const satisfies readonly Purchase[];

/** A purchase with what was promised of it and what it brought, [replica]. */
export interface Deal {
  readonly purchase: Purchase;
  readonly promised: readonly number[] | undefined;
  readonly gained: readonly number[];
  /** [tag][replica] */
  readonly byTag: readonly (readonly number[])[];
}

/** A deal of the learner's. */
export interface Round extends Deal {
  /** 1 for the first. */
  readonly round: number;
  readonly worse: AnalysisSummary["rounds"][number]["worse"];
}

export interface AnalysisResults extends Results<AnalysisFrame, AnalysisValues> {
  readonly bought: readonly Purchase[];
  /** Each purchase alone, of the first system. */
  readonly alone: readonly Deal[];
  readonly rounds: readonly Round[];
  /** Error analysis of the first and of the latest system. */
  readonly first: readonly TagFigures[];
  readonly now: readonly TagFigures[];
  /** Which of the purchases asked about brought most. */
  readonly standing: Standing;
  /** Accuracy after each purchase, the first system first. */
  readonly dev: readonly Band[];
  readonly fresh: readonly Band[];
  /** How much the best of so many tries promises too much: from 1 try to as many as there are. */
  readonly optimism: readonly Band[];
  /** The tag with the largest promise for the latest system. */
  readonly largest: Tag;
  readonly untagged: number;
  readonly wrong: readonly WrongClip[];
  readonly summary: AnalysisSummary;
}

export function resultsOf(run: Run<AnalysisFrame>): AnalysisResults {
  const { frames } = run;
  const values = run.values as AnalysisValues;
  const results: AnalysisResults = readRun<AnalysisResults>(run, values, {
    bought: () => boughtBy(values),
    alone: () =>
      purchases.map((purchase) => ({
        purchase,
        promised: promiseOf(results.first, purchase),
        gained: gainOf(frames, purchase),
        byTag: gainsByTag(frames, purchase),
      })),
    rounds: () =>
      results.bought.map((purchase, i) => {
        const byTag = roundGainsByTag(frames, i + 1);
        return {
          round: i + 1,
          purchase,
          promised: promiseOf(tagFigures(frames, i), purchase),
          gained: roundGain(frames, i + 1),
          byTag,
          worse: worseOf(byTag),
        };
      }),
    first: () => tagFigures(frames, 0),
    now: () => tagFigures(frames, results.bought.length),
    standing() {
      const counted = tally(asked.map((purchase) => gainOf(frames, purchase).map((gain) => 1 - gain)));
      return { ...counted, ...leadOf(counted) };
    },
    dev: () => [0, ...results.bought.map((_, i) => i + 1)].map((round) => bandOf(rowOf(frames, "roundDev", round))),
    fresh: () => [0, ...results.bought.map((_, i) => i + 1)].map((round) => bandOf(rowOf(frames, "roundFresh", round))),
    optimism() {
      const tries = triesOf(frames, results.bought.length);
      return tries.dev[0]!.map((_, i) => bandOf(optimismOf(tries, i + 1)));
    },
    largest() {
      const promises = results.now.map(({ promised }) => bandOfKnown(promised).middle);
      return tags[promises.indexOf(Math.max(...promises))]!;
    },
    untagged: () => bandOf(frames.flatMap((frame) => Array.from(frame.untagged))).middle,
    wrong: () => frames.find(({ wrong }) => wrong)?.wrong ?? [],
    summary: () => summarize(frames, values),
  });
  return results;
}
