/**
 * What one unit of strength means in each world. Here alone, without the worlds' own code, so that knobs and charts can say it
 * without loading them.
 *
 * @example newShareAt(2, 1) // 0.4: two fifths of the examples come from the new place
 */

/** Houses: thousand € by which the town's change moves prices, root mean square over all ordinary houses. */
export const priceChangePerStrength = 20;

/** Houses: share by which inflation raises every price, about 20 thousand € for a typical house. */
export const inflationPerStrength = 0.06;

/** Queries: radians by which the boundary between news and article turns. */
export const turnPerStrength = 0.3;

/** Strength at which four fifths of the examples come from the new place; beyond it the share stays. */
const strongestStrength = 4;

/** Share of examples from the new place when data drift of this strength has this level: a fifth a unit, 0.8 at most. */
export function newShareAt(strength: number, level: number): number {
  return Math.min(0.8, (0.8 * strength) / strongestStrength) * level;
}

/** Weather: share of days from New York, half a unit of strength each, all from strength 2 on. */
export function newYorkShareAt(strength: number, level: number): number {
  return Math.min(1, strength / 2) * level;
}
