/**
 * The three scoreboards in a few numbers.
 *
 * `train`, `dev`, `test` are shares of wrong answers against the labels, `value` the share of the possible value that live
 * requests bring; medians over replicas with the 10th and 90th percentile beside them as …P10 and …P90. `bestBy…` is the
 * capacity with the best median. `networks`: the same errors of networks with one hidden layer, by their parameters. `devMinusTest`: how much higher the dev accuracy of the chosen model is than its test
 * accuracy, less the mean of this difference over all tries.
 */
import { type Band, type Named, namedBand } from "../core/statistics/band";
import type { BoardName, Model, Network } from "./models";

export interface GoalsSummary {
  readonly curve: readonly ({ readonly capacity: number } & Named<"train" | "dev" | "test" | "value">)[];
  readonly networks: readonly ({ readonly parameters: number } & Named<"train" | "test">)[];
  readonly bestByDev: number;
  readonly bestByTest: number;
  readonly bestByValue: number;
  readonly optimism: readonly ({ readonly tries: number } & Named<"devMinusTest">)[];
}

interface Read {
  readonly models: readonly Model[];
  readonly networks: readonly Network[];
  readonly best: Readonly<Record<BoardName, Model>> | undefined;
  readonly optimism: readonly (readonly [tries: number, band: Band])[];
}

export function summarize({ models, networks, best, optimism }: Read): GoalsSummary | Record<string, never> {
  if (!best) return {};
  return {
    curve: models.map(({ capacity, score: { train, dev, test, lost } }) => ({
      capacity,
      ...namedBand("train", train),
      ...namedBand("dev", dev),
      ...namedBand("test", test),
      ...namedBand("value", { low: 1 - lost.high, middle: 1 - lost.middle, high: 1 - lost.low }),
    })),
    networks: networks.map(({ parameters, train, test }) => ({
      parameters,
      ...namedBand("train", train),
      ...namedBand("test", test),
    })),
    bestByDev: best.dev.capacity,
    bestByTest: best.test.capacity,
    bestByValue: best.lost.capacity,
    optimism: optimism.map(([tries, band]) => ({ tries, ...namedBand("devMinusTest", band) })),
  };
}
