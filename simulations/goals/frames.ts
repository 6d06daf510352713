/** What the three scoreboards yield: one frame a range of replicas, with models of all capacities. */
import { requestInputs } from "../core/worlds/requests";
import type { Frame } from "../runtime/simulation";

/** Numbers of tries at which optimism is measured. */
export const tryPoints = [1, 2, 5, 10, 20, 50, 100, 200] as const;
/** The largest of these numbers that is not above the number of tries. */
export const triesMeasured = (tries: number): number => tryPoints.filter((point) => point <= tries).at(-1)!;
/** Features of a model that is one of many tries. */
export const featuresOfTry = 16;

/** Requests in the sets beside the training set. Live: after release, judged by what is really relevant. */
export const setSizes = { dev: 200, test: 400, live: 800 } as const;

const everywhere = [2, 3, 4, 5, 8, 16, 24, 32, 64, 128, 256, 500];
const aroundExamples = [0.7, 0.9, 1, 1.15, 1.5];

/** The capacities that are trained: dense where capacity meets the number of examples. */
export function capacitiesOf(examples: number): number[] {
  const around = aroundExamples.map((times) => Math.round(times * examples));
  const apart = everywhere.filter((one) => around.every((other) => Math.abs(Math.log(one / other)) > 0.15));
  return [...new Set([...apart, ...around])].sort((a, b) => a - b);
}

/**
 * Hidden units of the networks that are trained beside the random features: fewest, with about as many parameters as examples,
 * and most.
 */
export const hiddenUnitsOf = (examples: number): number[] => [4, Math.round((examples - 1) / parametersPerUnit), 80];
/** Steps of training of each network. */
export const networkSteps = 300;
const parametersPerUnit = requestInputs + 2;
/** Weights of a network with so many hidden units: all of them are trained. */
export const parametersOf = (hidden: number): number => hidden * parametersPerUnit + 1;

export interface GoalsFrame extends Frame {
  /** There is no time in this experiment. */
  readonly moment: 0;
  /** [capacity, replica of the range]: share of wrong answers, against the labels. */
  readonly train: Float32Array;
  readonly dev: Float32Array;
  readonly test: Float32Array;
  /** [size of `hiddenUnitsOf`, replica]: the same errors of the networks. */
  readonly networks: { readonly train: Float32Array; readonly test: Float32Array };
  /** [capacity, replica]: live requests answered rightly, by kind. */
  readonly rightOrdinary: Uint16Array;
  readonly rightNavigational: Uint16Array;
  /** [replica]: live requests by kind. */
  readonly ordinary: Uint16Array;
  readonly navigational: Uint16Array;
  /** [point of tryPoints, replica]: dev minus test accuracy of the chosen model, less what all tries have on average. */
  readonly optimism: Float32Array;
}
