/** Reads a reader's own scores and judges them as the experiment judges its model. What is asked is forgotten with the answer. */
import { calibrationCurve } from "../core/metrics/calibration";
import { resampleScores } from "../core/metrics/resampled-scores";
import { createRandom } from "../core/random";
import { TableProblem } from "../core/tables/problem";
import { readTable } from "../core/tables/read-table";
import type { Ask, AskContext } from "../runtime/asks";
import { chosenColumns, type LabelledScores, readScores } from "./engine-own-columns";
import { binsOf, rangeOf, thresholdsOf } from "./engine-own-range";
import { type JudgedScores, ownRateSteps, ownSamples, type ScoresAnswer, type ScoresQuestion } from "./own-data";

/** A group of similar probabilities has at least so many cases. */
const groupCases = 50;

export const scores: Ask<ScoresQuestion, ScoresAnswer> = async ({ bytes, choice: wanted }, context) => {
  const table = readTable(bytes);
  await context.breathe();
  const { labels, ...choice } = chosenColumns(table, wanted);
  await context.breathe();
  const known = {
    columns: table.columns.map(({ name }) => name),
    rows: table.lines.length,
    choice,
    labels,
    notes: table.notes,
  };
  try {
    const read = readScores(table, choice);
    const judged = await judge(read, context);
    return { ...known, notes: [...table.notes, ...read.notes], judged };
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    return { ...known, problem: error.message };
  }
};

async function judge({ labels, scores: list }: LabelledScores, { breathe }: AskContext): Promise<JudgedScores> {
  const range = rangeOf(labels, list);
  const thresholds = thresholdsOf(range);
  const { edges, ...bins } = binsOf(labels, list, range);
  const groups = groupsOf(labels, list);
  const work = resampleScores({
    labels,
    scores: list,
    thresholds,
    samples: ownSamples,
    rateSteps: ownRateSteps,
    random: createRandom(1, "own scores"),
    ...(groups && { groupOf: groups.of, groups: groups.predicted.length }),
  });
  for (;;) {
    const { done, value } = work.next();
    if (done)
      return {
        ...value,
        range,
        thresholds,
        edges,
        bins,
        calibration: groups && { predicted: groups.predicted, error: groups.error },
      };
    await breathe();
  }
}

/** Cases with similar probabilities; undefined where the scores are no probabilities. */
function groupsOf(labels: Uint8Array, list: Float64Array) {
  if (!list.every((score) => score >= 0 && score <= 1)) return undefined;
  const bins = Math.max(1, Math.min(10, Math.floor(list.length / groupCases)));
  const { binEdges, binCounts, meanPredicted } = calibrationCurve(labels, list, { bins, strategy: "quantile" });
  // Groups without a case, where many have the same probability, have no place.
  let place = 0;
  const placeOf = binCounts.map((count) => (count > 0 ? place++ : -1));
  const inner = binEdges.slice(1, -1);
  const of = Uint32Array.from(list, (score) => placeOf[inner.filter((edge) => edge < score).length]!);
  return { of, predicted: meanPredicted, error: calibrationCurve(labels, list).ece };
}
