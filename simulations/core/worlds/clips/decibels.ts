/**
 * Powers and their levels, 0 dB for power 1. Rounded to single precision: the last digits of powers and logarithms differ between
 * JavaScript engines, and figures must not.
 *
 * @example powerOf(-10) // 0.10000000149011612, levelOf(100) // 20
 */

export const powerOf = (dB: number): number => Math.fround(10 ** (dB / 10));

export const levelOf = (power: number): number => Math.fround(10 * Math.log10(power));

/** The natural logarithm, rounded alike. */
export const logOf = (power: number): number => Math.fround(Math.log(power));
