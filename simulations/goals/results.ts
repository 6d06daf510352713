/** What is read from the three scoreboards: errors and value by capacity, ranks, winners, optimism. */
import { type Band, bandOf } from "../core/statistics/band";
import { leadOf, tally } from "../core/statistics/lead";
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { Standing } from "../ui/results/lead-words";
import { capacitiesOf, type GoalsFrame, triesMeasured, tryPoints } from "./frames";
import type { GoalsValues } from "./knobs";
import { type BoardName, lostValues, type Model, modelsOf, type Network, networksOf, rowsOf, sizeOf } from "./models";
import { type GoalsSummary, summarize } from "./summary";

export interface GoalsResults extends Results<GoalsFrame, GoalsValues> {
  /** Rising capacities. */
  readonly models: readonly Model[];
  /** Networks of rising size on the same examples. */
  readonly networks: readonly Network[];
  /** The models with the lowest median on a scoreboard; of equal ones the smallest. */
  readonly best: Readonly<Record<BoardName, Model>> | undefined;
  /** The trained model that is nearest to the capacity that is set. */
  readonly shown: Model | undefined;
  /** Which size of model has the highest value, replica by replica; in the order of `sizes`. */
  readonly standing: Standing;
  readonly optimism: readonly (readonly [tries: number, band: Band])[];
  /** Every replica's optimism at the number of tries that is set, or at the nearest below that was measured. */
  readonly luck: readonly number[];
  readonly summary: GoalsSummary | Record<string, never>;
}

export function resultsOf(run: Run<GoalsFrame>): GoalsResults {
  const { frames } = run;
  const values = run.values as GoalsValues;
  const capacities = capacitiesOf(values.examples);
  const lost = () => lostValues(frames, values.navigationalValue, capacities.length);
  const results: GoalsResults = readRun<GoalsResults>(run, values, {
    models: () => (frames.length > 0 ? modelsOf(frames, capacities, lost()) : []),
    networks: () => (frames.length > 0 ? networksOf(frames, values.examples) : []),
    best() {
      const { models } = results;
      if (models.length === 0) return undefined;
      const of = (board: BoardName) =>
        models.reduce((best, model) => (model.score[board].middle < best.score[board].middle ? model : best));
      return { train: of("train"), dev: of("dev"), test: of("test"), lost: of("lost") };
    },
    shown() {
      const away = ({ capacity }: Model) => Math.abs(Math.log(capacity / values.capacity));
      return [...results.models].sort((a, b) => away(a) - away(b))[0];
    },
    standing() {
      const costs = lost();
      const ofSize = [0, 1, 2].map((size) => costs.filter((_, c) => sizeOf(capacities[c]!, values.examples) === size));
      const counted = tally(
        ofSize.map((models) => models[0]!.map((_, r) => Math.min(...models.map((one) => one[r]!)))),
      );
      return { ...counted, ...leadOf(counted) };
    },
    optimism: () =>
      frames.length === 0
        ? []
        : rowsOf(frames, tryPoints.length, ({ optimism }) => optimism).map((row, k) => [tryPoints[k]!, bandOf(row)]),
    luck() {
      const at = (tryPoints as readonly number[]).indexOf(triesMeasured(values.tries));
      return frames.length === 0 ? [] : rowsOf(frames, tryPoints.length, ({ optimism }) => optimism)[at]!;
    },
    summary: () => summarize(results),
  });
  return results;
}
