/**
 * print("0") in a few numbers.
 *
 * Medians over replicas of the model's metrics at the threshold, with the 10th and 90th percentile beside them as …P10 and
 * …P90; those of the constant answer 0 on the same test sets. A ratio of 0/0 counts as 0. `bestThreshold` is the cheapest on
 * a replica's test set, `costAtBest` what it costs there per case, in units of a false alarm.
 *
 * `own` is there when the reader's code has answered: its metrics, and what it costs per 1,000 cases, in false alarms
 * (`cost`) and in € (`money`, where cases have an amount). `cheaperThan` says in how many replicas it costs less than each
 * other answer, a tie counting as half.
 */
import { type BinaryMetrics, binaryMetrics } from "../core/metrics/threshold-metrics";
import { bandOf, type Named, namedBand } from "../core/statistics/band";
import { quantile } from "../core/statistics/quantile";
import type { Answer, AnswerId, Duel } from "./answers";
import type { SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";
import { bestThresholds, constantCounts, countsAt, metricsAt } from "./scores";

const constantMetrics = ["accuracy", "recall", "f1", "mcc", "balancedAccuracy"] as const;
const modelMetrics = ["accuracy", "precision", "recall", "f1", "mcc", "balancedAccuracy"] as const;
const rankingMetrics = ["rocAuc", "averagePrecision"] as const;

type ModelMetric = (typeof modelMetrics)[number] | (typeof rankingMetrics)[number];

export interface SkewSummary {
  readonly prevalence: number;
  readonly constant: Readonly<Record<(typeof constantMetrics)[number], number>>;
  readonly model: Named<ModelMetric>;
  readonly bestThreshold: number;
  readonly costAtBest: number;
  readonly own?: OwnSummary;
}

type Rivals = Readonly<Record<Exclude<AnswerId, "own">, number>>;

interface OwnSummary extends Named<(typeof modelMetrics)[number] | "cost"> {
  readonly cheaperThan: Rivals;
  readonly money?: Named<"lost"> & { readonly cheaperThan: Rivals };
}

/** What a summary takes from the results. */
interface OwnResults {
  readonly own: readonly BinaryMetrics[] | undefined;
  readonly costs: readonly Answer[];
  readonly money: readonly Answer[];
  readonly costDuels: readonly Duel[];
  readonly moneyDuels: readonly Duel[];
}

function summarizeOwn({ own, costs, money, costDuels, moneyDuels }: OwnResults): OwnSummary | undefined {
  if (!own) return undefined;
  const costOf = (answers: readonly Answer[]) => bandOf(answers.find(({ id }) => id === "own")!.costs);
  const cheaperThan = (duels: readonly Duel[]) =>
    Object.fromEntries(duels.map(({ rival, won }) => [rival.id, won])) as Rivals;
  const metrics = modelMetrics.map((name) => namedBand(name, bandOf(own.map((one) => one[name]))));
  return {
    ...(Object.assign({}, ...metrics) as Named<(typeof modelMetrics)[number]>),
    ...namedBand("cost", costOf(costs)),
    cheaperThan: cheaperThan(costDuels),
    ...(money.length > 0 && { money: { ...namedBand("lost", costOf(money)), cheaperThan: cheaperThan(moneyDuels) } }),
  };
}

/** @param results of the same run, where a reader's code may have answered */
export function summarize(
  frames: readonly SkewFrame[],
  values: SkewValues,
  results?: OwnResults,
): SkewSummary | Record<string, never> {
  if (frames.length === 0) return {};
  const metrics = metricsAt(frames, values.threshold);
  const constants = countsAt(frames, values.threshold).map((counts) => binaryMetrics(constantCounts(counts)));
  const best = bestThresholds(frames, values.missCost);
  const lists: [ModelMetric, number[]][] = [
    ...modelMetrics.map((name): [ModelMetric, number[]] => [name, metrics.map((one) => one[name])]),
    ...rankingMetrics.map((name): [ModelMetric, number[]] => [
      name,
      frames.flatMap((frame) => Array.from(frame[name])),
    ]),
  ];
  const median = (list: readonly number[]) => quantile(list, 0.5);
  const own = results && summarizeOwn(results);
  const constant = constantMetrics.map((name) => [name, median(constants.map((one) => one[name]))]);
  const model = lists.map(([name, list]) => namedBand(name, bandOf(list)));
  return {
    prevalence: values.prevalence,
    constant: Object.fromEntries(constant),
    model: Object.assign({}, ...model),
    bestThreshold: median(best.map(({ threshold }) => threshold)),
    costAtBest: median(best.map(({ cost }) => cost)),
    ...(own && { own }),
  };
}
