/**
 * What a world is: a place that examples come from, month by month, and that can change.
 *
 * Two things can change, each on its own schedule: what the examples look like (data drift, X) and what they mean (concept
 * drift, X → Y). Draws are named by seed, world, purpose, replica and month, in that order; asking for more examples, for
 * another strength or more noise extends or rescales the same draws, so that settings can be compared pair by pair.
 *
 * @example houses.draw({ ...request, count: 3 }).inputs.length // 12 features × 3 houses = 36
 */
import type { DriftMoment } from "./schedule";

export interface Feature {
  readonly name: string;
  readonly unit: string;
  /** Inputs are handed out as (value − centre) / scale: mean about 0, standard deviation about 1. */
  readonly centre: number;
  readonly scale: number;
}

export interface Target {
  readonly name: string;
  readonly unit: string;
  /** Targets are handed out as value − centre, in the target's unit. 0 for classes. */
  readonly centre: number;
}

export interface DrawRequest {
  readonly seed: number;
  /** What the examples are for; equal purposes give equal draws. */
  readonly purpose: string;
  readonly replica: number;
  /** Months since the release; negative before it. */
  readonly month: number;
  readonly count: number;
  /** How far X → Y has changed this month, and the size of a full change (dimensionless, 0–4). */
  readonly concept?: DriftMoment;
  readonly conceptStrength?: number;
  /** Share of examples that come from where the world drifts to, 0–1. */
  readonly newShare?: number;
  /** Standard deviation of the noise on a numeric target, in its unit. */
  readonly noise?: number;
  /** Scaled inputs [features, count] to label instead of fresh ones. A world of recorded days has none to take. */
  readonly pool?: Float32Array;
}

export interface Examples {
  /** [features, count], scaled, features first. */
  readonly inputs: Float32Array;
  /** [count]: value − centre, or the class 0 or 1. */
  readonly targets: Float32Array;
}

export interface World {
  readonly name: string;
  readonly task: "regression" | "classification";
  readonly features: readonly Feature[];
  readonly target: Target;
  draw(request: DrawRequest): Examples;
  /** The inputs that `draw` gives, where nobody asks for the targets. */
  inputs(request: DrawRequest): Float32Array;
}
