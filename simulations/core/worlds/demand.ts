/**
 * Demand that changes: monthly orders follow five drivers (price, season, weather …, each with standard deviation 1), and how
 * strongly they follow each of them moves from month to month.
 *
 *   y = w(t) · x + ε,  x ~ N(0, I),  ε ~ N(0, 1)
 *   steady        w(t + 1) = w(t) + pace · s · u            u a direction of length 1, drawn once
 *   random walk   w(t + 1) = w(t) + pace · s · z / √d       z ~ N(0, I)
 *   shocks        the step of the random walk times √p⁻¹, in a month with probability p, else none
 *
 * so that a step has the same mean square, (pace · s)², in all three: s = 0.2, p = 1/18. Demand is in standard deviations
 * of what no driver explains.
 *
 * @example coefficientsOf(createRandom(1), { drift: "steady", pace: 0, months: 3 }).length // 15
 */
import { checkNotNegative, checkWholeNumber } from "../check";
import type { Random } from "../random";

export const drivers = 5;
export const demandDrifts = ["random-walk", "steady", "shocks"] as const;
export type DemandDrift = (typeof demandDrifts)[number];

/** Root mean square of a monthly step at pace 1. */
export const stepAtPace1 = 0.2;
/** Probability of a shock in a month. */
export const shockChance = 1 / 18;

const normals = (random: Random) => Float64Array.from({ length: drivers }, () => random.normal());

/** @returns [months, drivers]; another pace stretches the same steps */
export function coefficientsOf(
  random: Random,
  { drift, pace, months }: { readonly drift: DemandDrift; readonly pace: number; readonly months: number },
): Float64Array {
  checkNotNegative("pace", pace);
  checkWholeNumber("months", months, 1);
  const out = new Float64Array(months * drivers);
  const now = normals(random);
  const direction = normals(random);
  const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
  const size = pace * stepAtPace1;
  for (let month = 0; month < months; month++) {
    out.set(now, month * drivers);
    const step = normals(random);
    const isShock = random.chance(shockChance);
    // #region excerpt: step
    for (let i = 0; i < drivers; i++) {
      const walked = (size * step[i]!) / Math.sqrt(drivers);
      if (drift === "steady") now[i]! += (size * direction[i]!) / length;
      else if (drift === "random-walk") now[i]! += walked;
      else if (isShock) now[i]! += walked / Math.sqrt(shockChance);
    }
    // #endregion
  }
  return out;
}
