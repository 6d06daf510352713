/** What the values mean in each world: which examples train the model, which come each month, what no drift looks like. */
import { inflatingHouses } from "../core/worlds/houses";
import { queries } from "../core/worlds/queries";
import { type DriftMoment, driftAt } from "../core/worlds/schedule";
import { newYorkShareAt } from "../core/worlds/strength";
import { daysOfMonth, resampleDays, weatherFrom } from "../core/worlds/weather";
import type { Examples, World } from "../core/worlds/world";
import { type DriftValues, newShareOf } from "./knobs";

export interface Setting {
  readonly world: World;
  /** Unit of the errors and of the target's spread: models learn target / targetScale. */
  readonly targetScale: number;
  readonly trainingCount: number;
  training(replica: number): Examples;
  month(replica: number, month: number): Examples;
  /** Inputs of a sample as large as the month's, from the world as it was in training. */
  calm(replica: number, month: number): Float32Array;
  /** How far the concept has moved; level 0 when it does not. */
  concept(month: number): DriftMoment;
  /** 0–1, for the axis of time. */
  level(month: number): number;
}

export function settingOf(values: DriftValues): Setting {
  return values.world === "weather" ? recorded(values) : drawn(values);
}

function still(values: DriftValues): boolean {
  return values.kind === "none" || values.strength === 0;
}

function drawn(values: DriftValues): Setting {
  const { seed, kind, shape, onset, strength, examplesPerMonth: count } = values;
  const world = values.world === "houses" ? inflatingHouses : queries;
  const seen = newShareOf(values, 0);
  // Enough for the model, and enough for the distances to have a steady reference.
  const trainingCount = Math.min(5000, Math.max(1200, 4 * count));
  const drift = (month: number) => driftAt(still(values) ? "none" : shape, month, onset);
  const concept = (month: number) => (kind === "data" ? driftAt("none", month, onset) : drift(month));
  return {
    world,
    targetScale: world.task === "regression" ? 80 : 1,
    trainingCount,
    training: (replica) =>
      world.draw({ seed, purpose: "training", replica, month: -1, count: trainingCount, newShare: seen }),
    month: (replica, month) =>
      world.draw({
        seed,
        purpose: "months",
        replica,
        month,
        count,
        newShare: newShareOf(values, drift(month).level),
        concept: concept(month),
        conceptStrength: strength,
      }),
    calm: (replica, month) => world.inputs({ seed, purpose: "calm", replica, month, count, newShare: seen }),
    concept,
    level: (month) => drift(month).level,
  };
}

function recorded(values: DriftValues): Setting {
  const { seed, shape, onset, strength, coverage, examplesPerMonth } = values;
  // The record starts in January 2012. Training ends with that year, or with its winter; the release is in January 2013.
  const release = 12;
  const trainingMonths = coverage === "covered" ? 12 : 3;
  const world = weatherFrom(release);
  const lastDays = daysOfMonth(trainingMonths - 1);
  const trainingCount = lastDays.first + lastDays.count;
  const count = (month: number) => Math.min(examplesPerMonth, daysOfMonth(release + month).count);
  const drift = (month: number) => driftAt(still(values) ? "none" : shape, month, onset);
  const trainingDays = { seed, from: 0, to: trainingMonths, newYorkShare: 0 };
  return {
    world,
    targetScale: 1,
    trainingCount,
    training: (replica) =>
      resampleDays({ ...trainingDays, purpose: "training", replica, month: -1, count: trainingCount }),
    month: (replica, month) =>
      world.draw({
        seed,
        purpose: "months",
        replica,
        month,
        count: count(month),
        newShare: newYorkShareAt(strength, drift(month).level),
      }),
    calm: (replica, month) =>
      resampleDays({ ...trainingDays, purpose: "calm", replica, month, count: count(month) }).inputs,
    concept: drift,
    level: (month) => drift(month).level,
  };
}
