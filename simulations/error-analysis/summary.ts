/**
 * The error-analysis bench in a few numbers: medians over replicas, with the 10th and 90th percentile as …P10 and …P90.
 *
 * accuracy        of the learner's latest system, on fresh clips
 * tags            error analysis of the first system on the dev set: `share` of the clips, `accuracy`, `human` level, `gap` between
 *                 the two, `promised` = gap × share; `realised` is what buying clips of the tag, and nothing else, adds to the accuracy on
 *                 fresh clips
 * purchases       promise and gain of each purchase alone; clips at random and a wider model have no promise
 * rankCorrelation of promise, and of the gap alone, with the gains of buying clips, over the tags (Spearman)
 * devOptimism     what choosing the best of all `looks` tried systems by the dev set promises too much (core/statistics/selection)
 * rounds          what the learner bought: promise by the system before it, gain on fresh clips, and tags whose median got worse
 * now             error analysis of the learner's latest system
 */
import { bandOfKnown, type Named, namedBand } from "../core/statistics/band";
import { selectionOptimism } from "../core/statistics/selection";
import { spearman } from "../core/statistics/spearman";
import { type AnalysisFrame, type Purchase, purchases, type Tag, tags } from "./frames";
import type { AnalysisValues } from "./knobs";
import { gainOf, promiseOf, roundGain, roundGainsByTag, rowOf, type TagFigures, tagFigures, triesOf } from "./measures";
import { boughtBy } from "./plan";

type TagSummary = { readonly tag: Tag } & Named<"share" | "accuracy" | "human" | "gap" | "promised">;

export interface AnalysisSummary extends Named<"accuracy" | "devOptimism"> {
  readonly tags: readonly (TagSummary & Named<"realised">)[];
  readonly purchases: readonly ({ readonly purchase: Purchase } & Named<"promised", number | null> &
    Named<"realised">)[];
  readonly rankCorrelation: Named<"gapTimesShare" | "gapAlone">;
  readonly looks: number;
  readonly rounds: readonly ({ readonly purchase: Purchase } & Named<"promised", number | null> &
    Named<"realised" | "accuracy"> & {
      readonly worse: readonly { readonly tag: Tag; readonly change: number; readonly worseShare: number }[];
    })[];
  readonly now: readonly TagSummary[];
}

const named = <Name extends string>(name: Name, values: readonly number[]) => namedBand(name, bandOfKnown(values));

const tagSummary = ({ tag, share, accuracy, human, gap, promised }: TagFigures): TagSummary => ({
  tag,
  ...named("share", share),
  ...named("accuracy", accuracy),
  ...named("human", human),
  ...named("gap", gap),
  ...named("promised", promised),
});

const nothing = { low: null, middle: null, high: null };
const promiseBand = (promised: readonly number[] | undefined): Named<"promised", number | null> =>
  promised ? named("promised", promised) : namedBand<"promised", number | null>("promised", nothing);

/** Replica by replica: rank correlation over the tags, of what `read` gives with the gains. */
export function rankCorrelations(
  frames: readonly AnalysisFrame[],
  figures: readonly TagFigures[],
  read: (figures: TagFigures) => readonly number[],
): number[] {
  const gains = tags.map((tag) => gainOf(frames, `data-${tag}`));
  return gains[0]!.map((_, r) => {
    const known = figures.map(read).map((values) => values[r]!);
    // A tag without a clip shows no gap.
    return spearman(
      known.map((value) => (Number.isNaN(value) ? 0 : value)),
      gains.map((gain) => gain[r]!),
    );
  });
}

/** What choosing the best of so many tries costs, replica by replica. */
export const optimismOf = (tries: ReturnType<typeof triesOf>, k: number): number[] =>
  tries.dev.map((dev, r) => selectionOptimism(dev, tries.fresh[r]!, k));

export function summarize(frames: readonly AnalysisFrame[], values: AnalysisValues): AnalysisSummary {
  const bought = boughtBy(values);
  const figures = bought.map((_, i) => tagFigures(frames, i));
  const first = tagFigures(frames, 0);
  const now = tagFigures(frames, bought.length);
  const tries = triesOf(frames, bought.length);
  const looks = tries.dev[0]!.length;
  return {
    ...named("accuracy", rowOf(frames, "roundFresh", bought.length)),
    tags: first.map((each) => ({ ...tagSummary(each), ...named("realised", gainOf(frames, `data-${each.tag}`)) })),
    purchases: purchases.map((purchase) => ({
      purchase,
      ...promiseBand(promiseOf(first, purchase)),
      ...named("realised", gainOf(frames, purchase)),
    })),
    rankCorrelation: {
      ...named(
        "gapTimesShare",
        rankCorrelations(frames, first, ({ promised }) => promised),
      ),
      ...named(
        "gapAlone",
        rankCorrelations(frames, first, ({ gap }) => gap),
      ),
    },
    ...named("devOptimism", optimismOf(tries, looks)),
    looks,
    rounds: bought.map((purchase, i) => ({
      purchase,
      ...promiseBand(promiseOf(figures[i]!, purchase)),
      ...named("realised", roundGain(frames, i + 1)),
      ...named("accuracy", rowOf(frames, "roundFresh", i + 1)),
      worse: worseOf(roundGainsByTag(frames, i + 1)),
    })),
    now: now.map(tagSummary),
  };
}

/** Tags whose accuracy fell by the median, the largest fall first. */
export const worseOf = (changes: readonly (readonly number[])[]): AnalysisSummary["rounds"][number]["worse"] =>
  changes
    .map((change, t) => ({
      tag: tags[t]!,
      change: bandOfKnown(change).middle,
      worseShare: change.filter((value) => value < 0).length / change.length,
    }))
    .filter(({ change }) => change < 0)
    .sort((a, b) => a.change - b.change);
